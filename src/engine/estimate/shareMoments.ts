/** A share before its interval. */
export interface Share {
  /** 0–1; NaN where nobody is in the denominator. */
  readonly estimate: number;
  readonly se: number;
  /** V / V of a simple random sample of n with replacement; NaN at 0 and 1, and for n = 1. */
  readonly deff: number;
  /** Respondents in the numerator. */
  readonly part: number;
  /** Respondents, weighted number and degrees of freedom of the denominator. */
  readonly n: number;
  readonly weightedN: number;
  readonly df: number;
}
