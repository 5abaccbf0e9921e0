import type { NumericColumn } from '../survey/column.ts';
import { Problem } from '../survey/problem.ts';
import type { BandCuts, BandDefinition } from './definition.ts';
import { columnOf, isValid, numbersOf, type Answers } from './numbers.ts';

export interface Bands {
  readonly column: NumericColumn;
  /** Ascending; one fewer than there are groups. */
  readonly cuts: readonly number[];
}

/**
 * Groups numbered from 1. `cuts` closed on the left: group k holds c(k−1) ≤ x < c(k), as R's
 * `cut(right = FALSE)`; on the right: c(k−1) < x ≤ c(k).
 *
 * `quantiles`: the cut after group k of K is the smallest value at or below which at least k ÷ K of the
 * weight lies (R's `quantile(type = 1)`; weighted, survey's `svyquantile(qrule = "math")`), closed on
 * the right. Equal values are never parted, so that groups may differ in size, and one may be empty.
 *
 * @param weights one a row, none negative; `null`: each respondent counts 1.
 * @throws Problem variable.unknown, variable.notNumeric, derived.cutsOrder, derived.noSpread
 */
export function band({ source, by }: BandDefinition, answers: Answers, weights: Float64Array | null): Bands {
  const column = numbersOf(source, 'asBand', answers);
  const { cuts, closed } = cutsOf(source, by, column, weights);
  const { values } = column;
  const result = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) {
    result[row] = isValid(column, row) ? 1 + cutsBelow(cuts, values[row], closed) : NaN;
  }
  return { column: columnOf(result), cuts };
}

function cutsOf(
  source: string,
  by: BandCuts,
  column: NumericColumn,
  weights: Float64Array | null,
): { readonly cuts: readonly number[]; readonly closed: 'left' | 'right' } {
  if (by.how === 'quantiles') {
    return { cuts: quantilesOf(source, column, by.groups, by.weighted ? weights : null), closed: 'right' };
  }
  const unordered = by.cuts.findIndex((cut, index) => index > 0 && !(cut > by.cuts[index - 1]));
  if (unordered > 0) {
    throw new Problem('derived.cutsOrder', { cut: by.cuts[unordered], before: by.cuts[unordered - 1] });
  }
  return by;
}

function quantilesOf(
  source: string,
  column: NumericColumn,
  groups: number,
  weights: Float64Array | null,
): number[] {
  const { values } = column;
  const weightOf = (row: number): number => weights?.[row] ?? 1;
  const rows = Uint32Array.from(values.keys())
    .filter((row) => isValid(column, row) && weightOf(row) > 0)
    .sort((left, right) => values[left] - values[right]);
  if (rows.length === 0) throw new Problem('derived.noSpread', { variable: source });
  const total = rows.reduce((sum, row) => sum + weightOf(row), 0);
  const cuts: number[] = [];
  let below = 0;
  for (const row of rows) {
    below += weightOf(row);
    // a share that rounding keeps a hair below its quantile has reached it
    while (cuts.length < groups - 1 && below * groups * (1 + 1e-12) >= (cuts.length + 1) * total) {
      cuts.push(values[row]);
    }
  }
  return cuts;
}

/** How many cuts a value has passed. */
function cutsBelow(cuts: readonly number[], value: number, closed: 'left' | 'right'): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const passed = closed === 'left' ? value >= cuts[middle] : value > cuts[middle];
    if (passed) low = middle + 1;
    else high = middle;
  }
  return low;
}
