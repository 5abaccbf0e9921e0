import type { SurveyDesign } from '../design/surveyDesign.ts';
import { policyOf, type Shown } from '../disclosure/disclosure.ts';
import { tallySorted } from '../tally/tally.ts';
import { suppressedShare, type EstimateOptions, type ShareEstimate } from './figures.ts';
import { shareEstimate, shareOf, wholeOf } from './share.ts';

/** For each row of the file 1 concerned, 0 not concerned, 2 no valid answer or outside the domain. */
export type Indicator = Uint8Array;

/** One concern's share. When suppressed, only n and weightedN are given. */
export interface Margin {
  readonly n: number;
  readonly weightedN: number;
  readonly share: ShareEstimate;
  readonly shown: Shown;
}

const concerned = Uint8Array.of(1, 0);
const everyone = Uint8Array.of(1, 1);
/** Cell 0: concerned, 1: not, 2: outside. */
const cellOfState = Uint8Array.of(1, 0, 2);

/**
 * The share concerned among those with a valid answer: R's
 * `svymean(~concerned, subset(design, !is.na(concerned)), deff = "replace")`.
 *
 * @throws `Problem` design.lonelyPsu, as `tally`.
 */
export function concernShareOf(design: SurveyDesign, indicator: Indicator, options: EstimateOptions): Margin {
  return marginOf(design, sortIndicator(design, indicator), options);
}

/** An indicator in the order of `design.order`. */
export function sortIndicator(design: SurveyDesign, indicator: Indicator): Indicator {
  const { order } = design;
  const sorted = new Uint8Array(order.length);
  for (let position = 0; position < sorted.length; position++) sorted[position] = indicator[order[position]];
  return sorted;
}

/** As `concernShareOf`, for an indicator in the order of `design.order`. */
export function marginOf(design: SurveyDesign, sorted: Indicator, options: EstimateOptions): Margin {
  const cells = new Uint8Array(sorted.length);
  for (let position = 0; position < cells.length; position++) cells[position] = cellOfState[sorted[position]];
  const table = tallySorted(design, cells, 2);
  const share = shareOf(table, concerned, wholeOf(table, everyone));
  const shown = policyOf(options)(share.n, [share]);
  return {
    n: share.n,
    weightedN: table.totals[0] + table.totals[1],
    share: shown === 'suppressed' ? suppressedShare : shareEstimate(share, options),
    shown,
  };
}
