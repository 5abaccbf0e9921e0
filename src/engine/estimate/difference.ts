import { symmetricInterval } from '../inference/interval.ts';
import type { Tally } from '../tally/tally.ts';
import { varianceOf } from '../tally/variance.ts';
import { finite, noEstimate, type Estimate, type Linearised } from './figures.ts';

/**
 * a − b for two estimates from the same table, their covariance included (R's
 * `svycontrast(..., c(1, -1))`): the gradients are subtracted before the variance is taken.
 */
export function differenceOf(a: Linearised, b: Linearised): Linearised {
  return {
    estimate: a.estimate - b.estimate,
    gradient: a.gradient.map((slope, cell) => slope - b.gradient[cell]),
  };
}

/** estimate ± t_ν·se with ν of the table. Nulls where the estimate is not finite. */
export function linearEstimate(table: Tally, linearised: Linearised, level: number): Estimate {
  if (!Number.isFinite(linearised.estimate)) return noEstimate;
  const se = Math.sqrt(varianceOf(table, linearised.gradient));
  return {
    estimate: linearised.estimate,
    se: finite(se),
    ...symmetricInterval(linearised.estimate, se, table.df, level),
  };
}
