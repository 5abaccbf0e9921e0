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
  /**
   * Where the gradient is a sum of few terms, each one slope for a set of cells (the numerator and the denominator
   * of a share): `variancesOf` then adds up each set once for all statistics.
   */
  readonly terms?: readonly Term[];
}

export interface Term {
  /** 1 for each cell in the set. */
  readonly cells: Uint8Array;
  readonly slope: number;
}

/** A statistic by its terms; its gradient is made when first read. */
export function statisticOfTerms(estimate: number, terms: readonly Term[], at: Statistic['at']): Statistic {
  let gradient: Float64Array | null = null;
  return {
    estimate,
    terms,
    at,
    get gradient(): Float64Array {
      return (gradient ??= gradientOf(terms));
    },
  };
}

function gradientOf(terms: readonly Term[]): Float64Array {
  const gradient = new Float64Array(terms[0].cells.length);
  for (const { cells, slope } of terms)
    for (let cell = 0; cell < gradient.length; cell++) if (cells[cell] === 1) gradient[cell] += slope;
  return gradient;
}

/** a₀·g₀ + a₁·g₁ + …, statistics of the same table; R's `svycontrast`. */
export function combinationOf(statistics: readonly Statistic[], factors: readonly number[]): Statistic {
  const combined = (valueOf: (one: Statistic) => number): number =>
    statistics.reduce((sum, one, index) => sum + factors[index] * valueOf(one), 0);
  const estimate = combined((one) => one.estimate);
  const at = (totals: Totals): number => combined((one) => one.at(totals));
  const terms = statistics.map((one) => one.terms);
  if (terms.every((ofOne) => ofOne !== undefined)) {
    const scaled = (ofOne: readonly Term[], index: number): Term[] =>
      ofOne.map(({ cells, slope }) => ({ cells, slope: factors[index] * slope }));
    return statisticOfTerms(estimate, terms.flatMap(scaled), at);
  }
  const gradient = new Float64Array(statistics[0].gradient.length);
  statistics.forEach((one, index) => {
    for (let cell = 0; cell < gradient.length; cell++) gradient[cell] += factors[index] * one.gradient[cell];
  });
  return { estimate, gradient, at };
}
