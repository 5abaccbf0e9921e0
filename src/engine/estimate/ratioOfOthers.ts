import { statisticOfTerms, type Statistic, type Totals } from '../tally/statistic.ts';
import type { Tally } from '../tally/talliedTable.ts';
import type { Cells } from './ratio.ts';

/** The numerator and the denominator of a ratio, as sets of cells. */
export interface RatioCells {
  readonly part: Cells;
  readonly whole: Cells;
}

/**
 * The ratio among those in `all` who are not in `some`, a subset: `ratioOf` the cells that are left. As terms
 * it is what all have less what some have, so that the sums over all are shared by every group.
 */
export function ratioOfOthers(table: Tally, all: RatioCells, some: RatioCells): Statistic {
  const above = (totals: Totals): number => sumOfOthers(totals, all.part, some.part);
  const at = (totals: Totals): number => above(totals) / sumOfOthers(totals, all.whole, some.whole);
  const below = sumOfOthers(table.totals, all.whole, some.whole);
  const estimate = above(table.totals) / below;
  const terms = [
    { cells: all.part, slope: 1 / below },
    { cells: all.whole, slope: -estimate / below },
    { cells: some.part, slope: -1 / below },
    { cells: some.whole, slope: estimate / below },
  ];
  return statisticOfTerms(estimate, terms, at);
}

function sumOfOthers(totals: Totals, all: Cells, some: Cells): number {
  let sum = 0;
  for (let cell = 0; cell < all.length; cell++) if (all[cell] === 1 && some[cell] === 0) sum += totals[cell];
  return sum;
}
