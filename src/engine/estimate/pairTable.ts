import { policyOf, type Shown } from '../disclosure/disclosure.ts';
import { independenceTest, type TestMethod } from '../inference/independence.ts';
import { noTest } from '../inference/noTest.ts';
import type { Reason } from '../inference/reason.ts';
import type { Tally } from '../tally/talliedTable.ts';
import { associationOf, type OddsRatio } from './association.ts';
import {
  suppressedEstimate,
  suppressedShare,
  type Estimate,
  type EstimateOptions,
  type ShareEstimate,
} from './figures.ts';
import type { Share } from './shareMoments.ts';
import { shareEstimate, sharesOf, wholesOf } from './share.ts';

/** One fear concern beside one want concern; `contract/matrix.ts` without the names. */
export interface Pair {
  readonly n: number;
  readonly weightedN: number;
  readonly both: ShareEstimate;
  readonly wantGivenFear: ShareEstimate;
  readonly fearGivenWant: ShareEstimate;
  readonly lift: Estimate;
  readonly oddsRatio: OddsRatio | null;
  readonly phi: Estimate;
  readonly test: {
    readonly method: TestMethod;
    readonly f: number | null;
    readonly df1: number | null;
    readonly df2: number | null;
    readonly p: number | null;
    readonly q: number | null;
    readonly why?: Reason;
  };
  readonly shown: Shown;
}

/** Parts of the 2×2 table, whose cells are: both, fear only, want only, neither. */
export const pairCells = {
  all: Uint8Array.of(1, 1, 1, 1),
  both: Uint8Array.of(1, 0, 0, 0),
  fearOnly: Uint8Array.of(0, 1, 0, 0),
  wantOnly: Uint8Array.of(0, 0, 1, 0),
  neither: Uint8Array.of(0, 0, 0, 1),
  fear: Uint8Array.of(1, 1, 0, 0),
  noFear: Uint8Array.of(0, 0, 1, 1),
  want: Uint8Array.of(1, 0, 1, 0),
  noWant: Uint8Array.of(0, 1, 0, 1),
};

/**
 * What the matrix says of a pair. `q` is left at `null`: it takes all pairs.
 *
 * Shown by the smallest of the four unweighted margins (fear, no fear, want, no want), for on these
 * the conditional shares rest. Confidentiality hides all four cells where one of them is small: the
 * margins are shown with the concerns, and in a 2×2 table with margins each cell tells the other three.
 * When suppressed, only n and weightedN are given.
 */
export function pairEstimates(table: Tally, options: EstimateOptions): Pair {
  const [all, fear, want] = wholesOf(table, [pairCells.all, pairCells.fear, pairCells.want]);
  const [both, wantGivenFear, fearGivenWant] = sharesOf(table, [
    { part: pairCells.both, whole: all },
    { part: pairCells.both, whole: fear },
    { part: pairCells.both, whole: want },
  ]);
  const { n } = both;
  const weightedN = table.totals.reduce((sum, total) => sum + total, 0);
  const smallest = Math.min(wantGivenFear.n, n - wantGivenFear.n, fearGivenWant.n, n - fearGivenWant.n);
  const shown = shownPair(table, smallest, [both, wantGivenFear, fearGivenWant], options);
  const method = options.test ?? 'rao-scott';
  if (shown === 'suppressed') {
    return {
      n,
      weightedN,
      both: suppressedShare,
      wantGivenFear: suppressedShare,
      fearGivenWant: suppressedShare,
      lift: suppressedEstimate,
      oddsRatio: null,
      phi: suppressedEstimate,
      test: { method, ...noTest('suppressed'), q: null },
      shown,
    };
  }
  return {
    n,
    weightedN,
    both: shareEstimate(both, options),
    wantGivenFear: shareEstimate(wantGivenFear, options),
    fearGivenWant: shareEstimate(fearGivenWant, options),
    ...associationOf(table, options.level),
    test: { method, ...independenceTest(table, 2, 2, method), q: null },
    shown,
  };
}

function shownPair(
  table: Tally,
  smallest: number,
  shares: readonly Share[],
  options: EstimateOptions,
): Shown {
  if (options.disclosure !== 'confidentiality') return policyOf(options)(smallest, shares);
  const policy = policyOf(options);
  return table.counts.some((count) => policy(count, []) === 'suppressed') ? 'suppressed' : 'yes';
}
