import type { SurveyDesign } from '../design/surveyDesign.ts';
import {
  canTestGlobally,
  globalIndependence,
  noGlobalTest,
  type GlobalTest,
} from '../inference/globalIndependence.ts';
import { benjaminiHochberg } from '../inference/multiplicity.ts';
import type { Tally } from '../tally/tally.ts';
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
  /** That no fear concern goes with any want concern, over the pairs that are shown. */
  readonly global: GlobalTest;
}

/**
 * All fear concerns by all want concerns. Each pair is taken over the respondents with a valid
 * answer to both, each margin over those with a valid answer to it. `q` are Benjamini–Hochberg
 * values over the pairs that are shown.
 *
 * @param global `false` leaves out the test of all pairs, which takes longer than the rest (reason `tooLarge`).
 * @throws `Problem` design.lonelyPsu, as `tally`.
 */
export function matrixOf(
  design: SurveyDesign,
  fear: readonly Indicator[],
  want: readonly Indicator[],
  options: EstimateOptions,
  global = true,
): Matrix {
  const sortedFear = fear.map((indicator) => sortIndicator(design, indicator));
  const sortedWant = want.map((indicator) => sortIndicator(design, indicator));
  const { unitStart } = design.stages[0];
  const units = unitStart ? unitStart.length - 1 : design.order.length;
  const testsGlobally = global && canTestGlobally(units, fear.length * want.length);
  const tables: Tally[] = [];
  const pairs: Pair[] = [];
  for (const table of tallyPairs(design, sortedFear, sortedWant)) {
    const pair = pairEstimates(table, options);
    const place = pairs.push(pair) - 1;
    if (!testsGlobally || pair.shown === 'suppressed') continue;
    const isApart = table.stages.every(({ multiplicity }) => multiplicity === null);
    tables.push(isApart ? table : apart(design, sortedFear, sortedWant, place));
  }
  const q = benjaminiHochberg(pairs.map(({ test }) => test.p));
  return {
    fear: sortedFear.map((indicator) => marginOf(design, indicator, options)),
    want: sortedWant.map((indicator) => marginOf(design, indicator, options)),
    pairs: pairs.map((pair, index) => ({ ...pair, test: { ...pair.test, q: q[index] } })),
    global: testsGlobally ? globalTest(tables) : noGlobalTest('tooLarge'),
  };
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

function globalTest(shown: readonly Tally[]): GlobalTest {
  return shown.length === 0 ? noGlobalTest('suppressed') : globalIndependence(shown);
}
