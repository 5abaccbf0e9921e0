import type { Statistic } from './statistic.ts';
import type { Tally } from './talliedTable.ts';

/** A variance below this part of what it is summed from is the square of what rounding leaves. */
const rounding = 1e-28;

/**
 * The variance, or 0 where it is only rounding: where all PSUs agree, or each of the groups compared is one
 * PSU, the linearised totals are not 0 but some 1e-16 of what they are made of, and a test would divide by that.
 *
 * What they are made of is (Σ_k |∂g/∂t_k · t_k|)², at least as much as any PSU can add.
 */
export function withoutRounding(table: Tally, statistic: Statistic, variance: number): number {
  return variance < roundingOf(table, statistic) ? 0 : variance;
}

/** The variance below which there is nothing but rounding. */
export function roundingOf({ totals }: Tally, statistic: Statistic): number {
  const { terms } = statistic;
  let size = 0;
  if (terms !== undefined) {
    for (const { cells, slope } of terms)
      for (let cell = 0; cell < cells.length; cell++)
        if (cells[cell] === 1) size += Math.abs(slope * totals[cell]);
  } else {
    const { gradient } = statistic;
    for (let total = 0; total < gradient.length; total++) size += Math.abs(gradient[total] * totals[total]);
  }
  return roundingOfSize(size);
}

/** The same by Σ_k |∂g/∂t_k · t_k|. */
export function roundingOfSize(size: number): number {
  return rounding * size * size;
}
