import { describe, expect, it } from 'vitest';
import type { PairResult } from '#contract/matrix.ts';
import { pairSentence, pairVerdict, testLine } from '#presentation/matrix/pairWords.ts';
import { plausibleMatrix } from '../../plausibleMatrix.ts';
import { formats } from '../../../presentation/matrix/show.ts';
import { englishI18n } from '../../englishI18n.ts';

const { t } = englishI18n().global;
const matrix = plausibleMatrix(1, 1);
const nothing = { estimate: null, se: null, ciLow: null, ciHigh: null, deff: null };
const share = (estimate: number, ciLow: number, ciHigh: number) => ({
  estimate,
  se: 0.02,
  ciLow,
  ciHigh,
  deff: 1,
});

const result: PairResult = {
  design: matrix.design,
  fear: { ...matrix.fear[0], variable: 'Q4', label: 'Q4. Extortion' },
  want: { ...matrix.want[0], variable: 'Q9', label: 'Q9. Poverty' },
  pair: { ...matrix.pairs[0], wantGivenFear: share(0.784, 0.741, 0.824) },
  cells: [],
  wantGivenNoFear: share(0.662, 0.63, 0.689),
  fearGivenNoWant: nothing,
  difference: share(0.122, 0.08, 0.16),
};

describe('a pair in plain words', () => {
  it('says both conditional shares with their intervals', () => {
    const { key, params } = pairSentence(result, formats);
    expect(t(key, params)).toBe(
      'Of people with the concern “Extortion”, 78.4% (74.1–82.4) also have the concern “Poverty”; of the others, 66.2% (63.0–68.9).',
    );
  });

  it('says nothing of a suppressed pair but that it is suppressed', () => {
    const suppressed = { ...result.pair, shown: 'suppressed' as const };
    expect(pairSentence({ ...result, pair: suppressed }, formats).key).toBe('pair.suppressed');
    expect(pairVerdict(suppressed, formats)).toBeNull();
  });

  it.each([
    [0.0499, 0.2, 'pair.significantMore'],
    [0.0499, -0.2, 'pair.significantLess'],
    [0.05, 0.2, 'pair.notSignificant'],
    [null, 0.2, 'pair.testNone'],
  ])('with q %s and φ %s says %s', (q, phi, key) => {
    const pair = {
      ...result.pair,
      test: { ...result.pair.test, q },
      phi: { ...result.pair.phi, estimate: phi },
    };
    expect(pairVerdict(pair, formats)?.key).toBe(key);
  });

  it('writes the test as journals do', () => {
    const pair = { ...result.pair, test: { f: 41.23, df1: 1, df2: 720, p: 1e-9, q: 0.0312 } };
    const { key, params } = testLine(pair, formats);
    expect(t(key, params)).toBe('F(1, 720) = 41.2, p <\u00a00.001; q =\u00a00.031');
  });

  it('says that a test cannot be computed', () => {
    const pair = { ...result.pair, test: { f: null, df1: null, df2: null, p: null, q: null } };
    expect(testLine(pair, formats).key).toBe('pair.testNone');
  });
});
