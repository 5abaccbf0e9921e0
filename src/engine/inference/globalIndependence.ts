import { covarianceAcrossTables } from '../tally/covarianceAcrossTables.ts';
import type { Tally } from '../tally/talliedTable.ts';
import { upperTailF } from './distributions.ts';
import { noTest, type IndependenceTest } from './noTest.ts';
import { twoByTwo } from './raoScott.ts';
import { usedTable } from './usedTable.ts';

export interface GlobalTest extends IndependenceTest {
  /** Σ X² over the pairs, each with its own number of respondents. */
  readonly statistic: number | null;
  /** Pairs that took part. */
  readonly pairs: number;
}

/** More products than this, units · pairs² / 2, would keep one waiting for seconds. */
const mostProducts = 5e8;
/** And more entries, units · pairs, would not fit beside the survey. */
const mostEntries = 1e7;

/** Whether `globalIndependence` takes so many pairs at these units (PSUs; respondents without PSUs). */
export function canTestGlobally(units: number, pairs: number): boolean {
  return units * pairs <= mostEntries && (units * pairs * pairs) / 2 <= mostProducts;
}

/** Of a pair's variance relative to a simple sample of one respondent: as `raoScott`. */
const rounding = 1e-24;

export function noGlobalTest(why: NonNullable<IndependenceTest['why']>): GlobalTest {
  return { ...noTest(why), statistic: null, pairs: 0 };
}

/**
 * That no fear concern goes with any want concern: the sum of the pairs' X², corrected for the design
 * and for what the pairs have in common.
 *
 * The modified Pearson statistic of Thomas and Decady (2004) and Bilder and Loughin (2004, 2007; R's
 * `MRCV`) for two sets of marks is Σ_k X²_k over all pairs k; each X²_k is the square of
 * z_k = √n_k·Σ ±p̂/p / √(Σ 1/p), whose variance is the pair's own Δ_kk as in `raoScott`. Hence
 * Σ X²_k ~ Σ λ_i χ²_1 with λ the eigenvalues of Δ = cov(z), here the joint design covariance of PSU
 * totals of all pairs. Rao and Scott's (1984) second order: F = ΣX²/tr Δ, d0 = (tr Δ)²/tr Δ²,
 * referred to F(d0, d0·ν) (Thomas and Rao 1987). With one pair it is that pair's `raoScott`.
 *
 * Each pair is over the respondents with a valid answer to both concerns; n_k is their number, ν the
 * largest of the pairs'. Pairs without a test of their own (nobody, or everybody, concerned) take no
 * part. Independence is marginal, pair by pair, not of the sets as wholes.
 *
 * @param tables 2 × 2 tables of one design, each row kept as a unit where there are no PSUs
 * (`tallyPair` with `apart`).
 * @returns reasons: `singleCategory` where no pair is left, `noVariance` where Δ is 0 or replicates
 * leave a pair undefined, `tooLarge` (`canTestGlobally`).
 */
export function globalIndependence(tables: readonly Tally[]): GlobalTest {
  const tested = tables.filter((table) => typeof usedTable(table, 2, 2) !== 'string');
  if (tested.length === 0) return noGlobalTest('singleCategory');
  const units = tested[0].psuTotals.unitStart.length - 1;
  if (!canTestGlobally(units, tested.length)) return noGlobalTest('tooLarge');

  const pairs = tested.map((table) => {
    const n = table.counts.reduce((sum, count) => sum + count, 0);
    return { n, table, ...twoByTwo(table) };
  });
  const covariance = covarianceAcrossTables(pairs);
  if (covariance === null) return noGlobalTest('noVariance');
  const size = pairs.length;
  const norms = pairs.map(({ n, simple }) => Math.sqrt(n / simple));
  let [statistic, count, trace, traceOfSquare] = [0, 0, 0, 0];
  for (let row = 0; row < size; row++) {
    // A pair that is the same in all PSUs has no test of its own, but for what rounding leaves.
    if (!(covariance[row * size + row] > rounding * pairs[row].simple)) continue;
    statistic += pairs[row].n * pairs[row].pearson;
    trace += norms[row] * norms[row] * covariance[row * size + row];
    count++;
    for (let column = 0; column < size; column++) {
      const delta = norms[row] * norms[column] * covariance[row * size + column];
      traceOfSquare += delta * delta;
    }
  }
  const f = statistic / trace;
  const df1 = (trace * trace) / traceOfSquare;
  if (!(trace > 0) || !Number.isFinite(f) || !Number.isFinite(df1)) return noGlobalTest('noVariance');
  const df2 = df1 * Math.max(...pairs.map(({ table }) => table.df));
  return { f, df1, df2, p: upperTailF(f, df1, df2), statistic, pairs: count };
}
