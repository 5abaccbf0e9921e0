import type { MatrixPair, PairResult } from '#contract/matrix.ts';
import type { Formats } from '../text/createFormats.ts';
import { chanceFrom } from './matrixGrid.ts';
import { pairNames } from './pairNames.ts';

/** A message of the catalogue and what is filled in. */
export interface Words {
  readonly key: string;
  readonly params: Readonly<Record<string, string>>;
}

/** “Of people with the concern …, 78% (74–82) also …; of the others, 66% (63–69).” */
export function pairSentence(result: PairResult, formats: Formats): Words {
  if (result.pair.shown === 'suppressed') return { key: 'pair.suppressed', params: {} };
  const { fear, want } = pairNames(result);
  return {
    key: 'pair.sentence',
    params: {
      fear,
      want,
      given: formats.percentWithInterval(result.pair.wantGivenFear, 1),
      otherwise: formats.percentWithInterval(result.wantGivenNoFear, 1),
    },
  };
}

/** What the test allows one to say; q is that of the matrix, which counts all its pairs. */
export function pairVerdict(inMatrix: MatrixPair, formats: Formats): Words | null {
  const { q } = inMatrix.test;
  if (inMatrix.shown === 'suppressed') return null;
  if (q === null) return { key: 'pair.testNone', params: {} };
  const params = { q: formats.probability(q) };
  if (q >= chanceFrom) return { key: 'pair.notSignificant', params };
  return { key: (inMatrix.phi.estimate ?? 0) < 0 ? 'pair.significantLess' : 'pair.significantMore', params };
}

/** F(1, 720) = 41.2, p < 0.001; q = 0.002 */
export function testLine(inMatrix: MatrixPair, formats: Formats): Words {
  const { f, df1, df2, p, q } = inMatrix.test;
  if (f === null || df1 === null || df2 === null || p === null || q === null)
    return { key: 'pair.testNone', params: {} };
  const degrees = (value: number): string =>
    Number.isInteger(Math.round(value * 1e6) / 1e6) ? formats.count(value) : formats.decimal(value, 1);
  return {
    key: 'pair.testLine',
    params: {
      df1: degrees(df1),
      df2: degrees(df2),
      f: formats.decimal(f, f < 10 ? 2 : 1),
      p: formats.probability(p),
      q: formats.probability(q),
    },
  };
}
