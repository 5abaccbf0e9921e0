import { shareInterval } from '../inference/interval.ts';
import type { Reason } from '../inference/reason.ts';
import { domainsOf } from '../tally/domain.ts';
import type { Tally } from '../tally/talliedTable.ts';
import { variancesOf } from '../tally/variancesOf.ts';
import { finite, noShare, type DeffForm, type EstimateOptions, type ShareEstimate } from './figures.ts';
import { countOf, ratioOf, totalOf, type Cells } from './ratio.ts';
import type { Share } from './shareMoments.ts';

/** What a share's denominator is: respondents of positive weight and their degrees of freedom. */
export interface Whole {
  readonly cells: Cells;
  readonly n: number;
  readonly weightedN: number;
  readonly df: number;
}

export function wholeOf(table: Tally, cells: Cells): Whole {
  return wholesOf(table, [cells])[0];
}

/** Several denominators in one pass over the PSUs. */
export function wholesOf(table: Tally, sets: readonly Cells[]): Whole[] {
  return domainsOf(table.psuTotals, sets).map(({ df }, index) => ({
    cells: sets[index],
    n: countOf(table, sets[index]),
    weightedN: totalOf(table, sets[index]),
    df,
  }));
}

/** What a share is of: `part`, a subset of `whole`. Neither may change as long as it is in use. */
export interface PartOf {
  readonly part: Cells;
  readonly whole: Whole;
}

/** Below this part of p(1 − p) a variance is what rounding leaves where all PSUs agree. */
const rounding = 1e-24;

/**
 * The share of `part` among `whole`, a domain mean: R's
 * `svymean(~part, subset(design, whole), deff = "replace")`.
 *
 * V(p) linearised with u = (1[part] − p)·w / t_whole; deff = V·(n − 1) / [p(1 − p)], because R's
 * `svyvar` has n − 1. The degrees of freedom are those of the denominator's own respondents
 * (R's `degf(subset(design, whole))`), so that a share among few PSUs gets a wider interval.
 *
 * @param part a subset of `whole`.
 */
export function shareOf(table: Tally, part: Cells, whole: Whole): Share {
  return sharesOf(table, [{ part, whole }])[0];
}

/** `shareOf` each, their variances taken together. */
export function sharesOf(table: Tally, shares: readonly PartOf[]): Share[] {
  const counts = shares.map(({ part }) => countOf(table, part));
  const varying = shares.filter(({ whole }, index) => counts[index] > 0 && counts[index] < whole.n);
  const ratios = varying.map(({ part, whole }) => ratioOf(table, part, whole.cells));
  const variances = variancesOf(
    table,
    ratios,
    varying.map(({ whole }) => whole.cells),
  );
  let next = 0;
  return shares.map(({ whole: { n, weightedN, df } }, index) => {
    const basis = { part: counts[index], n, weightedN, df };
    if (n === 0) return { estimate: NaN, se: NaN, deff: NaN, ...basis };
    if (basis.part === 0) return { estimate: 0, se: 0, deff: NaN, ...basis };
    if (basis.part === n) return { estimate: 1, se: 0, deff: NaN, ...basis };
    const { estimate } = ratios[next];
    const computed = variances[next++];
    const variance = computed < rounding * estimate * (1 - estimate) ? 0 : computed;
    return {
      estimate,
      se: Math.sqrt(variance),
      deff: (variance * (n - 1)) / (estimate * (1 - estimate)),
      ...basis,
    };
  });
}

/**
 * The share with its interval and what goes with it, ready to leave the engine.
 *
 * The design effect is V / V_srs (R's `deff = "replace"`), or V / [V_srs·(1 − n/N)] with N = Σw
 * (`withoutReplacement`, R's `deff = TRUE`): `null` where Σw ≤ n, for then the weights do not add up to
 * a population. Where R divides 0 by 0 there is `null`.
 */
export function shareEstimate(share: Share, options: EstimateOptions): ShareEstimate {
  const { estimate, se, n, df } = share;
  if (n === 0) return { ...noShare, n, df, why: 'noRespondents' };
  const deff = designEffect(share.deff, share, options.deff ?? 'replace');
  const why = reasonOf(share);
  return {
    estimate: finite(estimate),
    se: finite(se),
    ...shareInterval(share, options.interval, options.level),
    deff: finite(deff),
    cv: finite(se / estimate),
    effectiveN: finite(n / deff),
    df,
    n,
    ...(why !== null && { why }),
  };
}

/** A design effect against sampling with replacement in the form asked for; see `shareEstimate`. */
export function designEffect(
  withReplacement: number,
  { n, weightedN }: Pick<Whole, 'n' | 'weightedN'>,
  form: DeffForm,
): number {
  if (form === 'replace') return withReplacement;
  return weightedN > n ? withReplacement / (1 - n / weightedN) : NaN;
}

function reasonOf({ estimate, se, df }: Share): Reason | null {
  if (!(df > 0)) return 'noDegreesOfFreedom';
  if (estimate === 0 || estimate === 1) return 'noVariation';
  return se > 0 ? null : 'noVariance';
}
