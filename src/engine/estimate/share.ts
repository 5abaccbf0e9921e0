import { shareInterval } from '../inference/interval.ts';
import { domainOf } from '../tally/domain.ts';
import type { Tally } from '../tally/tally.ts';
import { varianceOf } from '../tally/variance.ts';
import { finite, noShare, type EstimateOptions, type ShareEstimate } from './figures.ts';
import { countOf, ratioOf, type Cells } from './ratio.ts';

/** A share before its interval. */
export interface Share {
  /** 0–1; NaN where nobody is in the denominator. */
  readonly estimate: number;
  readonly se: number;
  /** V / V of a simple random sample of n with replacement; NaN at 0 and 1, and for n = 1. */
  readonly deff: number;
  /** Respondents and degrees of freedom of the denominator. */
  readonly n: number;
  readonly df: number;
}

/** What a share's denominator is: respondents of positive weight and their degrees of freedom. */
export interface Whole {
  readonly cells: Cells;
  readonly n: number;
  readonly df: number;
}

export function wholeOf(table: Tally, cells: Cells): Whole {
  return { cells, n: countOf(table, cells), df: domainOf(table.psuTotals, cells).df };
}

/**
 * The share of `part` among `whole`, a domain mean: R's
 * `svymean(~part, subset(design, whole), deff = "replace")`.
 *
 * V(p) linearised with u = (1[part] − p)·w / t_whole; deff = V·(n − 1) / [p(1 − p)], because R's
 * `svyvar` has n − 1. The degrees of freedom are those of the denominator's own respondents
 * (R's `degf(subset(design, whole))`), so that a share among few PSUs gets a wider interval.
 *
 * @param part a subset of `whole`.
 */
export function shareOf(table: Tally, part: Cells, whole: Whole): Share {
  const { n, df } = whole;
  const concerned = countOf(table, part);
  if (n === 0) return { estimate: NaN, se: NaN, deff: NaN, n, df };
  if (concerned === 0) return { estimate: 0, se: 0, deff: NaN, n, df };
  if (concerned === n) return { estimate: 1, se: 0, deff: NaN, n, df };
  const ratio = ratioOf(table, part, whole.cells);
  const variance = varianceOf(table, ratio, whole.cells);
  const { estimate } = ratio;
  return {
    estimate,
    se: Math.sqrt(variance),
    deff: (variance * (n - 1)) / (estimate * (1 - estimate)),
    n,
    df,
  };
}

/** The share with its interval, ready to leave the engine. */
export function shareEstimate(share: Share, options: EstimateOptions): ShareEstimate {
  if (share.n === 0) return noShare;
  return {
    estimate: finite(share.estimate),
    se: finite(share.se),
    ...shareInterval(share, options.interval, options.level),
    deff: finite(share.deff),
  };
}
