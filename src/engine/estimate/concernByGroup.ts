import type { SurveyDesign } from '../design/surveyDesign.ts';
import { policyOf, usualMinimum, type Shown } from '../disclosure/disclosure.ts';
import { hiddenOfAll, hiddenOfGroup, type HiddenOfGroup } from '../disclosure/hiddenOfGroup.ts';
import { protectTable } from '../disclosure/protectTable.ts';
import {
  comparable,
  compareColumns,
  type ColumnComparison,
  type LetterOptions,
} from '../inference/compareColumns.ts';
import { noContrast, type Contrast } from '../inference/contrast.ts';
import { independenceTest } from '../inference/independence.ts';
import { noTest, type IndependenceTest } from '../inference/noTest.ts';
import { trendOver } from '../inference/trend.ts';
import type { Statistic } from '../tally/statistic.ts';
import type { Tally } from '../tally/talliedTable.ts';
import { tallySorted } from '../tally/tally.ts';
import { sortIndicator, type Indicator, type Margin } from './concernShare.ts';
import { suppressedShare, type EstimateOptions } from './figures.ts';
import { fromOthersOf } from './fromOthers.ts';
import { ratioOf, type Cells } from './ratio.ts';
import type { Share } from './shareMoments.ts';
import { shareEstimate, sharesOf, wholesOf } from './share.ts';

/** A share by group. n and weightedN are `null` where confidentiality hides them. */
export interface GroupMargin extends Omit<Margin, 'n' | 'weightedN'> {
  readonly n: number | null;
  readonly weightedN: number | null;
}

/** A group's share, and whether it differs from that of all others together. */
export interface GroupShare extends GroupMargin {
  /** Share here − share among the other groups, their covariance included. */
  readonly fromOthers: Contrast;
}

export interface ConcernByGroup {
  readonly all: GroupMargin;
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
 * With `confidentiality` the groups are rows of a table with totals (concerned, not concerned, all), of
 * which as much is hidden as keeps the rest from telling it (`protectTable`); where anything is hidden,
 * trend and test are withheld.
 *
 * A group in a single PSU has a share and no test against others: the residuals of its only PSU add up to 0,
 * and a standard error of 0 (R's, too) would make any difference significant.
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
  const guarded =
    options.disclosure === 'confidentiality'
      ? protectTable(table.counts, groupCount, 2, options.minimumCount ?? usualMinimum)
      : null;
  const everyone = new Uint8Array(2 * groupCount).fill(1);
  const ofGroup = Array.from({ length: groupCount }, (_, group) =>
    new Uint8Array(2 * groupCount).fill(1, 2 * group, 2 * group + 2),
  );
  const concerned = [...ofGroup, everyone].map(concernedIn);
  const wholes = wholesOf(table, [...ofGroup, everyone]);
  const parts = wholes.map((whole, index) => ({ part: concerned[index], whole }));
  const shares = sharesOf(table, parts);
  const margin = (share: Share, hidden: HiddenOfGroup | null): GroupMargin => {
    const shown = hidden ? (hidden.share ? 'suppressed' : 'yes') : policy(share.n, [share]);
    const { n, weightedN } = hidden?.total ? { n: null, weightedN: null } : share;
    const isShown = shown !== 'suppressed';
    return { n, weightedN, share: isShown ? shareEstimate(share, options) : suppressedShare, shown };
  };
  const margins = ofGroup.map((_, group) => margin(shares[group], guarded && hiddenOfGroup(guarded, group)));
  const statistics = margins.map(({ share }, group): Statistic | null =>
    share.estimate === null ? null : ratioOf(table, concerned[group], ofGroup[group]),
  );
  const varying = statistics.map((one, group) => one && comparable(shares[group], () => one));
  const tests = guarded?.anyHidden ? null : fromOthersOf(table, statistics, shares, parts, options.level);
  const fromOthers = (group: number): Contrast => {
    const none = statistics[group] === null ? suppressedOrEmpty(margins[group].shown) : 'suppressed';
    return tests?.[group] ?? noContrast(none);
  };
  const overall = margin(shares[groupCount], guarded && hiddenOfAll(guarded));
  const withheld = guarded?.anyHidden ?? overall.shown === 'suppressed';
  const { comparisons, letters } = compare
    ? compareColumns(table, varying, compare)
    : { comparisons: [], letters: varying.map(() => '') };
  return {
    all: overall,
    groups: margins.map((one, group) => ({ ...one, fromOthers: fromOthers(group) })),
    comparisons,
    letters,
    trend: guarded?.anyHidden ? noContrast('suppressed') : trendOver(table, statistics, options.level),
    test: withheld ? noTest('suppressed') : independenceTest(table, groupCount, 2, options.test),
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
  const concerned = new Uint8Array(whole.length);
  for (let cell = 0; cell < whole.length; cell += 2) concerned[cell] = whole[cell];
  return concerned;
}

function suppressedOrEmpty(shown: Shown): 'suppressed' | 'noRespondents' {
  return shown === 'suppressed' ? 'suppressed' : 'noRespondents';
}
