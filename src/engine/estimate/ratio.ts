import type { Tally } from '../tally/talliedTable.ts';
import { statisticOfTerms, type Statistic, type Totals } from '../tally/statistic.ts';

/** Cells that belong to a part of a table: one byte a cell, 1 inside. */
export type Cells = Uint8Array;

/**
 * R = Σ t_k over `numerator` / Σ t_k over `denominator`, ∂R/∂t_k = (1[numerator] − R·1[denominator]) / t_b:
 * R's `svyratio`.
 *
 * @param numerator @param denominator kept: they must not change as long as the statistic is used.
 * @returns NaN where the denominator is empty.
 */
export function ratioOf(table: Tally, numerator: Cells, denominator: Cells): Statistic {
  const at = (totals: Totals): number => sumOf(totals, numerator) / sumOf(totals, denominator);
  const below = totalOf(table, denominator);
  const estimate = totalOf(table, numerator) / below;
  const terms = [
    { cells: numerator, slope: 1 / below },
    { cells: denominator, slope: -estimate / below },
  ];
  return statisticOfTerms(estimate, terms, at);
}

/** Weighted number of respondents in the cells. */
export function totalOf(table: Tally, cells: Cells): number {
  return sumOf(table.totals, cells);
}

function sumOf(totals: Totals, cells: Cells): number {
  let sum = 0;
  for (let cell = 0; cell < cells.length; cell++) if (cells[cell] === 1) sum += totals[cell];
  return sum;
}

/** Unweighted number of respondents (of positive weight) in the cells. */
export function countOf(table: Tally, cells: Cells): number {
  let count = 0;
  for (let cell = 0; cell < cells.length; cell++) if (cells[cell] === 1) count += table.counts[cell];
  return count;
}
