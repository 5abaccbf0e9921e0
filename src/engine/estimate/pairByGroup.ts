import type { SurveyDesign } from '../design/surveyDesign.ts';
import { noTest, type IndependenceTest } from '../inference/noTest.ts';
import { concernByGroupOf } from './concernByGroup.ts';
import type { Indicator } from './concernShare.ts';
import {
  suppressedEstimate,
  suppressedShare,
  type Estimate,
  type EstimateOptions,
  type ShareEstimate,
} from './figures.ts';
import { pairOf } from './pair.ts';

/** A pair among the respondents of one group. */
export interface PairGroup {
  readonly n: number | null;
  readonly weightedN: number | null;
  readonly wantGivenFear: ShareEstimate;
  readonly wantGivenNoFear: ShareEstimate;
  /** wantGivenFear − wantGivenNoFear within the group. */
  readonly difference: Estimate;
  /** Groups than which this one has a significantly higher wantGivenFear. */
  readonly letters: string;
  readonly shown: 'yes' | 'bracketed' | 'suppressed';
}

export interface PairByGroup {
  readonly groups: PairGroup[];
  /** That wantGivenFear is the same in all groups. */
  readonly test: IndependenceTest;
}

/**
 * A pair in each group (`pairOf` of a domain), and the share in want among the fearful compared between the
 * groups (`concernByGroupOf` of the fearful). With `confidentiality`, where one group must be hidden, or those in no
 * group, all are, for the pair of all respondents would tell it.
 *
 * @param groups for each row of the file its group, −1 for none.
 */
export function pairByGroupOf(
  design: SurveyDesign,
  fear: Indicator,
  want: Indicator,
  groups: Int32Array,
  groupCount: number,
  options: EstimateOptions,
): PairByGroup {
  const pairs = Array.from({ length: groupCount }, (_, group) =>
    pairOf(design, within(fear, groups, group), within(want, groups, group), options),
  );
  const amongFearful = want.map((state, row) => (fear[row] === 1 ? state : 2));
  const { letters, test, ...compared } = concernByGroupOf(design, amongFearful, groups, groupCount, options, {
    compare: {},
  });
  if (options.disclosure === 'confidentiality') {
    const rest = pairOf(design, within(fear, groups, -1), within(want, groups, -1), options);
    const all = [...pairs.map(({ pair }) => pair), ...compared.groups, rest.pair];
    if (all.some(({ shown }) => shown === 'suppressed'))
      return { groups: pairs.map(() => hiddenGroup), test: noTest('suppressed') };
  }
  return {
    groups: pairs.map(({ pair, wantGivenNoFear, difference }, group) => ({
      n: pair.n,
      weightedN: pair.weightedN,
      wantGivenFear: pair.wantGivenFear,
      wantGivenNoFear,
      difference,
      letters: pair.shown === 'suppressed' ? '' : letters[group],
      shown: pair.shown,
    })),
    test,
  };
}

/** An indicator of the respondents of one group; −1: of those in none. */
export function within(indicator: Indicator, groups: Int32Array, group: number): Indicator {
  const inside = new Uint8Array(indicator.length);
  for (let row = 0; row < inside.length; row++) inside[row] = groups[row] === group ? indicator[row] : 2;
  return inside;
}

const hiddenGroup: PairGroup = {
  n: null,
  weightedN: null,
  wantGivenFear: suppressedShare,
  wantGivenNoFear: suppressedShare,
  difference: suppressedEstimate,
  letters: '',
  shown: 'suppressed',
};
