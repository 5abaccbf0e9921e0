import { averageFactor } from '../design/lonelyPsu.ts';
import { linearised } from './linearised.ts';
import { deviationsOf } from './replicateDeviations.ts';
import type { Statistic } from './statistic.ts';
import { SymmetricProduct } from './symmetricProduct.ts';
import type { Tally } from './talliedTable.ts';
import type { UnitTotals } from './unitTotals.ts';
import { isIn, rulesOf } from './variance.ts';

/** A statistic with the table that it belongs to. */
export interface TableStatistic {
  readonly table: Tally;
  readonly statistic: Statistic;
}

/** Units whose scores are formed at a time: the scores of all units need not be in memory. */
const chunkUnits = 64;

/**
 * As `covarianceOfStatistics`, for one statistic of each of several tables of the same design, whose
 * respondents may differ: q × q, row by row. Where a table stands alone, its `varianceOf`.
 *
 * @param parts their tables tallied with layers (`[]` will do) where each row is its own PSU.
 * @returns `null` where replicates leave a statistic undefined.
 */
export function covarianceAcrossTables(parts: readonly TableStatistic[]): Float64Array | null {
  const { design } = parts[0].table;
  if (design.replicates) return covarianceOfReplicates(parts);
  const size = parts.length;
  const gradients = parts.map(({ table, statistic }) => linearised(table, statistic.gradient));
  const matrix = new Float64Array(size * size);
  design.stages.forEach((_, stage) => {
    const totals = parts.map(({ table }) => table.stages[stage]);
    if (totals.some(({ multiplicity }) => multiplicity !== null))
      throw new Error('tables are joined by their rows, which these have not kept');
    const ofStage = stageCovariance(totals, gradients, stage);
    const roots = totals.map((one) =>
      Math.sqrt(averageFactor(design, stage, (group) => isIn(null, one, group))),
    );
    for (let row = 0; row < size; row++)
      for (let column = 0; column < size; column++)
        matrix[row * size + column] += roots[row] * roots[column] * ofStage[row * size + column];
  });
  return matrix;
}

function stageCovariance(
  totals: readonly UnitTotals[],
  gradients: readonly Float64Array[],
  stage: number,
): Float64Array {
  const { design, groupStart } = totals[0];
  const { scale, centred } = rulesOf(design, stage);
  const { sampled } = design.stages[stage];
  const size = totals.length;
  const product = new SymmetricProduct(size);
  const scores = new Float64Array(size * chunkUnits);
  const sums = new Float64Array(size);
  const outside = new Float64Array(size);
  for (let group = 0; group < scale.length; group++) {
    const from = groupStart[group];
    const to = groupStart[group + 1];
    if (scale[group] === 0 || from === to) continue;
    const root = Math.sqrt(scale[group]);
    const more = sampled[group] - (to - from);
    const isWhole = to - from <= chunkUnits;
    if (!isWhole)
      for (let column = 0; column < size; column++)
        sums[column] = sumOfScores(totals[column], gradients[column], from, to);
    for (let first = from; first < to; first += chunkUnits) {
      const end = Math.min(to, first + chunkUnits);
      for (let column = 0; column < size; column++) {
        const start = column * chunkUnits;
        const sum = fillScores(totals[column], gradients[column], first, end, scores, start);
        const mean = centred[group] === 1 ? (isWhole ? sum : sums[column]) / sampled[group] : 0;
        for (let at = start; at < start + end - first; at++) scores[at] = root * (scores[at] - mean);
        outside[column] = Math.sqrt(scale[group] * more) * mean;
      }
      product.addColumns(scores, end - first, chunkUnits);
    }
    if (centred[group] === 1 && more > 0) product.addRow(outside);
  }
  return product.result();
}

function sumOfScores(
  { unitStart, cells, values }: UnitTotals,
  gradient: Float64Array,
  from: number,
  to: number,
): number {
  let sum = 0;
  for (let entry = unitStart[from]; entry < unitStart[to]; entry++)
    sum += gradient[cells[entry]] * values[entry];
  return sum;
}

/** @returns the sum of the scores. */
function fillScores(
  { unitStart, cells, values }: UnitTotals,
  gradient: Float64Array,
  from: number,
  to: number,
  scores: Float64Array,
  start: number,
): number {
  let sum = 0;
  for (let unit = from, at = start; unit < to; unit++, at++) {
    let score = 0;
    for (let entry = unitStart[unit]; entry < unitStart[unit + 1]; entry++)
      score += gradient[cells[entry]] * values[entry];
    scores[at] = score;
    sum += score;
  }
  return sum;
}

function covarianceOfReplicates(parts: readonly TableStatistic[]): Float64Array | null {
  const replicates = parts[0].table.design.replicates!;
  const size = parts.length;
  const deviations = parts.map(({ table, statistic }) => deviationsOf(table, [statistic], replicates));
  if (deviations.some(({ count }) => count < replicates.count)) return null;
  const product = new SymmetricProduct(size);
  const row = new Float64Array(size);
  for (let replicate = 0; replicate < replicates.count; replicate++) {
    for (let column = 0; column < size; column++) row[column] = deviations[column].rows[replicate];
    product.addRow(row);
  }
  return product.result();
}
