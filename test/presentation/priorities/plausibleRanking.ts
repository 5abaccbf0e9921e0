import type { Freedom } from '#contract/concern.ts';
import type { Shown } from '#contract/estimate.ts';
import { createFormats } from '#presentation/text/createFormats.ts';
import { naiveRanking } from '#presentation/priorities/naiveRanking.ts';
import { priorityRows, type Ranking } from '#presentation/priorities/priorityRows.ts';

type Concern = Ranking['concerns'][number];
export const formats = createFormats('en');

interface Made {
  readonly name: string;
  readonly freedom: Freedom;
  readonly share: number | null;
  readonly shown?: Shown;
  /** Of the difference from the next. */
  readonly p?: number;
  /** Most severe among the concerned. */
  readonly severe?: number;
  /** Shares in town and country, and p of each against the other. */
  readonly groups?: readonly [number, number, number];
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

const shareOf = (share: number | null) => ({
  estimate: share,
  se: share === null ? null : 0.02,
  ciLow: share === null ? null : round(share - 0.04),
  ciHigh: share === null ? null : round(share + 0.04),
  deff: share === null ? null : 1.4,
});

/** A ranking of made-up figures for tests of how it is shown. */
export function plausibleRanking(made: readonly Made[]): Ranking {
  const grouped = made.some(({ groups }) => groups);
  const concernOf = (one: Made, index: number): Concern => {
    const { name, freedom, share, shown = 'yes', p = 0.001, severe, groups } = one;
    const next = made.at(index + 1)?.share ?? null;
    const apart = share === null || next === null ? null : round(share - next);
    return {
      rank: share === null ? null : index + 1,
      variable: `q${index + 1}`,
      label: `Problem where you live: ${name}`,
      freedom,
      concernedWhen: [3],
      n: 1000 + index,
      weightedN: 1000,
      share: shareOf(share),
      shown,
      next:
        apart === null
          ? null
          : {
              estimate: apart,
              se: 0.02,
              ciLow: round(apart - 0.04),
              ciHigh: round(apart + 0.04),
              t: 1,
              df: 88,
              p,
            },
      severity:
        severe === undefined
          ? { none: 'oneAnswer' }
          : { code: 4, label: 'Very', n: 500, weightedN: 500, share: shareOf(severe), shown: 'yes' },
      ...(groups && {
        groups: groups.slice(0, 2).map((each, group) => ({
          value: group + 1,
          n: 500,
          weightedN: 500,
          share: shareOf(each),
          shown: 'yes' as const,
          fromOthers: {
            estimate: round(each - groups[1 - group]),
            se: 0.03,
            ciLow: null,
            ciHigh: null,
            t: 1,
            df: 88,
            p: groups[2],
          },
          letters: group === 0 && groups[2] < 0.05 ? 'B' : '',
        })),
      }),
    };
  };
  return {
    design: {
      weight: 'weight',
      strata: 'stratum',
      psu: 'psu',
      fpc: null,
      strataCount: 12,
      psuCount: 100,
      df: 88,
      lonelyPsu: 'fail',
      nestedPsu: true,
      lonelyStrata: [],
    },
    by: grouped
      ? {
          variable: 'residence',
          label: 'Residence',
          categories: [
            { value: 1, label: 'Urban' },
            { value: 2, label: 'Rural' },
          ],
        }
      : null,
    concerns: made.map(concernOf),
  };
}

export const four: readonly Made[] = [
  { name: 'poverty', freedom: 'want', share: 0.69, severe: 0.6 },
  { name: 'theft and robbery', freedom: 'fear', share: 0.42, p: 0.3, severe: 0.4 },
  { name: 'not being heard', freedom: 'dignity', share: 0.4, shown: 'bracketed', severe: 0.42 },
  { name: 'firearms', freedom: 'fear', share: null, shown: 'suppressed' },
];

export const byResidence: readonly Made[] = [
  { name: 'poverty', freedom: 'want', share: 0.69, groups: [0.5, 0.77, 0.001] },
  { name: 'theft and robbery', freedom: 'fear', share: 0.42, groups: [0.43, 0.41, 0.6] },
];

/** What one would have said of `four`: the second and third change places and are apart. */
export const fourNaive: readonly Made[] = [
  { name: 'poverty', freedom: 'want', share: 0.63 },
  { name: 'not being heard', freedom: 'dignity', share: 0.47, p: 0.002 },
  { name: 'theft and robbery', freedom: 'fear', share: 0.41 },
  { name: 'firearms', freedom: 'fear', share: null, shown: 'suppressed' },
];
const variablesOfFour = ['q1', 'q3', 'q2', 'q4'];

/** The naïve answer beside `plausibleRanking(four)`, by the same variables. */
export function plausibleNaive(): Ranking {
  const naive = plausibleRanking(fourNaive);
  return {
    ...naive,
    concerns: naive.concerns.map((concern, index) => ({ ...concern, variable: variablesOfFour[index] })),
  };
}

const words = { suppressed: '(*)', bracket: (text: string) => `(${text})` };
export const rowsOf = (ranking: Ranking, naive?: Ranking) =>
  priorityRows(ranking, formats, words, naive && naiveRanking(ranking, naive).concerns);
