import { describe, expect, it } from 'vitest';
import type { MatrixPair, MatrixResult } from '#contract/matrix.ts';
import { globalWords } from '#presentation/matrix/globalWords.ts';
import { naiveFlips } from '#presentation/matrix/naiveFlips.ts';
import { pairGroups } from '#presentation/matrix/pairGroups.ts';
import { plausibleMatrix } from '../../renderer/plausibleMatrix.ts';
import { formats } from './show.ts';

const result = plausibleMatrix(2, 3);
const withPairs = (change: (pair: MatrixPair, index: number) => MatrixPair): MatrixResult => ({
  ...result,
  pairs: result.pairs.map(change),
});
const withQ = (pair: MatrixPair, q: number | null): MatrixPair => ({ ...pair, test: { ...pair.test, q } });

describe('the naïve answer beside the other', () => {
  it('changes nothing where it says the same', () => {
    expect(naiveFlips(result, result)).toEqual({ compared: 6, flips: [] });
  });

  it('tells which pairs one would have said something else of', () => {
    const naive = withPairs((pair, index) =>
      index === 0 ? withQ(pair, 0.01) : index === 1 ? withQ(pair, 0.3) : pair,
    );
    const { flips } = naiveFlips(result, naive);
    expect(flips.map(({ says, wouldSay }) => [says, wouldSay])).toEqual([
      ['chance', 'less'],
      ['more', 'chance'],
    ]);
  });

  it('does not compare pairs without a test', () => {
    const naive = withPairs((pair, index) => (index < 2 ? withQ(pair, null) : pair));
    expect(naiveFlips(result, naive)).toEqual({ compared: 4, flips: [] });
  });
});

describe('the test of all pairs together', () => {
  const test = { statistic: 9, f: 3.456, df1: 2.34, df2: 205.9, p: 0.00004, pairs: 6 };
  it('is said in words with its figures', () => {
    expect(globalWords(test, formats)).toEqual({
      key: 'matrix.globalTogether',
      params: { pairs: '6', df1: '2.3', df2: '206', f: '3.46', p: '<\u00a00.001' },
    });
    expect(globalWords({ ...test, p: 0.4 }, formats).key).toBe('matrix.globalApart');
  });

  it('says why it is not there', () => {
    const none = { statistic: null, f: null, df1: null, df2: null, p: null, pairs: 0 };
    const key = (why: 'tooLarge' | 'suppressed' | 'singular') => globalWords({ ...none, why }, formats).key;
    expect([key('tooLarge'), key('suppressed'), key('singular')]).toEqual([
      'matrix.globalTooLarge',
      'matrix.globalSuppressed',
      'matrix.globalNone',
    ]);
  });
});

describe('a pair by group', () => {
  it('is printed with letters, parentheses and the difference in points', () => {
    const { pairs, design, fear, want } = result;
    const share = { estimate: 0.5, se: 0.02, ciLow: 0.46, ciHigh: 0.54, deff: 1 };
    const group = {
      n: 40,
      weightedN: 40,
      wantGivenFear: share,
      wantGivenNoFear: share,
      difference: { estimate: -0.021, se: 0.01, ciLow: -0.04, ciHigh: 0.01 },
      letters: 'B',
    };
    const hidden = { estimate: null, se: null, ciLow: null, ciHigh: null };
    const rows = pairGroups(
      {
        ...{ design, fear: fear[0], want: want[0], pair: pairs[0], cells: [], difference: hidden },
        wantGivenNoFear: share,
        fearGivenNoWant: share,
        by: { variable: 'g', label: '', categories: [{ value: 1, label: 'Urban' }] },
        groups: [
          { ...group, value: 1, shown: 'bracketed' },
          {
            ...{ ...group, value: 2, n: null, weightedN: null, letters: '', shown: 'suppressed' },
            wantGivenFear: { ...hidden, deff: null },
            difference: hidden,
          },
        ],
      },
      formats,
    );
    expect(rows[0]).toMatchObject({ letter: 'A', label: 'Urban', text: '(50.0%)', letters: 'B' });
    expect(rows[0]).toMatchObject({ difference: '−2.1', differenceInterval: '(−4.0 – +1.0)' });
    expect(rows[1]).toMatchObject({ label: '2', n: '(*)', text: '–', difference: '' });
  });
});
