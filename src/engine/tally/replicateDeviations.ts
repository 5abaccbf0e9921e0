import type { ReplicateWeights } from '../design/replicateWeights.ts';
import type { Statistic } from './statistic.ts';
import type { Tally } from './talliedTable.ts';

export interface Deviations {
  /** Replicates × statistics, row by row: √(scale·rscale_r)·(θ_r − θ). The sum of squares is the variance. */
  readonly rows: Float64Array;
  /** Replicates that count. */
  readonly count: number;
}

/**
 * Each statistic in each replicate, less its centre: the estimate itself (R's `mse = TRUE`) or the mean
 * of the replicates whose rscale is not 0.
 *
 * A replicate in which any of the statistics is not a number (nobody left in a domain, 0/0) is left out,
 * the scale staying as it is: R's `svrVar` with `na.action = na.omit`, which warns. Jointly asked for,
 * statistics so share their replicates; the variance of one alone may use more.
 */
export function deviationsOf(
  table: Tally,
  statistics: readonly Statistic[],
  { count, scale, rscales, centre }: ReplicateWeights,
): Deviations {
  const width = table.totals.length;
  const size = statistics.length;
  const rows = new Float64Array(count * size);
  const used: number[] = [];
  for (let replicate = 0; replicate < count; replicate++) {
    const totals = table.byReplicate!.subarray(replicate * width, (replicate + 1) * width);
    let isDefined = true;
    const start = used.length * size;
    for (let index = 0; index < size; index++) {
      const value = statistics[index].at(totals);
      if (Number.isNaN(value)) isDefined = false;
      rows[start + index] = value;
    }
    if (isDefined) used.push(replicate);
  }

  for (let index = 0; index < size; index++) {
    const middle =
      centre === 'estimate' ? statistics[index].estimate : meanOf(rows, index, size, used, rscales);
    for (let row = 0; row < used.length; row++)
      rows[row * size + index] = Math.sqrt(scale * rscales[used[row]]) * (rows[row * size + index] - middle);
  }
  return { rows: rows.subarray(0, used.length * size), count: used.length };
}

function meanOf(
  rows: Float64Array,
  index: number,
  size: number,
  used: readonly number[],
  rscales: Float64Array,
): number {
  let sum = 0;
  let count = 0;
  used.forEach((replicate, row) => {
    if (rscales[replicate] === 0) return;
    sum += rows[row * size + index];
    count++;
  });
  return sum / count;
}
