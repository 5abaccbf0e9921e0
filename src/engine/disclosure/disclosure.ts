import type { Share } from '../estimate/share.ts';
import { criticalT } from '../inference/distributions.ts';
import { shareInterval } from '../inference/interval.ts';

/** `bracketed`: print in parentheses. `suppressed`: its figures are `null`. */
export type Shown = 'yes' | 'bracketed' | 'suppressed';

export type PolicyName = 'dhs' | 'nchs' | 'none';

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
 * - `none`: everything.
 */
export const disclosurePolicies: Readonly<Record<PolicyName, DisclosurePolicy>> = {
  dhs: (n) => (n < 25 ? 'suppressed' : n < 50 ? 'bracketed' : 'yes'),
  nchs: (n, shares) => (n < 30 ? 'suppressed' : worst(shares.map(nchsShown))),
  none: () => 'yes',
};

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
