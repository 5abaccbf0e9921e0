import { refuseLonely } from '../design/lonelyPsu.ts';
import type { SurveyDesign } from '../design/surveyDesign.ts';
import type { Cells, UnitTotals } from './unitTotals.ts';

/**
 * Adds up w and w·value of each unit's rows at one stage, for each layer of values. Without PSUs each row is a unit
 * of its own. Entries of layer ℓ and cell k stand at ℓ·cellCount + k; layer 0 is w itself and has an
 * entry wherever there is a respondent, so that a total of 0 does not hide one.
 *
 * @param layers values in the order of `design.order`; what they are outside the domain is not read.
 */
export function sumLayers(
  design: SurveyDesign,
  stage: number,
  cells: Cells,
  counts: Uint32Array,
  layers: readonly Float64Array[],
): UnitTotals {
  const { sortedWeights: weights } = design;
  const { groupStart } = design.stages[stage];
  const start =
    design.stages[stage].unitStart ?? Uint32Array.from({ length: weights.length + 1 }, (_, row) => row);
  const unitCount = start.length - 1;
  const outside = counts.length;
  const width = layers.length + 1;
  const sums = new Float64Array(outside * width);
  const capacity = Math.min(weights.length, unitCount * outside) * width;
  const cellOf = new Uint32Array(capacity);
  const values = new Float64Array(capacity);
  const unitStart = new Uint32Array(unitCount + 1);
  let entries = 0;

  for (let unit = 0; unit < unitCount; unit++) {
    for (let position = start[unit]; position < start[unit + 1]; position++) {
      const cell = cells[position];
      if (cell === outside) continue;
      counts[cell]++;
      const weight = weights[position];
      sums[cell] += weight;
      for (let layer = 1; layer < width; layer++)
        sums[layer * outside + cell] += weight * layers[layer - 1][position];
    }
    for (let position = start[unit]; position < start[unit + 1]; position++) {
      const cell = cells[position];
      if (cell === outside || sums[cell] === 0) continue;
      for (let at = cell; at < sums.length; at += outside) {
        if (sums[at] === 0) continue;
        cellOf[entries] = at;
        values[entries++] = sums[at];
        sums[at] = 0;
      }
    }
    unitStart[unit + 1] = entries;
  }
  refuseLonely(design, stage, (group) => unitStart[groupStart[group + 1]] > unitStart[groupStart[group]]);
  return {
    design,
    groupStart,
    unitStart,
    multiplicity: null,
    cells: cellOf.subarray(0, entries),
    values: values.subarray(0, entries),
    within: null,
  };
}
