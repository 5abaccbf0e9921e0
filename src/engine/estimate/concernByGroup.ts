import type { SurveyDesign } from '../design/surveyDesign.ts';
import { policyOf, type Shown } from '../disclosure/disclosure.ts';
import { compareColumns, type ColumnComparison, type LetterOptions } from '../inference/compareColumns.ts';
import { differenceTest, noContrast, type Contrast } from '../inference/contrast.ts';
import { independenceTest } from '../inference/independence.ts';
import { noTest, type IndependenceTest } from '../inference/noTest.ts';
import { trendOver } from '../inference/trend.ts';
import type { Statistic } from '../tally/statistic.ts';
import { tallySorted, type Tally } from '../tally/tally.ts';
import { sortIndicator, type Indicator, type Margin } from './concernShare.ts';
import { noShare, type EstimateOptions } from './figures.ts';
import { ratioOf, type Cells } from './ratio.ts';
import { shareEstimate, shareOf, wholeOf } from './share.ts';

/** A group's share, and whether it differs from that of all others together. */
export interface GroupShare extends Margin {
  /** Share here − share among the other groups, their covariance included. */
  readonly fromOthers: Contrast;
}

export interface ConcernByGroup {
  readonly all: Margin;
  readonly groups: GroupShare[];
  /** Each group with each other, where asked for; of the groups that are shown. */
  readonly comparisons: ColumnComparison[];
  readonly letters: string[];
  /** Linear trend over the groups in their order. */
  readonly trend: Contrast;
  /** That the share is the same in all groups. */
  readonly test: IndependenceTest;
}

export interface GroupOptions {
  /** Each group with each other; the number of comparisons grows with its square. */
  readonly compare: LetterOptions | null;
}

/**
 * The share concerned in each group: R's
 * `svyby(~concerned, ~group, subset(design, !is.na(concerned)), svymean, covmat = TRUE)`. All groups are
 * cells of one table, so that differences, letters and trend use the covariance that groups have
 * through shared PSUs.
 *
 * @param indicator in file order. @param groups for each row of the file its group, −1 for none.
 * @throws `Problem` design.lonelyPsu, as `tally`.
 */
export function concernByGroupOf(
  design: SurveyDesign,
  indicator: Indicator,
  groups: Int32Array,
  groupCount: number,
  options: EstimateOptions,
  { compare }: GroupOptions,
): ConcernByGroup {
  const table = tallyGroups(design, indicator, groups, groupCount);
  const policy = policyOf(options);
  const margin = (whole: Cells): Margin => {
    const share = shareOf(table, concernedIn(whole), wholeOf(table, whole));
    const shown = policy(share.n, [share]);
    const { n, weightedN } = share;
    return { n, weightedN, share: shown === 'suppressed' ? noShare : shareEstimate(share, options), shown };
  };
  const everyone = new Uint8Array(2 * groupCount).fill(1);
  const ofGroup = Array.from({ length: groupCount }, (_, group) =>
    everyone.map((_, cell) => Number(cell >> 1 === group)),
  );
  const margins = ofGroup.map(margin);
  const statistics = margins.map(({ share }, group): Statistic | null =>
    share.estimate === null ? null : ratioOf(table, concernedIn(ofGroup[group]), ofGroup[group]),
  );
  const varying = statistics.map((one) =>
    one !== null && one.estimate > 0 && one.estimate < 1 ? one : null,
  );
  const fromOthers = (group: number): Contrast => {
    const here = statistics[group];
    if (here === null) return noContrast(suppressedOrEmpty(margins[group].shown));
    const others = ofGroup[group].map((cell) => 1 - cell);
    return differenceTest(table, here, ratioOf(table, concernedIn(others), others), options.level);
  };
  const all = margin(everyone);
  const { comparisons, letters } = compare
    ? compareColumns(table, varying, compare)
    : { comparisons: [], letters: varying.map(() => '') };
  return {
    all,
    groups: margins.map((one, group) => ({ ...one, fromOthers: fromOthers(group) })),
    comparisons,
    letters,
    trend: trendOver(table, statistics, options.level),
    test:
      all.shown === 'suppressed'
        ? noTest('suppressed')
        : independenceTest(table, groupCount, 2, options.test),
  };
}

/** Cells: 2·group where concerned, 2·group + 1 where not. */
export function tallyGroups(
  design: SurveyDesign,
  indicator: Indicator,
  groups: Int32Array,
  groupCount: number,
): Tally {
  const sorted = sortIndicator(design, indicator);
  const outside = 2 * groupCount;
  const cells = new Uint32Array(sorted.length);
  for (let position = 0; position < cells.length; position++) {
    const group = groups[design.order[position]];
    cells[position] = group < 0 || sorted[position] === 2 ? outside : 2 * group + 1 - sorted[position];
  }
  return tallySorted(design, cells, outside);
}

/** The concerned among the cells of `tallyGroups`. */
export function concernedIn(whole: Cells): Cells {
  return whole.map((inside, cell) => (cell % 2 === 0 ? inside : 0));
}

function suppressedOrEmpty(shown: Shown): 'suppressed' | 'noRespondents' {
  return shown === 'suppressed' ? 'suppressed' : 'noRespondents';
}
