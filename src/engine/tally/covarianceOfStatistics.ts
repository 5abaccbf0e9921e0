import { averageFactor } from '../design/lonelyPsu.ts';
import { addScores } from './scores.ts';
import { slopesOf, type Slopes } from './slopes.ts';
import type { Statistic } from './statistic.ts';
import { SymmetricProduct } from './symmetricProduct.ts';
import type { PsuTotals, Tally } from './tally.ts';
import { isIn, rulesOf } from './variance.ts';

/**
 * The joint design covariance of statistics of one table, q × q, row by row; R's
 * `vcov(svycontrast(...))` or `vcov(svyby(..., covmat = TRUE))`. Its diagonal is `varianceOf`.
 *
 * Σ_h (1 − f_h)·n_h/(n_h − 1)·Σ_c (u_hc − ū_h)(u_hc − ū_h)ᵀ, u_hc the vector of linearised totals of
 * a PSU (R's `svyrecvar`): one pass over the PSU totals, PSUs × q²/2 products, and never the
 * covariance of the totals themselves.
 *
 * @param domain as for `varianceOf`.
 */
export function covarianceOfStatistics(
  table: Tally,
  statistics: readonly Statistic[],
  domain: Uint8Array | null = null,
): Float64Array {
  const { psuTotals, design } = table;
  const { stratumStart, unitStart } = psuTotals;
  const { scale, centred } = rulesOf(design);
  const slopes = slopesOf(statistics, table.totals.length);
  const product = new SymmetricProduct(slopes.count);
  for (let stratum = 0; stratum < scale.length; stratum++) {
    const isEmpty = unitStart[stratumStart[stratum]] === unitStart[stratumStart[stratum + 1]];
    if (scale[stratum] === 0 || isEmpty) continue;
    const centredOver = centred[stratum] === 1 ? design.sampledPsus[stratum] : null;
    addStratum(psuTotals, stratum, slopes, centredOver, scale[stratum], product);
  }
  addWithin(psuTotals, scale, slopes, product);
  const matrix = product.result();
  const factor = averageFactor(design, (stratum) => isIn(domain, psuTotals, stratum));
  return factor === 1 ? matrix : matrix.map((value) => value * factor);
}

/** One row a unit: its deviations from the stratum's mean PSU, times the root of what they count for. */
function addStratum(
  totals: PsuTotals,
  stratum: number,
  slopes: Slopes,
  centredOver: number | null,
  scale: number,
  product: SymmetricProduct,
): void {
  const { stratumStart, multiplicity } = totals;
  const { count } = slopes;
  const from = stratumStart[stratum];
  const to = stratumStart[stratum + 1];
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

  for (let unit = from; unit < to; unit++) {
    const root = Math.sqrt(scale * (multiplicity === null ? 1 : multiplicity[unit]));
    const row = (unit - from) * count;
    const deviations = product.nextRow();
    for (let index = 0; index < count; index++)
      deviations[index] = root * (scores[row + index] - means[index]);
  }
  if (centredOver === null || centredOver === counted) return;
  const root = Math.sqrt(scale * (centredOver - counted));
  const outside = product.nextRow();
  for (let index = 0; index < count; index++) outside[index] = root * means[index];
}

/** Where equal rows are kept together, what they differ within: one row for each total. */
function addWithin(totals: PsuTotals, scale: Float64Array, slopes: Slopes, product: SymmetricProduct): void {
  const { stratumStart, unitStart, cells, within } = totals;
  if (within === null) return;
  const squares = new Float64Array(slopes.start.length - 1);
  for (let stratum = 0; stratum < scale.length; stratum++) {
    const end = unitStart[stratumStart[stratum + 1]];
    for (let entry = unitStart[stratumStart[stratum]]; entry < end; entry++)
      squares[cells[entry]] += scale[stratum] * within[entry];
  }
  for (let total = 0; total < squares.length; total++) {
    if (squares[total] === 0) continue;
    const root = Math.sqrt(squares[total]);
    const row = product.nextRow();
    for (let at = slopes.start[total]; at < slopes.start[total + 1]; at++)
      row[slopes.statistic[at]] = root * slopes.slope[at];
  }
}
