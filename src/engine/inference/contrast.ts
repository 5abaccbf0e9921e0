import { finite, noEstimate, type Estimate } from '../estimate/figures.ts';
import { combinationOf, type Statistic } from '../tally/statistic.ts';
import type { Tally } from '../tally/talliedTable.ts';
import { varianceOf } from '../tally/variance.ts';
import { withoutRounding } from '../tally/withoutRounding.ts';
import { twoSidedT } from './distributions.ts';
import { logInterval, noInterval, symmetricInterval } from './interval.ts';
import type { Reason } from './reason.ts';
import { satterthwaiteDf } from './satterthwaiteDf.ts';

/** An estimate with the t test that it is 0 (a ratio: that it is 1). */
export interface Contrast extends Estimate {
  readonly t: number | null;
  readonly df: number | null;
  readonly p: number | null;
}

export function noContrast(why: Reason): Contrast {
  return { ...noEstimate, t: null, df: null, p: null, why };
}

/**
 * a − b for two statistics of one table (shares, means, totals of two groups), their covariance
 * included; R's `svycontrast(svyby(..., covmat = TRUE), c(1, -1))`. t = (a − b)/se on ν degrees of
 * freedom, interval ± t_ν·se.
 *
 * @param df ν, of the table unless something else is given (R's `degf(design)`; R itself takes ∞): for a
 * difference between two groups, `satterthwaiteDf`.
 */
export function differenceTest(
  table: Tally,
  a: Statistic,
  b: Statistic,
  level: number,
  df: number = table.df,
): Contrast {
  return linearTest(table, combinationOf([a, b], [1, -1]), level, df);
}

/** Any statistic against 0, as `differenceTest`. */
export function linearTest(
  table: Tally,
  statistic: Statistic,
  level: number,
  df: number = table.df,
): Contrast {
  if (!Number.isFinite(statistic.estimate)) return noContrast('noRespondents');
  const variance = withoutRounding(table, statistic, varianceOf(table, statistic));
  return testOf(statistic.estimate, Math.sqrt(variance), df, level);
}

/**
 * a / b for two statistics of one table, their covariance included: tested and given its interval on the
 * logarithmic scale, log(a/b) ± t_ν·se_log, with se = (a/b)·se_log (R's
 * `svycontrast(..., quote(log(a / b)))`; method note §3 for lift).
 *
 * @returns reason `notPositive` where a or b is 0 or less.
 */
export function ratioTest(
  table: Tally,
  a: Statistic,
  b: Statistic,
  level: number,
  df: number = table.df,
): Contrast {
  if (!Number.isFinite(a.estimate) || !Number.isFinite(b.estimate)) return noContrast('noRespondents');
  if (!(a.estimate > 0) || !(b.estimate > 0)) return noContrast('notPositive');
  const log: Statistic = {
    estimate: Math.log(a.estimate / b.estimate),
    gradient: combinationOf([a, b], [1 / a.estimate, -1 / b.estimate]).gradient,
    at: (totals) => Math.log(a.at(totals) / b.at(totals)),
  };
  const logSe = Math.sqrt(withoutRounding(table, log, varianceOf(table, log)));
  const { t, p, why } = testOf(log.estimate, logSe, df, level);
  const ratio = a.estimate / b.estimate;
  const interval = p === null ? noInterval : logInterval(ratio, logSe, df, level);
  const reason = why ?? (interval.ciHigh === null ? 'beyondValues' : undefined);
  return {
    estimate: ratio,
    se: finite(ratio * logSe),
    ...interval,
    t,
    df: p === null ? null : df,
    p,
    ...(reason && { why: reason }),
  };
}

/** What the difference of two surveys takes from each. */
export interface IndependentEstimate {
  readonly estimate: number;
  readonly se: number;
  readonly df: number;
}

/**
 * a − b for estimates from two samples drawn independently (waves, countries): V = V_a + V_b, with
 * Satterthwaite's degrees of freedom (`satterthwaiteDf`). R's survey package has no such function; where both ν are large all choices agree.
 */
export function independentDifference(
  a: IndependentEstimate,
  b: IndependentEstimate,
  level: number,
): Contrast {
  const difference = a.estimate - b.estimate;
  if (!Number.isFinite(difference)) return noContrast('noRespondents');
  if (!(a.df > 0) || !(b.df > 0))
    return { ...noContrast('noDegreesOfFreedom'), estimate: difference, se: finite(Math.hypot(a.se, b.se)) };
  const [va, vb] = [a.se * a.se, b.se * b.se];
  const df = satterthwaiteDf({ variance: va, df: a.df }, { variance: vb, df: b.df });
  return testOf(difference, Math.sqrt(va + vb), df, level);
}

/**
 * a / b for estimates from two samples drawn independently: tested and given its interval on the
 * logarithmic scale, V(log a/b) = V_a/a² + V_b/b², degrees of freedom as `independentDifference`.
 */
export function independentRatio(a: IndependentEstimate, b: IndependentEstimate, level: number): Contrast {
  if (!Number.isFinite(a.estimate) || !Number.isFinite(b.estimate)) return noContrast('noRespondents');
  if (!(a.estimate > 0) || !(b.estimate > 0)) return noContrast('notPositive');
  const logOf = ({ estimate, se, df }: IndependentEstimate): IndependentEstimate => ({
    estimate: Math.log(estimate),
    se: se / estimate,
    df,
  });
  const log = independentDifference(logOf(a), logOf(b), level);
  const ratio = a.estimate / b.estimate;
  const interval =
    log.se === null || log.df === null ? noInterval : logInterval(ratio, log.se, log.df, level);
  return {
    ...log,
    estimate: ratio,
    se: log.se === null ? null : finite(ratio * log.se),
    ...interval,
    ...(interval.ciHigh === null && log.why === undefined && { why: 'beyondValues' as const }),
  };
}

/** An estimate of known standard error against 0: t = estimate/se on ν = `df`, interval ± t_ν·se. */
export function testOf(estimate: number, se: number, df: number, level: number): Contrast {
  const rest = { estimate, se: finite(se) };
  if (Number.isNaN(se)) return { ...noContrast('noVariance'), ...rest };
  if (!(se > 0)) return { ...noContrast('noVariance'), ...rest };
  if (!(df > 0)) return { ...noContrast('noDegreesOfFreedom'), ...rest };
  const t = estimate / se;
  return { ...rest, ...symmetricInterval(estimate, se, df, level), t, df, p: twoSidedT(t, df) };
}
