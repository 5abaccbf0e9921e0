import type { NumericColumn } from '../survey/column.ts';

/** How a weight is spread over respondents. Counts are of rows; figures are over rows of positive weight. */
export interface WeightDiagnostics {
  readonly n: number;
  readonly min: number;
  readonly max: number;
  readonly sum: number;
  readonly mean: number;
  /** Kish's (Σw)² / Σw²: how many respondents of equal weight would say as much about an average. */
  readonly effectiveN: number;
  /** max / min. */
  readonly ratio: number;
  /** Weights greater than `extremeTimesMean` times the mean. */
  readonly extreme: number;
  readonly zero: number;
  readonly missing: number;
  readonly negative: number;
}

/** Where the weights of the American National Election Studies are cut off (DeBell & Krosnick 2009, nes012427). */
export const extremeTimesMean = 5;

/**
 * Range, sum and Kish's effective sample size of a weight (Kish 1965, section 11.7; 1992, J. Off. Stat. 8, 183).
 * R: `w <- w[w > 0]; sum(w)^2 / sum(w^2)`. Returns `null` where no row has a positive weight.
 *
 * @param weight values set aside as missing have a reason.
 */
export function weightDiagnostics({ values, reasons }: NumericColumn): WeightDiagnostics | null {
  let n = 0;
  let min = Infinity;
  let max = 0;
  let sum = 0;
  let squares = 0;
  let zero = 0;
  let missing = 0;
  let negative = 0;
  for (let row = 0; row < values.length; row++) {
    const weight = values[row];
    if ((reasons !== null && reasons[row] !== 0) || !Number.isFinite(weight)) missing++;
    else if (weight < 0) negative++;
    else if (weight === 0) zero++;
    else {
      n++;
      sum += weight;
      squares += weight * weight;
      if (weight < min) min = weight;
      if (weight > max) max = weight;
    }
  }
  if (n === 0) return null;
  const mean = sum / n;
  let extreme = 0;
  for (let row = 0; row < values.length; row++) {
    if (values[row] > extremeTimesMean * mean && (reasons === null || reasons[row] === 0)) extreme++;
  }
  return {
    n,
    min,
    max,
    sum,
    mean,
    effectiveN: (sum * sum) / squares,
    ratio: max / min,
    extreme,
    zero,
    missing,
    negative,
  };
}
