import type { SurveyDesign } from '../design/surveyDesign.ts';
import {
  canTestGlobally,
  globalIndependence,
  noGlobalTest,
  type GlobalTest,
} from '../inference/globalIndependence.ts';
import { benjaminiHochberg } from '../inference/multiplicity.ts';
import type { Tally } from '../tally/talliedTable.ts';
import { tallyPair, tallyPairs } from '../tally/tallyPairs.ts';
import { marginOf, sortIndicator, type Indicator, type Margin } from './concernShare.ts';
import type { EstimateOptions } from './figures.ts';
import { pairEstimates, type Pair } from './pairTable.ts';

export type { EstimateOptions, Indicator, Margin, Pair };

export interface Matrix {
  readonly fear: Margin[];
  readonly want: Margin[];
  /** Row by row: pair (i, j) stands at i · want.length + j. */
  readonly pairs: Pair[];
}

/**
 * All fear concerns by all want concerns. Each pair is taken over the respondents with a valid
 * answer to both, each margin over those with a valid answer to it. `q` are Benjamini–Hochberg
 * values over the pairs that are shown.
 *
 * @throws `Problem` design.lonelyPsu, as `tally`.
 */
export function matrixOf(
  design: SurveyDesign,
  fear: readonly Indicator[],
  want: readonly Indicator[],
  options: EstimateOptions,
): Matrix {
  const sortedFear = fear.map((indicator) => sortIndicator(design, indicator));
  const sortedWant = want.map((indicator) => sortIndicator(design, indicator));
  const pairs: Pair[] = [];
  for (const table of tallyPairs(design, sortedFear, sortedWant)) pairs.push(pairEstimates(table, options));
  const q = benjaminiHochberg(pairs.map(({ test }) => test.p));
  return {
    fear: sortedFear.map((indicator) => marginOf(design, indicator, options)),
    want: sortedWant.map((indicator) => marginOf(design, indicator, options)),
    pairs: pairs.map((pair, index) => ({ ...pair, test: { ...pair.test, q: q[index] } })),
  };
}

/**
 * That no fear concern goes with any want concern (`globalIndependence`), over the pairs that `matrixOf` shows.
 * It is a question of its own, for the pairs need not wait for it.
 *
 * @returns reason `tooLarge` where it would take seconds, `suppressed` where no pair is shown.
 * @throws `Problem` design.lonelyPsu, as `tally`.
 */
export function matrixIndependenceOf(
  design: SurveyDesign,
  fear: readonly Indicator[],
  want: readonly Indicator[],
  options: EstimateOptions,
): GlobalTest {
  const { unitStart } = design.stages[0];
  const units = unitStart ? unitStart.length - 1 : design.order.length;
  if (!canTestGlobally(units, fear.length * want.length)) return noGlobalTest('tooLarge');
  const sortedFear = fear.map((indicator) => sortIndicator(design, indicator));
  const sortedWant = want.map((indicator) => sortIndicator(design, indicator));
  const shown: Tally[] = [];
  let place = 0;
  for (const table of tallyPairs(design, sortedFear, sortedWant)) {
    const isApart = table.stages.every(({ multiplicity }) => multiplicity === null);
    if (pairEstimates(table, options).shown !== 'suppressed')
      shown.push(isApart ? table : apart(design, sortedFear, sortedWant, place));
    place++;
  }
  return shown.length === 0 ? noGlobalTest('suppressed') : globalIndependence(shown);
}

/** The table of a pair once more, each row a unit of its own. */
function apart(
  design: SurveyDesign,
  fear: readonly Indicator[],
  want: readonly Indicator[],
  place: number,
): Tally {
  const scratch = new Uint8Array(design.order.length);
  return tallyPair(design, fear[Math.floor(place / want.length)], want[place % want.length], scratch, true);
}
