import { logInterval, symmetricInterval } from '../inference/interval.ts';
import type { Statistic, Totals } from '../tally/statistic.ts';
import type { Tally } from '../tally/tally.ts';
import { varianceOf } from '../tally/variance.ts';
import { finite, noEstimate, type Estimate } from './figures.ts';

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
}

/**
 * lift = p11 / (p1·p·1) = a·T / [(a + b)(a + c)]. Its interval is exp(log lift ± t·se / lift).
 * Nulls where nobody fears or nobody wants; no interval where nobody does both.
 */
export function liftOf(table: Tally, level: number): Estimate {
  const [a, b, c, d] = table.totals;
  const fear = a + b;
  const want = a + c;
  const total = fear + c + d;
  const lift = liftAt(table.totals);
  if (!Number.isFinite(lift)) return noEstimate;
  const gradient = Float64Array.of(
    total / (fear * want) + lift * (1 / total - 1 / fear - 1 / want),
    lift * (1 / total - 1 / fear),
    lift * (1 / total - 1 / want),
    lift / total,
  );
  const se = Math.sqrt(varianceOf(table, { estimate: lift, gradient, at: liftAt }));
  return { estimate: lift, se: finite(se), ...logInterval(lift, se / lift, table.df, level) };
}

/**
 * Odds ratio ad / (bc), ∂log/∂t = ±1/t; interval exp(log ± t·logSe).
 * @returns `null` where a cell is empty: not estimable.
 */
export function oddsRatioOf(table: Tally, level: number): OddsRatio | null {
  const { counts, totals } = table;
  if (counts.some((count) => count === 0)) return null;
  const [a, b, c, d] = totals;
  const odds = (a / b) * (d / c);
  if (!Number.isFinite(odds) || odds === 0) return null;
  const logOdds: Statistic = {
    estimate: Math.log(odds),
    gradient: Float64Array.of(1 / a, -1 / b, -1 / c, 1 / d),
    at: ([a, b, c, d]) => Math.log((a / b) * (d / c)),
  };
  const logSe = Math.sqrt(varianceOf(table, logOdds));
  return { estimate: odds, logSe: finite(logSe), ...logInterval(odds, logSe, table.df, level) };
}

/**
 * φ = (ad − bc) / √[(a + b)(c + d)(a + c)(b + d)]: the correlation of the two indicators.
 * Interval φ ± t·se, cut at −1 and 1. Nulls where a margin is empty.
 */
export function phiOf(table: Tally, level: number): Estimate {
  const [a, b, c, d] = table.totals;
  const total = a + b + c + d;
  const [pa, pb, pc, pd] = [a / total, b / total, c / total, d / total];
  const [fear, none, want, wantless] = [pa + pb, pc + pd, pa + pc, pb + pd];
  const root = Math.sqrt(fear * none * want * wantless);
  const phi = phiAt(table.totals);
  if (!Number.isFinite(phi)) return noEstimate;
  const gradient = Float64Array.of(
    (pd / root - (phi / 2) * (1 / fear + 1 / want)) / total,
    (-pc / root - (phi / 2) * (1 / fear + 1 / wantless)) / total,
    (-pb / root - (phi / 2) * (1 / none + 1 / want)) / total,
    (pa / root - (phi / 2) * (1 / none + 1 / wantless)) / total,
  );
  const se = Math.sqrt(varianceOf(table, { estimate: phi, gradient, at: phiAt }));
  const { ciLow, ciHigh } = symmetricInterval(phi, se, table.df, level);
  return {
    estimate: phi,
    se: finite(se),
    ciLow: ciLow === null ? null : Math.max(-1, ciLow),
    ciHigh: ciHigh === null ? null : Math.min(1, ciHigh),
  };
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
