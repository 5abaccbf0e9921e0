import type { SurveyDesign } from '../design/surveyDesign.ts';
import { adjustP, type Adjustment } from '../inference/compareColumns.ts';
import { differenceTest, ratioTest, type Contrast } from '../inference/contrast.ts';
import { satterthwaiteDf, type VarianceOfSide } from '../inference/satterthwaiteDf.ts';
import { variancesOf } from '../tally/variancesOf.ts';
import { concernedIn, tallyGroups } from './concernByGroup.ts';
import type { Indicator, Margin } from './concernShare.ts';
import { ratioOf } from './ratio.ts';

/** The shares of two groups against each other. */
export interface GroupPair {
  readonly a: number;
  readonly b: number;
  readonly difference: Contrast;
  readonly ratio: Contrast;
  /** The difference's p over all pairs; `null` where there is none. */
  readonly adjusted: number | null;
}

/**
 * Each group's share against each other's: difference and ratio, with the covariance that the groups
 * have through shared PSUs, on Satterthwaite's degrees of freedom from those of the two groups, at most the
 * table's (`satterthwaiteDf`; for the ratio from the variances of the logarithms). Groups that are not shown take no part; a group without degrees of freedom of its
 * own (a single PSU) has a difference and no test, for its standard error of 0 says nothing.
 *
 * @param indicator in file order. @param groups for each row its group, −1 for none.
 * @param shares of the groups, as `concernByGroupOf` gives them.
 */
export function groupPairs(
  design: SurveyDesign,
  indicator: Indicator,
  groups: Int32Array,
  shares: readonly Pick<Margin, 'share'>[],
  level: number,
  adjust: Adjustment,
): GroupPair[] {
  const table = tallyGroups(design, indicator, groups, shares.length);
  const statistics = shares.map(({ share }, group) => {
    if (share.estimate === null) return null;
    const whole = Uint8Array.from({ length: 2 * shares.length }, (_, cell) => Number(cell >> 1 === group));
    return ratioOf(table, concernedIn(whole), whole);
  });
  const present = statistics.flatMap((one) => (one === null ? [] : [one]));
  const variances = variancesOf(table, present);
  const sideOf = (group: number): VarianceOfSide => ({
    variance: variances[present.indexOf(statistics[group]!)],
    df: shares[group].share.df ?? 0,
  });
  const onLogScale = (group: number): VarianceOfSide => {
    const { variance, df } = sideOf(group);
    return { variance: variance / statistics[group]!.estimate ** 2, df };
  };
  const pairs: Omit<GroupPair, 'adjusted'>[] = [];
  statistics.forEach((one, a) =>
    statistics.slice(a + 1).forEach((other, index) => {
      if (one === null || other === null) return;
      const b = a + 1 + index;
      const df = satterthwaiteDf(sideOf(a), sideOf(b), table.df);
      const ratioDf = satterthwaiteDf(onLogScale(a), onLogScale(b), table.df);
      const difference = differenceTest(table, one, other, level, df);
      pairs.push({ a, b, difference, ratio: ratioTest(table, one, other, level, ratioDf) });
    }),
  );
  const adjusted = adjustP(
    pairs.map(({ difference }) => difference.p),
    adjust,
  );
  return pairs.map((pair, index) => ({ ...pair, adjusted: adjusted[index] }));
}
