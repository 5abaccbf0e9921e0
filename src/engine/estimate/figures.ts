import type { IntervalMethod } from '../inference/interval.ts';
import type { DisclosureOptions } from '../disclosure/disclosure.ts';
import type { TestMethod } from '../inference/independence.ts';
import type { Reason } from '../inference/reason.ts';

/** Against a simple random sample of the same n drawn with, or without, replacement. */
export type DeffForm = 'replace' | 'withoutReplacement';

/** How estimates are to be given; `estimateOptions` of the contract. */
export interface EstimateOptions extends DisclosureOptions {
  readonly interval: IntervalMethod;
  readonly level: number;
  /** `replace` where it is left out. */
  readonly deff?: DeffForm;
  /** Of independence; `rao-scott` where it is left out. */
  readonly test?: TestMethod;
}

/** `null` where a figure cannot be computed or may not be shown. */
export interface Estimate {
  readonly estimate: number | null;
  readonly se: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  /** Given where a figure is `null` that could have been there, or the interval is another than asked for. */
  readonly why?: Reason;
}

export interface ShareEstimate extends Estimate {
  /** Design effect in the form asked for. */
  readonly deff: number | null;
  /** Coefficient of variation, se / estimate; R's `cv`. */
  readonly cv: number | null;
  /** n / deff: respondents of a simple sample that would be as precise. */
  readonly effectiveN: number | null;
  /** Degrees of freedom of the denominator: its PSUs − their strata; R's `degf(subset(design, whole))`. */
  readonly df: number | null;
  /** Respondents (of positive weight) in the denominator. */
  readonly n: number | null;
}

export const noEstimate: Estimate = { estimate: null, se: null, ciLow: null, ciHigh: null };
export const noShare: ShareEstimate = {
  ...noEstimate,
  deff: null,
  cv: null,
  effectiveN: null,
  df: null,
  n: null,
};

/** What may not be shown. */
export const suppressedEstimate: Estimate = { ...noEstimate, why: 'suppressed' };
export const suppressedShare: ShareEstimate = { ...noShare, why: 'suppressed' };

/** Why an estimate has no interval, or one that is a point. */
export function whyNot(se: number, df: number): { readonly why?: Reason } {
  if (!(df > 0)) return { why: 'noDegreesOfFreedom' };
  return se > 0 ? {} : { why: 'noVariance' };
}

/** NaN and infinities never leave the engine. */
export function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
