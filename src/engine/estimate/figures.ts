import type { IntervalMethod } from '../inference/interval.ts';
import type { PolicyName } from '../disclosure/disclosure.ts';

/** How estimates are to be given; `estimateOptions` of the contract. */
export interface EstimateOptions {
  readonly interval: IntervalMethod;
  readonly level: number;
  readonly disclosure: PolicyName;
}

/** `null` where a figure cannot be computed or may not be shown. */
export interface Estimate {
  readonly estimate: number | null;
  readonly se: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
}

export interface ShareEstimate extends Estimate {
  readonly deff: number | null;
}

export const noEstimate: Estimate = { estimate: null, se: null, ciLow: null, ciHigh: null };
export const noShare: ShareEstimate = { ...noEstimate, deff: null };

/** NaN and infinities never leave the engine. */
export function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
