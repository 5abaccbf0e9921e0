import { symmetricInterval } from '../inference/interval.ts';
import type { Tally } from '../tally/tally.ts';
import { varianceOf } from '../tally/variance.ts';
import { combinationOf, type Statistic } from '../tally/statistic.ts';
import { finite, noEstimate, type Estimate } from './figures.ts';

/**
 * a − b for two estimates from the same table, their covariance included (R's
 * `svycontrast(..., c(1, -1))`): the gradients are subtracted before the variance is taken.
 */
export function differenceOf(a: Statistic, b: Statistic): Statistic {
  return combinationOf([a, b], [1, -1]);
}

/** estimate ± t_ν·se with ν of the table. Nulls where the estimate is not finite. */
export function linearEstimate(table: Tally, statistic: Statistic, level: number): Estimate {
  if (!Number.isFinite(statistic.estimate)) return noEstimate;
  const se = Math.sqrt(varianceOf(table, statistic));
  return {
    estimate: statistic.estimate,
    se: finite(se),
    ...symmetricInterval(statistic.estimate, se, table.df, level),
  };
}
