import betainc from '@stdlib/math-base-special-betainc';
import gammainc from '@stdlib/math-base-special-gammainc';
import betaQuantileOf from '@stdlib/stats-base-dists-beta-quantile';
import normalQuantileOf from '@stdlib/stats-base-dists-normal-quantile';
import tQuantileOf from '@stdlib/stats-base-dists-t-quantile';

/** Quantile of the beta distribution; R's `qbeta(probability, a, b)`. */
export function betaQuantile(probability: number, a: number, b: number): number {
  return betaQuantileOf(probability, a, b);
}

/** Quantile of the standard normal distribution; R's `qnorm`. */
export function normalQuantile(probability: number): number {
  return normalQuantileOf(probability, 0, 1);
}

const tQuantiles = new Map<number, Map<number, number>>();

/**
 * The two-sided critical value of Student's t: R's `qt(1 − (1 − level)/2, df)`; the normal one for
 * infinite `df`. Remembered, for a matrix asks for the same few many times.
 */
export function criticalT(level: number, df: number): number {
  let ofLevel = tQuantiles.get(level);
  if (!ofLevel) tQuantiles.set(level, (ofLevel = new Map()));
  let quantile = ofLevel.get(df);
  if (quantile === undefined) {
    const lowerTail = (1 - level) / 2;
    quantile = -(df === Infinity ? normalQuantile(lowerTail) : tQuantileOf(lowerTail, df));
    if (ofLevel.size > 10_000) ofLevel.clear();
    ofLevel.set(df, quantile);
  }
  return quantile;
}

/**
 * P(F > f) for F(df1, df2); R's `pf(f, df1, df2, lower.tail = FALSE)`, through the upper incomplete
 * beta function so that tiny p-values keep their digits.
 */
export function upperTailF(f: number, df1: number, df2: number): number {
  if (f <= 0) return 1;
  if (f === Infinity) return 0;
  return betainc((df1 * f) / (df2 + df1 * f), df1 / 2, df2 / 2, true, true);
}

/** P(χ² > x) on `df` degrees of freedom; R's `pchisq(x, df, lower.tail = FALSE)`. */
export function upperTailChiSquare(x: number, df: number): number {
  if (x <= 0) return 1;
  return x === Infinity ? 0 : gammainc(x / 2, df / 2, true, true);
}

/** P(|T| > |t|) for Student's t; R's `2 * pt(-abs(t), df)`, the normal one for infinite `df`. */
export function twoSidedT(t: number, df: number): number {
  return df === Infinity ? upperTailChiSquare(t * t, 1) : upperTailF(t * t, 1, df);
}
