import type { Tally } from './talliedTable.ts';

/** What the weights of each PSU are multiplied by in each replicate: PSUs × replicates, row by row. */
export interface Factors {
  readonly count: number;
  readonly factors: Float64Array;
}

/**
 * The totals of a table in each replicate, replicates × totals, row by row: `subarray` of a row goes
 * into a statistic's `at`. Only the cells that a PSU has are touched: PSUs' entries × replicates.
 *
 * @param table tallied with layers (`[]` will do) where each row is its own PSU.
 */
export function replicateTotals(table: Tally, { count, factors }: Factors): Float64Array {
  const { unitStart, cells, values, multiplicity } = table.psuTotals;
  if (multiplicity !== null) throw new Error('replicates need a table that keeps its rows');
  const width = table.totals.length;
  const byTotal = new Float64Array(width * count);
  for (let unit = 0; unit + 1 < unitStart.length; unit++)
    for (let entry = unitStart[unit]; entry < unitStart[unit + 1]; entry++)
      addMultiple(byTotal, cells[entry] * count, factors, unit * count, values[entry], count);
  const byReplicate = new Float64Array(width * count);
  for (let total = 0; total < width; total++)
    for (let replicate = 0; replicate < count; replicate++)
      byReplicate[replicate * width + total] = byTotal[total * count + replicate];
  return byReplicate;
}

function addMultiple(
  into: Float64Array,
  at: number,
  factors: Float64Array,
  from: number,
  value: number,
  count: number,
): void {
  for (let index = 0; index < count; index++) into[at + index] += value * factors[from + index];
}
