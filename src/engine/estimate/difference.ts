import { symmetricInterval } from '../inference/interval.ts';
import type { Tally } from '../tally/talliedTable.ts';
import { varianceOf } from '../tally/variance.ts';
import { withoutRounding } from '../tally/withoutRounding.ts';
import { combinationOf, type Statistic } from '../tally/statistic.ts';
import { finite, noEstimate, whyNot, type Estimate } from './figures.ts';
import type { Whole } from './share.ts';

/**
 * a − b for two estimates from the same table, their covariance included (R's
 * `svycontrast(..., c(1, -1))`): the gradients are subtracted before the variance is taken.
 */
export function differenceOf(a: Statistic, b: Statistic): Statistic {
  return combinationOf([a, b], [1, -1]);
}

/**
 * estimate ± t_ν·se. Nulls where the estimate is not finite.
 *
 * @param domain whose ν it is, and over whose strata the policy `average` averages; the whole table
 * where it is left out.
 */
export function linearEstimate(
  table: Tally,
  statistic: Statistic,
  level: number,
  domain?: Pick<Whole, 'cells' | 'df'>,
): Estimate {
  if (!Number.isFinite(statistic.estimate)) return { ...noEstimate, why: 'noRespondents' };
  const variance = varianceOf(table, statistic, domain?.cells);
  const se = Math.sqrt(withoutRounding(table, statistic, variance));
  const df = domain?.df ?? table.df;
  return {
    estimate: statistic.estimate,
    se: finite(se),
    ...symmetricInterval(statistic.estimate, se, df, level),
    ...whyNot(se, df),
  };
}
