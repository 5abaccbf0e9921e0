import { betaQuantile, criticalT } from './distributions.ts';

export type IntervalMethod = 'logit' | 'beta' | 'wilson' | 'wald';

export interface Interval {
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
}

export const noInterval: Interval = { ciLow: null, ciHigh: null };

/** A share with what its interval rests on: respondents and degrees of freedom of its denominator. */
export interface ShareBasis {
  readonly estimate: number;
  readonly se: number;
  readonly n: number;
  readonly df: number;
}

/**
 * Confidence interval of a share (method note §2), with t on the degrees of freedom of the share's
 * own domain; R's `svyciprop(~y, subset(design, domain), method, level)`.
 *
 * - `logit`: logit(p) ± t_ν·se / [p(1 − p)], back-transformed. R's `"xlogit"` (R's own `"logit"`
 *   fits a model and differs slightly), SPSS, Stata.
 * - `beta`: Korn and Graubard (1998). n* = p(1 − p)/V·(t_{n−1}/t_ν)²; quantiles of
 *   Beta(n*p, n*(1 − p) + 1) and Beta(n*p + 1, n*(1 − p)). R's `"beta"`.
 * - `wilson`: Wilson's (1927) score interval with n* = p(1 − p)/V and t_ν for z.
 * - `wald`: p ± t_ν·se, not cut at 0 and 1. R's `"mean"`.
 *
 * At p = 0 or 1, where the variance tells nothing, all give Clopper and Pearson's (1934) interval with
 * n* = n (R has NaN or a point there). With 0 < p < 1 and se = 0 the interval is the point p.
 * No degrees of freedom: no interval.
 */
export function shareInterval(basis: ShareBasis, method: IntervalMethod, level: number): Interval {
  const { estimate: p, se, n, df } = basis;
  if (!(df > 0) || !Number.isFinite(se)) return noInterval;
  if (p === 0) return { ciLow: 0, ciHigh: betaQuantile((1 + level) / 2, 1, n) };
  if (p === 1) return { ciLow: betaQuantile((1 - level) / 2, n, 1), ciHigh: 1 };
  if (se === 0) return { ciLow: p, ciHigh: p };
  return methods[method](basis, level);
}

const methods: Record<IntervalMethod, (basis: ShareBasis, level: number) => Interval> = {
  logit({ estimate: p, se, df }, level) {
    const logit = Math.log(p / (1 - p));
    const half = (criticalT(level, df) * se) / (p * (1 - p));
    return { ciLow: expit(logit - half), ciHigh: expit(logit + half) };
  },
  beta({ estimate: p, se, n, df }, level) {
    const ratio = criticalT(level, n - 1) / criticalT(level, df);
    const effective = ((p * (1 - p)) / (se * se)) * ratio * ratio;
    return {
      ciLow: betaQuantile((1 - level) / 2, effective * p, effective * (1 - p) + 1),
      ciHigh: betaQuantile((1 + level) / 2, effective * p + 1, effective * (1 - p)),
    };
  },
  wilson({ estimate: p, se, df }, level) {
    const t = criticalT(level, df);
    const perEffective = (t * t * se * se) / (p * (1 - p));
    const centre = (p + perEffective / 2) / (1 + perEffective);
    const half = (t * se * Math.sqrt(1 + perEffective / (4 * p * (1 - p)))) / (1 + perEffective);
    return { ciLow: centre - half, ciHigh: centre + half };
  },
  wald: ({ estimate, se, df }, level) => symmetricInterval(estimate, se, df, level),
};

/** estimate ± t_ν·se; R's `confint(..., df)`. `null` without degrees of freedom or variance. */
export function symmetricInterval(estimate: number, se: number, df: number, level: number): Interval {
  if (!(df > 0) || !Number.isFinite(se)) return noInterval;
  const half = criticalT(level, df) * se;
  return { ciLow: estimate - half, ciHigh: estimate + half };
}

/** exp(log(estimate) ± t_ν·logSe), for ratios whose logarithm is the closer to normal. */
export function logInterval(estimate: number, logSe: number, df: number, level: number): Interval {
  if (!(df > 0) || !Number.isFinite(logSe) || !(estimate > 0)) return noInterval;
  const factor = Math.exp(criticalT(level, df) * logSe);
  if (!Number.isFinite(estimate * factor)) return noInterval;
  return { ciLow: estimate / factor, ciHigh: estimate * factor };
}

function expit(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
