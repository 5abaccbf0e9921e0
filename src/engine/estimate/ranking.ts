import type { SurveyDesign } from '../design/surveyDesign.ts';
import { differenceTest, noContrast, type Contrast } from '../inference/contrast.ts';
import { tallySorted } from '../tally/tally.ts';
import { marginOf, sortIndicator, type Indicator, type Margin } from './concernShare.ts';
import type { EstimateOptions } from './figures.ts';
import { ratioOf } from './ratio.ts';

export interface RankedConcern {
  /** Which of the indicators. */
  readonly concern: number;
  /** 1 for the largest share; equal shares have the same rank. `null` where there is none to show. */
  readonly rank: number | null;
  readonly margin: Margin;
  /** This share − the next one's; `null` for the last that is shown. */
  readonly next: Contrast | null;
}

/**
 * Concerns by their shares, the largest first, each with the difference from the next: whether two
 * neighbours in the list are really apart. Concerns that may not be shown come last, in their order.
 *
 * @throws `Problem` design.lonelyPsu, as `tally`.
 */
export function rankingOf(
  design: SurveyDesign,
  indicators: readonly Indicator[],
  options: EstimateOptions,
): RankedConcern[] {
  const sorted = indicators.map((indicator) => sortIndicator(design, indicator));
  const margins = sorted.map((indicator) => marginOf(design, indicator, options));
  const shareAt = (concern: number): number => margins[concern].share.estimate ?? -1;
  const order = margins.map((_, concern) => concern).sort((a, b) => shareAt(b) - shareAt(a));
  const ranks: (number | null)[] = [];
  order.forEach((concern, place) => {
    const isShown = margins[concern].share.estimate !== null;
    const isTied = place > 0 && shareAt(order[place - 1]) === shareAt(concern);
    ranks.push(!isShown ? null : isTied ? ranks[place - 1] : place + 1);
  });
  return order.map((concern, place) => {
    const following = order[place + 1];
    const isLast = following === undefined || ranks[place + 1] === null || ranks[place] === null;
    return {
      concern,
      rank: ranks[place],
      margin: margins[concern],
      next: isLast ? null : concernDifference(design, sorted[concern], sorted[following], options.level),
    };
  });
}

/** 3·first + second for states 1 concerned, 0 not, 2 no valid answer; the last cell is neither. */
const cellCount = 8;
const partsOf = {
  first: cellsWhere((first) => first === 1),
  firstValid: cellsWhere((first) => first !== 2),
  second: cellsWhere((_, second) => second === 1),
  secondValid: cellsWhere((_, second) => second !== 2),
};

/**
 * The share of one concern − that of another in the same survey, each among those with a valid answer
 * to it, their covariance included: R's `svycontrast` of two `svymean(na.rm)` taken jointly through
 * their influence functions (`svyby(..., covmat = TRUE)` where both have the same respondents).
 *
 * @param first @param second in the order of `design.order`.
 */
export function concernDifference(
  design: SurveyDesign,
  first: Indicator,
  second: Indicator,
  level: number,
): Contrast {
  const cells = new Uint8Array(first.length);
  for (let position = 0; position < cells.length; position++)
    cells[position] = 3 * first[position] + second[position];
  const table = tallySorted(design, cells, cellCount);
  const a = ratioOf(table, partsOf.first, partsOf.firstValid);
  const b = ratioOf(table, partsOf.second, partsOf.secondValid);
  return Number.isFinite(a.estimate) && Number.isFinite(b.estimate)
    ? differenceTest(table, a, b, level)
    : noContrast('noRespondents');
}

function cellsWhere(inside: (first: number, second: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: cellCount }, (_, cell) => Number(inside(Math.floor(cell / 3), cell % 3)));
}
