import { averageFactor } from '../design/lonelyPsu.ts';
import type { SurveyDesign } from '../design/surveyDesign.ts';
import { linearised } from './linearised.ts';
import { deviationsOf } from './replicateDeviations.ts';
import { addScores } from './scores.ts';
import { slopesOf, type Slopes } from './slopes.ts';
import type { Statistic } from './statistic.ts';
import { SymmetricProduct } from './symmetricProduct.ts';
import type { Tally } from './talliedTable.ts';
import type { UnitTotals } from './unitTotals.ts';
import { isIn, rulesOf } from './variance.ts';

/**
 * The joint design covariance of statistics of one table, q × q, row by row; R's
 * `vcov(svycontrast(...))` or `vcov(svyby(..., covmat = TRUE))`. Its diagonal is `varianceOf`.
 *
 * Σ_h (1 − f_h)·n_h/(n_h − 1)·Σ_c (u_hc − ū_h)(u_hc − ū_h)ᵀ, u_hc the vector of linearised totals of
 * a PSU (R's `svyrecvar`): one pass over the PSU totals, PSUs × q²/2 products, and never the
 * covariance of the totals themselves. Replicate designs: scale · Σ_r rscale_r (θ_r − θ)(θ_r − θ)ᵀ, over
 * the replicates in which all statistics are defined (`deviationsOf`).
 *
 * @param domain as for `varianceOf`.
 */
export function covarianceOfStatistics(
  table: Tally,
  statistics: readonly Statistic[],
  domain: Uint8Array | null = null,
): Float64Array {
  const { design } = table;
  if (table.byReplicate) return covarianceOfReplicates(table, statistics);
  const gradients = statistics.map(({ gradient }) => linearised(table, gradient));
  const slopes = slopesOf(gradients, table.refinedTotals.length);
  const matrix = new Float64Array(slopes.count * slopes.count);
  table.stages.forEach((totals, stage) => {
    const factor = averageFactor(design, stage, (group) => isIn(domain, totals, group));
    const ofStage = stageCovariance(design, stage, totals, slopes);
    for (let index = 0; index < matrix.length; index++) matrix[index] += factor * ofStage[index];
  });
  return matrix;
}

function covarianceOfReplicates(table: Tally, statistics: readonly Statistic[]): Float64Array {
  const { rows, count } = deviationsOf(table, statistics, table.design.replicates!);
  const size = statistics.length;
  if (count === 0) return new Float64Array(size * size).fill(NaN);
  const product = new SymmetricProduct(size);
  for (let row = 0; row < count; row++) product.addRow(rows.subarray(row * size, (row + 1) * size));
  return product.result();
}

function stageCovariance(
  design: SurveyDesign,
  stage: number,
  totals: UnitTotals,
  slopes: Slopes,
): Float64Array {
  const { groupStart, unitStart } = totals;
  const { scale, centred } = rulesOf(design, stage);
  const { sampled } = design.stages[stage];
  const product = new SymmetricProduct(slopes.count);
  for (let group = 0; group < scale.length; group++) {
    const isEmpty = unitStart[groupStart[group]] === unitStart[groupStart[group + 1]];
    if (scale[group] === 0 || isEmpty) continue;
    addGroup(totals, group, slopes, centred[group] === 1 ? sampled[group] : null, scale[group], product);
  }
  addWithin(totals, scale, slopes, product);
  return product.result();
}

/** One row a unit: its deviations from the group's mean unit, times the root of what they count for. */
function addGroup(
  totals: UnitTotals,
  group: number,
  slopes: Slopes,
  centredOver: number | null,
  scale: number,
  product: SymmetricProduct,
): void {
  const { groupStart, multiplicity } = totals;
  const { count } = slopes;
  const from = groupStart[group];
  const to = groupStart[group + 1];
  const scores = new Float64Array((to - from) * count);
  addScores(totals, slopes, from, to, scores);
  const means = new Float64Array(count);
  let counted = 0;
  for (let unit = from; unit < to; unit++) {
    const times = multiplicity === null ? 1 : multiplicity[unit];
    counted += times;
    const row = (unit - from) * count;
    for (let index = 0; index < count; index++) means[index] += times * scores[row + index];
  }
  for (let index = 0; index < count; index++) means[index] = centredOver ? means[index] / centredOver : 0;

  const deviations = new Float64Array(count);
  for (let unit = from; unit < to; unit++) {
    const root = Math.sqrt(scale * (multiplicity === null ? 1 : multiplicity[unit]));
    const row = (unit - from) * count;
    for (let index = 0; index < count; index++)
      deviations[index] = root * (scores[row + index] - means[index]);
    product.addRow(deviations);
  }
  if (centredOver === null || centredOver === counted) return;
  const root = Math.sqrt(scale * (centredOver - counted));
  product.addRow(means.map((mean) => root * mean));
}

/** Where equal rows are kept together, what they differ within: one row for each total. */
function addWithin(totals: UnitTotals, scale: Float64Array, slopes: Slopes, product: SymmetricProduct): void {
  const { groupStart, unitStart, cells, within } = totals;
  if (within === null) return;
  const squares = new Float64Array(slopes.start.length - 1);
  for (let group = 0; group < scale.length; group++) {
    const end = unitStart[groupStart[group + 1]];
    for (let entry = unitStart[groupStart[group]]; entry < end; entry++)
      squares[cells[entry]] += scale[group] * within[entry];
  }
  for (let total = 0; total < squares.length; total++) {
    if (squares[total] === 0) continue;
    const root = Math.sqrt(squares[total]);
    const row = new Float64Array(slopes.count);
    for (let at = slopes.start[total]; at < slopes.start[total + 1]; at++)
      row[slopes.statistic[at]] = root * slopes.slope[at];
    product.addRow(row);
  }
}
