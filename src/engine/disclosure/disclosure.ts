import type { Share } from '../estimate/shareMoments.ts';
import { criticalT } from '../inference/distributions.ts';
import { shareInterval } from '../inference/interval.ts';

/** `bracketed`: print in parentheses. `suppressed`: its figures are `null`. */
export type Shown = 'yes' | 'bracketed' | 'suppressed';

export type PolicyName = 'dhs' | 'nchs' | 'confidentiality' | 'none';

/** Below this many respondents a cell is hidden, unless another number is asked for. */
export const usualMinimum = 5;

export interface DisclosureOptions {
  readonly disclosure: PolicyName;
  /** Of `confidentiality`: the smallest number of respondents that may be shown, 5 where it is left out. */
  readonly minimumCount?: number;
}

/**
 * Decides what may be shown. Asked before a result leaves the engine, so that tables, charts,
 * exports and the terminal cannot differ.
 *
 * @param n the smallest unweighted denominator on which the figures rest.
 * @param shares the figures themselves, for policies that look at precision.
 */
export type DisclosurePolicy = (n: number, shares: readonly Share[]) => Shown;

/**
 * - `dhs`: as DHS and MICS tables. Below 25 suppressed, 25–49 in parentheses.
 * - `nchs`: National Center for Health Statistics (Parker et al. 2017) for each share: suppressed with
 *   n or effective n = n / deff below 30, or a 95 % Korn–Graubard interval of width ≥ .30, or wider
 *   than .05 and than 130 % of the share; ν < 8 and shares of 0 or 1 (to be reviewed) in parentheses.
 *   That interval never takes n* to be more than n, as NCHS's own programs (CDC's R `surveytable`).
 * - `confidentiality`: no figure on 1 to 4 respondents, nor a share that lets 1 to 4 on either side of
 *   it be counted (`policyOf` takes another minimum). Of itself it hides nothing complementary: tables
 *   with totals need `protectTable`.
 * - `none`: everything.
 */
export const disclosurePolicies: Readonly<Record<PolicyName, DisclosurePolicy>> = {
  dhs: (n) => (n < 25 ? 'suppressed' : n < 50 ? 'bracketed' : 'yes'),
  nchs: (n, shares) => (n < 30 ? 'suppressed' : worst(shares.map(nchsShown))),
  confidentiality: minimumCountPolicy(usualMinimum),
  none: () => 'yes',
};

/** The policy that the options name. */
export function policyOf({ disclosure, minimumCount = usualMinimum }: DisclosureOptions): DisclosurePolicy {
  return disclosure === 'confidentiality' ? minimumCountPolicy(minimumCount) : disclosurePolicies[disclosure];
}

function minimumCountPolicy(minimum: number): DisclosurePolicy {
  const isSmall = (count: number): boolean => count > 0 && count < minimum;
  return (n, shares) =>
    isSmall(n) || shares.some((share) => isSmall(share.part) || isSmall(share.n - share.part))
      ? 'suppressed'
      : 'yes';
}

function nchsShown(share: Share): Shown {
  const { estimate, n, deff, df } = share;
  const effective = Number.isFinite(deff) ? Math.min(n, n / deff) : n;
  if (effective < 30) return 'suppressed';
  const { ciLow, ciHigh } = shareInterval({ ...share, se: cautiousSe(share) }, 'beta', 0.95);
  if (ciLow === null || ciHigh === null) return 'suppressed';
  const width = ciHigh - ciLow;
  if (width >= 0.3) return 'suppressed';
  const needsReview = df < 8 || estimate === 0 || estimate === 1;
  if (width > 0.05 && width > 1.3 * estimate) return 'suppressed';
  return needsReview ? 'bracketed' : 'yes';
}

/** The standard error, or the one at which n* = n where it is smaller (a design effect below 1). */
function cautiousSe({ estimate, se, n, df }: Share): number {
  const simple = Math.sqrt((estimate * (1 - estimate)) / n);
  return Math.max(se, (simple * criticalT(0.95, n - 1)) / criticalT(0.95, df));
}

function worst(all: readonly Shown[]): Shown {
  if (all.includes('suppressed')) return 'suppressed';
  return all.includes('bracketed') ? 'bracketed' : 'yes';
}
