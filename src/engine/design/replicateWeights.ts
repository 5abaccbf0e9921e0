import type { NumericColumn } from '../survey/column.ts';
import { phrase, type Said, type Phrase } from '../survey/phrase.ts';
import { Problem } from '../survey/problem.ts';
import { rowsProblem } from './rowsProblem.ts';
import type { Named } from './named.ts';

/** Kinds of replicate weights; R's `svrepdesign(type =)`, `SDR` being its "successive-difference". */
export type ReplicateType = 'BRR' | 'Fay' | 'JK1' | 'JKn' | 'bootstrap' | 'SDR' | 'other';

/** What deviations are taken from: the estimate of the whole sample (R's `mse = TRUE`), or the mean of the replicates. */
export type ReplicateCentre = 'estimate' | 'mean';

/** Columns of replicate weights and how a variance is made of them. */
export interface ReplicateInput {
  readonly type: ReplicateType;
  readonly columns: readonly Named<NumericColumn>[];
  /** Fay's ρ, 0 ≤ ρ < 1: the smaller half-sample weights are ρ times the full ones. Only for `Fay`. */
  readonly rho?: number;
  /** `false`: the columns are factors of the full weight, not weights. R's `combined.weights`; default true. */
  readonly combined?: boolean;
  /** Instead of what follows from the type; for JK1, JKn, bootstrap and other. */
  readonly scale?: number;
  /** One a replicate; JKn needs them where the columns are weights: (n_h − 1)/n_h of the stratum. */
  readonly rscales?: readonly number[];
  /** Default `estimate`, R's default being the mean. */
  readonly centre?: ReplicateCentre;
  /** Degrees of freedom, where the rank is not to be taken (R's `degf =`); a domain never has more, R forgets them there. */
  readonly df?: number;
}

/** Replicates of a sample: V = scale · Σ_r rscale_r (θ_r − θ)². */
export interface ReplicateWeights {
  readonly type: ReplicateType;
  readonly count: number;
  /**
   * Units × replicates, row by row: the replicate weight of the unit's rows / their weight. Rows whose
   * replicate weights are the same multiples form a unit (those of a PSU, or of a half-stratum).
   */
  readonly factors: Float64Array;
  /** Σ of the squared weights of each unit's rows. */
  readonly squares: Float64Array;
  readonly scale: number;
  /** One a replicate. */
  readonly rscales: Float64Array;
  readonly centre: ReplicateCentre;
  /** Of the replicate weights of the whole sample. */
  readonly rank: number;
  readonly df: number;
}

/** @throws `Problem` design.replicateMissing, design.replicateNegative, design.replicateAllZero. */
export function checkReplicate(
  { name, values: { values, reasons } }: Named<NumericColumn>,
  rowCount: number,
): void {
  const missing: number[] = [];
  const negative: number[] = [];
  let positive = false;
  for (let row = 0; row < rowCount; row++) {
    if ((reasons !== null && reasons[row] !== 0) || !Number.isFinite(values[row])) missing.push(row);
    else if (values[row] < 0) negative.push(row);
    else if (values[row] > 0) positive = true;
  }
  if (missing.length > 0) throw rowsProblem('design.replicateMissing', name, missing);
  if (negative.length > 0) throw rowsProblem('design.replicateNegative', name, negative);
  if (!positive) throw new Problem('design.replicateAllZero', { variable: name });
}

/**
 * scale and rscales as R's `svrepdesign` has them for R replicates: BRR 1/R; Fay 1/(R(1 − ρ)²); SDR 4/R;
 * JK1 (R − 1)/R; bootstrap 1/(R − 1); JKn and other 1; rscales of 1. Where the columns of a JK1 or JKn are
 * factors, 1 / the largest takes the place of (n − 1)/n (R, too, guesses so).
 *
 * @throws `Problem` design.replicateScale for options that are out of range, missing (ρ of Fay, rscales
 * of JKn) or not used by the type (R warns of most of these and goes on).
 */
export function replicateScales(input: ReplicateInput): { scale: number; rscales: Float64Array } {
  const { type, columns, rho, combined = true, scale, rscales } = input;
  const count = columns.length;
  const refuse = (option: string, value: Said, allowed: Phrase): never => {
    throw new Problem('design.replicateScale', { option, value, allowed });
  };
  if (type === 'Fay' && !(rho !== undefined && rho >= 0 && rho < 1))
    refuse('rho', rho === undefined ? phrase('leftOut') : String(rho), phrase('fromZeroToOne'));
  if (type !== 'Fay' && rho !== undefined) refuse('rho', String(rho), phrase('leftOutFor', { type }));
  const isFixed = type === 'BRR' || type === 'Fay' || type === 'SDR';
  if (isFixed && scale !== undefined) refuse('scale', String(scale), phrase('leftOutFor', { type }));
  if (isFixed && rscales !== undefined) refuse('rscales', phrase('given'), phrase('leftOutFor', { type }));
  if (scale !== undefined && !(scale > 0 && Number.isFinite(scale)))
    refuse('scale', String(scale), phrase('aboveZero'));
  if (rscales !== undefined && rscales.length !== count)
    refuse('rscales', phrase('numbers', { count: rscales.length }), phrase('numbersEach', { count }));
  const wrong = rscales?.find((one) => !(one >= 0 && Number.isFinite(one)));
  if (wrong !== undefined) refuse('rscales', String(wrong), phrase('zeroOrAbove'));
  if (type === 'JKn' && combined && rscales === undefined)
    refuse('rscales', phrase('leftOut'), phrase('scalesOfJkn'));

  const guess = ({ values: { values } }: Named<NumericColumn>): number => {
    let most = 0;
    for (let row = 0; row < values.length; row++) most = Math.max(most, values[row]);
    return 1 / most;
  };
  const scales: Record<ReplicateType, () => number> = {
    BRR: () => 1 / count,
    Fay: () => 1 / (count * (1 - rho!) ** 2),
    SDR: () => 4 / count,
    JK1: () => (combined ? (count - 1) / count : guess(columns[0])),
    JKn: () => 1,
    bootstrap: () => 1 / (count - 1),
    other: () => 1,
  };
  return {
    scale: scale ?? scales[type](),
    rscales:
      rscales || type !== 'JKn'
        ? Float64Array.from(rscales ?? new Float64Array(count).fill(1))
        : Float64Array.from(columns, guess),
  };
}
