import { fitOnMargins } from '../design/calibration.ts';
import type { Cells } from './unitTotals.ts';
import type { Tally } from './talliedTable.ts';

/**
 * After calibration a table is tallied by cell and combination of the margins' levels, rows outside the
 * domain as one cell more: combination · (cellCount + 1) + cell, layers behind as always.
 */
export function refinedCells(combinations: Uint32Array, cells: Cells, cellCount: number): Uint32Array {
  const refined = new Uint32Array(cells.length);
  for (let position = 0; position < refined.length; position++)
    refined[position] = combinations[position] * (cellCount + 1) + cells[position];
  return refined;
}

/** Layers for refined cells: what they are outside the domain must not be read, so it is 0 there. */
export function refinedLayers(
  layers: readonly Float64Array[],
  cells: Cells,
  cellCount: number,
): readonly Float64Array[] {
  return layers.map((layer) => layer.map((value, position) => (cells[position] === cellCount ? 0 : value)));
}

/**
 * The gradient by the totals that `table.stages` hold.
 *
 * Without calibration the gradient itself, with 0 for totals beyond its end. After calibration the
 * linearised value of a respondent is the residual of its regression on the margins, weighted by the
 * design's weights (Deville and Särndal 1992, JASA 87, 376; Deville, Särndal and Sautory 1993, 88, 1013;
 * R's `postStratify` and `calibrate(calfun = "raking")`): as the fit is the same for a whole combination,
 * it is taken off the gradient of its cells. Respondents outside the domain have the value 0, and a residual.
 */
export function linearised(table: Tally, gradient: Float64Array): Float64Array {
  const { calibration } = table.design;
  if (calibration === null) return overAllTotals(gradient, table.totals.length);
  const { cellCount, refinedTotals } = table;
  const width = cellCount + 1;
  const refinedCount = calibration.combinationCount * width;
  const refined = new Float64Array(refinedTotals.length);
  const means = new Float64Array(calibration.combinationCount);
  for (let total = 0; total < gradient.length; total++) {
    const slope = gradient[total];
    if (slope === 0) continue;
    let at = Math.floor(total / cellCount) * refinedCount + (total % cellCount);
    for (let combination = 0; combination < means.length; combination++, at += width) {
      refined[at] = slope;
      means[combination] += slope * refinedTotals[at];
    }
  }
  for (let combination = 0; combination < means.length; combination++)
    means[combination] /= calibration.factors[combination] * calibration.designTotals[combination];
  const fit = fitOnMargins(calibration, means);
  for (let combination = 0; combination < means.length; combination++)
    for (let at = combination * width; at < (combination + 1) * width; at++) refined[at] -= fit[combination];
  return refined;
}

function overAllTotals(gradient: Float64Array, totalCount: number): Float64Array {
  if (gradient.length === totalCount) return gradient;
  const whole = new Float64Array(totalCount);
  whole.set(gradient);
  return whole;
}
