import type { SurveyDesign } from '../design/surveyDesign.ts';
import { centredLayer } from '../tally/centredLayer.ts';
import type { Tally } from '../tally/talliedTable.ts';
import { tally } from '../tally/tally.ts';

/** A table of groups with one or more numeric variables tallied beside the weights. */
export interface ValueTable {
  /** Layer ℓ + 1 of its totals is Σ w·(y − centre) of variable ℓ. */
  readonly table: Tally;
  /** What was subtracted from each variable, so that values far from 0 keep their digits. */
  readonly centres: readonly number[];
  /** For each variable Σ w·(y − ȳ)² by cell, about the cell's own mean: groups far apart keep their digits. */
  readonly squares: readonly Float64Array[];
}

/**
 * Tallies numeric variables over the groups of a table.
 *
 * @param cells for each row of the file its group, 0 … cellCount − 1; −1 outside the domain and
 * where any of the variables has no value.
 * @param variables for each row of the file the value; anything where `cells` is −1.
 * @throws `Problem` design.lonelyPsu, as `tally`.
 */
export function tallyValues(
  design: SurveyDesign,
  cells: Int32Array,
  cellCount: number,
  variables: readonly Float64Array[],
): ValueTable {
  const centred = variables.map((values) => centredLayer(values, cells));
  const layers = centred.map(({ layer }) => layer);
  const table = tally(design, cells, cellCount, layers);
  return {
    table,
    centres: centred.map(({ centre }) => centre),
    squares: layers.map((layer, index) => {
      const means = Float64Array.from(
        { length: cellCount },
        (_, cell) => table.totals[(index + 1) * cellCount + cell] / table.totals[cell],
      );
      const sums = new Float64Array(cellCount);
      for (let row = 0; row < cells.length; row++) {
        if (cells[row] < 0 || design.weights[row] === 0) continue;
        const deviation = layer[row] - means[cells[row]];
        sums[cells[row]] += design.weights[row] * deviation * deviation;
      }
      return sums;
    }),
  };
}
