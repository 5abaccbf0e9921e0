import { logInterval, symmetricInterval, type Interval } from '../inference/interval.ts';
import type { Statistic, Totals } from '../tally/statistic.ts';
import type { Tally } from '../tally/talliedTable.ts';
import { variancesOf } from '../tally/variancesOf.ts';
import { withoutRounding } from '../tally/withoutRounding.ts';
import type { Reason } from '../inference/reason.ts';
import { finite, noEstimate, whyNot, type Estimate } from './figures.ts';

/**
 * Association in a 2×2 table of a fear concern and a want concern (method note §3). The cells are
 * a: fear and want, b: fear only, c: want only, d: neither, in this order; all measures are functions
 * of their totals, with delta-method standard errors (R: `svycontrast` on `svytotal(~cells)`) and
 * intervals on the ν of the table.
 */
export interface OddsRatio {
  readonly estimate: number;
  readonly logSe: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  readonly why?: Reason;
}

export interface Association {
  readonly lift: Estimate;
  readonly oddsRatio: OddsRatio | null;
  readonly phi: Estimate;
}

/**
 * The three measures, their variances taken together.
 *
 * - lift = p11 / (p1·p·1) = a·T / [(a + b)(a + c)], interval exp(log lift ± t·se / lift). Nulls where nobody
 *   fears or nobody wants; no interval where nobody does both.
 * - odds ratio ad / (bc), ∂log/∂t = ±1/t, interval exp(log ± t·logSe); `null` where a cell is empty: not estimable.
 * - φ = (ad − bc) / √[(a + b)(c + d)(a + c)(b + d)], the correlation of the two indicators, interval φ ± t·se,
 *   cut at −1 and 1. Nulls where a margin is empty.
 */
export function associationOf(table: Tally, level: number): Association {
  const statistics = [liftOf(table), logOddsOf(table), phiOf(table)];
  const variances = variancesOf(
    table,
    statistics.flatMap((one) => one ?? []),
  );
  let next = 0;
  const [lift, logOdds, phi] = statistics.map((one): WithError | null => {
    if (one === null) return null;
    const variance = withoutRounding(table, one, variances[next++]);
    return { estimate: one.estimate, se: errorOf(one, variance) };
  });
  return {
    lift: lift === null ? { ...noEstimate, why: 'noRespondents' } : liftEstimate(lift, table.df, level),
    oddsRatio: logOdds === null ? null : oddsRatioEstimate(logOdds, table.df, level),
    phi: phi === null ? { ...noEstimate, why: 'noVariation' } : phiEstimate(phi, table.df, level),
  };
}

/** Where a measure cannot vary (everyone fears; φ is ±1) its gradient itself is rounding. */
function errorOf({ estimate }: Statistic, variance: number): number {
  const se = Math.sqrt(variance);
  return se < 1e-14 * Math.abs(estimate) ? 0 : se;
}

interface WithError {
  readonly estimate: number;
  readonly se: number;
}

function liftEstimate({ estimate, se }: WithError, df: number, level: number): Estimate {
  if (estimate === 0) return { ...noEstimate, estimate, se: finite(se), why: 'notPositive' };
  const interval = logInterval(estimate, se / estimate, df, level);
  return { estimate, se: finite(se), ...interval, ...whyNotLog(interval, se, df) };
}

function oddsRatioEstimate({ estimate: logOdds, se }: WithError, df: number, level: number): OddsRatio {
  const estimate = Math.exp(logOdds);
  const interval = logInterval(estimate, se, df, level);
  return { estimate, logSe: finite(se), ...interval, ...whyNotLog(interval, se, df) };
}

/** As `whyNot`; and an end of the interval may be too large for a number. */
function whyNotLog({ ciHigh }: Interval, se: number, df: number): { readonly why?: Reason } {
  return ciHigh === null && df > 0 && se > 0 ? { why: 'beyondValues' } : whyNot(se, df);
}

function phiEstimate({ estimate, se }: WithError, df: number, level: number): Estimate {
  const { ciLow, ciHigh } = symmetricInterval(estimate, se, df, level);
  return {
    estimate,
    se: finite(se),
    ciLow: ciLow === null ? null : Math.max(-1, ciLow),
    ciHigh: ciHigh === null ? null : Math.min(1, ciHigh),
    ...whyNot(se, df),
  };
}

function liftOf(table: Tally): Statistic | null {
  const [a, b, c, d] = table.totals;
  const fear = a + b;
  const want = a + c;
  const total = fear + c + d;
  const lift = liftAt(table.totals);
  if (!Number.isFinite(lift)) return null;
  const gradient = Float64Array.of(
    total / (fear * want) + lift * (1 / total - 1 / fear - 1 / want),
    lift * (1 / total - 1 / fear),
    lift * (1 / total - 1 / want),
    lift / total,
  );
  return { estimate: lift, gradient, at: liftAt };
}

function logOddsOf({ counts, totals }: Tally): Statistic | null {
  if (counts.some((count) => count === 0)) return null;
  const [a, b, c, d] = totals;
  const odds = (a / b) * (d / c);
  if (!Number.isFinite(odds) || odds === 0) return null;
  return { estimate: Math.log(odds), gradient: Float64Array.of(1 / a, -1 / b, -1 / c, 1 / d), at: logOddsAt };
}

function phiOf(table: Tally): Statistic | null {
  const [a, b, c, d] = table.totals;
  const total = a + b + c + d;
  const [pa, pb, pc, pd] = [a / total, b / total, c / total, d / total];
  const [fear, none, want, wantless] = [pa + pb, pc + pd, pa + pc, pb + pd];
  const root = Math.sqrt(fear * none * want * wantless);
  const phi = phiAt(table.totals);
  if (!Number.isFinite(phi)) return null;
  const gradient = Float64Array.of(
    (pd / root - (phi / 2) * (1 / fear + 1 / want)) / total,
    (-pc / root - (phi / 2) * (1 / fear + 1 / wantless)) / total,
    (-pb / root - (phi / 2) * (1 / none + 1 / want)) / total,
    (pa / root - (phi / 2) * (1 / none + 1 / wantless)) / total,
  );
  return { estimate: phi, gradient, at: phiAt };
}

function logOddsAt([a, b, c, d]: Totals): number {
  return Math.log((a / b) * (d / c));
}

function liftAt([a, b, c, d]: Totals): number {
  return (a * (a + b + c + d)) / ((a + b) * (a + c));
}

function phiAt(totals: Totals): number {
  const [a, b, c, d] = totals;
  const total = a + b + c + d;
  const [pa, pb, pc, pd] = [a / total, b / total, c / total, d / total];
  return (pa * pd - pb * pc) / Math.sqrt((pa + pb) * (pc + pd) * (pa + pc) * (pb + pd));
}
