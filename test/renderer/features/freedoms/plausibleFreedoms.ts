import type { FreedomsResult, SplitPart } from '#contract/freedoms.ts';
import { plausibleMatrix } from '../../plausibleMatrix.ts';

type Margin = FreedomsResult['fearCounts'][number];
const parts: readonly SplitPart[] = ['neither', 'fearOnly', 'wantOnly', 'both'];

/** A split of made-up figures in three groups, the second of few respondents, the third of too few. */
export function plausibleFreedoms(): FreedomsResult {
  const { design, fear, want } = plausibleMatrix(2, 2);
  const share = (estimate: number | null, shown: Margin['shown'] = 'yes') => ({
    n: estimate === null ? null : Math.round(estimate * 1000),
    weightedN: estimate === null ? null : Math.round(estimate * 1000),
    share: {
      estimate,
      se: estimate === null ? null : 0.01,
      ciLow: estimate === null ? null : Math.max(estimate - 0.02, 0),
      ciHigh: estimate === null ? null : estimate + 0.02,
      deff: 1.2,
    },
    shown,
  });
  const split = (shares: readonly (number | null)[], shown: Margin['shown'] = 'yes') =>
    shares.map((estimate, index) => ({ part: parts[index], ...share(estimate, shown) }));
  const lettered = (one: ReturnType<typeof split>, letters: readonly string[]) =>
    one.map((cell, index) => ({ ...cell, letters: letters[index] }));
  const counts = [0.3, 0.08, 0.02, 0.15, 0.1, 0.05, 0.1, 0.12, 0.08];
  const sums = (of: (index: number) => number, count: number): number =>
    counts.reduce((sum, value, index) => sum + (of(index) === count ? value : 0), 0);
  const named = ({ variable, label, concernedWhen }: (typeof fear)[number]) => ({
    ...{ variable, label, concernedWhen },
  });
  return {
    design,
    fear: fear.map(named),
    want: want.map(named),
    atLeast: { fear: 1, want: 1 },
    answered: 'half',
    counted: { n: 1000, weightedN: 1000 },
    leftOut: { n: 12, weightedN: 11 },
    inPart: 40,
    counts: counts.map((value, index) => ({
      fear: Math.floor(index / 3),
      want: index % 3,
      ...share(value),
    })),
    fearCounts: [0, 1, 2].map((fear) => ({
      ...{ fear, want: null },
      ...share(sums((index) => Math.floor(index / 3), fear)),
    })),
    wantCounts: [0, 1, 2].map((want) => ({
      ...{ fear: null, want },
      ...share(sums((index) => index % 3, want)),
    })),
    fearAtLeast: [0.6, 0.3].map((value, index) => ({ fear: index + 1, want: null, ...share(value) })),
    wantAtLeast: [0.45, 0.15].map((value, index) => ({ fear: null, want: index + 1, ...share(value) })),
    split: split([0.3, 0.25, 0.1, 0.35]),
    by: {
      variable: 'residence',
      label: 'Residence',
      categories: [
        { value: 1, label: 'Urban' },
        { value: 2, label: 'Rural' },
        { value: 3, label: 'Camp' },
      ],
    },
    groups: [
      {
        ...{ value: 1, n: 900, weightedN: 900 },
        split: lettered(split([0.4, 0.2, 0.1, 0.3]), ['B', '', '', '']),
      },
      {
        ...{ value: 2, n: 40, weightedN: 50 },
        split: lettered(split([0.2, 0.25, 0.15, 0.4], 'bracketed'), ['', '', '', 'A']),
      },
      {
        ...{ value: 3, n: 12, weightedN: 9 },
        split: lettered(split([null, null, null, null], 'suppressed'), ['', '', '', '']),
      },
    ],
    comparisons: parts.map((part) => ({
      part,
      pairs: [{ a: 1, b: 2, difference: 0.2, se: 0.05, df: 40, p: 0.001, adjusted: 0.004 }],
    })),
    test: { method: 'rao-scott', f: 3.21, df1: 2.9, df2: 210, p: 0.02 },
  };
}
