import type { SurveyDesign } from '../design/surveyDesign.ts';
import type { Tally } from '../tally/talliedTable.ts';
import { tallyPair } from '../tally/tallyPairs.ts';
import { marginOf, sortIndicator, type Indicator, type Margin } from './concernShare.ts';
import { differenceOf, linearEstimate } from './difference.ts';
import {
  suppressedEstimate,
  suppressedShare,
  type Estimate,
  type EstimateOptions,
  type ShareEstimate,
} from './figures.ts';
import { pairCells, pairEstimates, type Pair } from './pairTable.ts';
import { countOf, ratioOf, totalOf, type Cells } from './ratio.ts';
import { shareEstimate, shareOf, wholeOf } from './share.ts';

/** One cell of the 2×2 as a share of all, of those with (or without) the fear, and the want. */
export interface PairCell {
  readonly fear: boolean;
  readonly want: boolean;
  readonly n: number | null;
  readonly weightedN: number | null;
  readonly ofTotal: ShareEstimate;
  readonly ofFear: ShareEstimate;
  readonly ofWant: ShareEstimate;
}

export interface PairInFull {
  readonly fear: Margin;
  readonly want: Margin;
  readonly pair: Pair;
  /** Fear and want, fear only, want only, neither. */
  readonly cells: PairCell[];
  readonly wantGivenNoFear: ShareEstimate;
  readonly fearGivenNoWant: ShareEstimate;
  /** wantGivenFear − wantGivenNoFear, their covariance included; interval ± t on the pair's ν. */
  readonly difference: Estimate;
}

/**
 * One pair with its whole 2×2 table; `pair` and the margins are those of `matrixOf`, but `q`, which
 * over a single pair is p. When the pair is suppressed, so is everything but the margins.
 *
 * @throws `Problem` design.lonelyPsu, as `tally`.
 */
export function pairOf(
  design: SurveyDesign,
  fear: Indicator,
  want: Indicator,
  options: EstimateOptions,
): PairInFull {
  const sortedFear = sortIndicator(design, fear);
  const sortedWant = sortIndicator(design, want);
  const table = tallyPair(design, sortedFear, sortedWant, new Uint8Array(design.order.length));
  const pair = pairEstimates(table, options);
  const hidden = pair.shown === 'suppressed';
  const share = (part: Cells, whole: Cells): ShareEstimate =>
    hidden ? suppressedShare : shareEstimate(shareOf(table, part, wholeOf(table, whole)), options);
  return {
    fear: marginOf(design, sortedFear, options),
    want: marginOf(design, sortedWant, options),
    pair: { ...pair, test: { ...pair.test, q: pair.test.p } },
    cells: layout.map(({ fear, want, cell, ofFear, ofWant }) => ({
      fear,
      want,
      n: hidden ? null : countOf(table, cell),
      weightedN: hidden ? null : totalOf(table, cell),
      ofTotal: share(cell, pairCells.all),
      ofFear: share(cell, ofFear),
      ofWant: share(cell, ofWant),
    })),
    wantGivenNoFear: share(pairCells.wantOnly, pairCells.noFear),
    fearGivenNoWant: share(pairCells.fearOnly, pairCells.noWant),
    difference: hidden ? suppressedEstimate : linearEstimate(table, wantDifference(table), options.level),
  };
}

const layout = [
  { fear: true, want: true, cell: pairCells.both, ofFear: pairCells.fear, ofWant: pairCells.want },
  { fear: true, want: false, cell: pairCells.fearOnly, ofFear: pairCells.fear, ofWant: pairCells.noWant },
  { fear: false, want: true, cell: pairCells.wantOnly, ofFear: pairCells.noFear, ofWant: pairCells.want },
  { fear: false, want: false, cell: pairCells.neither, ofFear: pairCells.noFear, ofWant: pairCells.noWant },
];

function wantDifference(table: Tally): ReturnType<typeof differenceOf> {
  return differenceOf(
    ratioOf(table, pairCells.both, pairCells.fear),
    ratioOf(table, pairCells.wantOnly, pairCells.noFear),
  );
}
