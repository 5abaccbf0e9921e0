import type { Estimate, Reason } from '#contract/estimate.ts';

/**
 * Why a figure, or its interval, is not there; `null` where it is, and for what is suppressed: the sign in its place
 * says so.
 */
export function missingReason(
  { estimate, ciLow, ciHigh, why }: Pick<Estimate, 'estimate' | 'ciLow' | 'ciHigh' | 'why'>,
  withInterval = true,
): Reason | null {
  const isMissing = estimate === null || (withInterval && (ciLow === null || ciHigh === null));
  return isMissing && why !== undefined && why !== 'suppressed' ? why : null;
}

/** Each once, in the order in which they are met: its place is its mark. */
export function reasonsOnce(reasons: readonly (Reason | null)[]): readonly Reason[] {
  return [...new Set(reasons.filter((reason) => reason !== null))];
}
