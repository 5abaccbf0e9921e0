/** Totals of a table's cells: those of the sample, or of one replicate. */
export type Totals = Float64Array;

/**
 * A smooth function g of a table's totals: what every share, mean, difference and ratio is.
 *
 * Samples drawn in strata and PSUs take its variance from the gradient (Taylor linearisation), designs
 * with replicate weights from its value at the totals of each replicate.
 */
export interface Statistic {
  /** g at the table's totals; NaN where it is not defined. */
  readonly estimate: number;
  /** ∂g/∂t at the table's totals, in their order; 0 for totals beyond its end (layers it does not use). */
  readonly gradient: Float64Array;
  readonly at: (totals: Totals) => number;
}

/** a₀·g₀ + a₁·g₁ + …, statistics of the same table; R's `svycontrast`. */
export function combinationOf(statistics: readonly Statistic[], factors: readonly number[]): Statistic {
  const gradient = new Float64Array(statistics[0].gradient.length);
  statistics.forEach((one, index) => {
    for (let cell = 0; cell < gradient.length; cell++) gradient[cell] += factors[index] * one.gradient[cell];
  });
  const combined = (valueOf: (one: Statistic) => number): number =>
    statistics.reduce((sum, one, index) => sum + factors[index] * valueOf(one), 0);
  return {
    estimate: combined((one) => one.estimate),
    gradient,
    at: (totals) => combined((one) => one.at(totals)),
  };
}
