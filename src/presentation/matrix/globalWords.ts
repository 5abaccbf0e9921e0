import type { MatrixIndependence } from '#contract/matrix.ts';
import type { Formats } from '../text/createFormats.ts';
import { chanceFrom } from './matrixGrid.ts';
import type { Words } from './pairWords.ts';

/** Whether fear and want go together at all, with the test; or why there is none. */
export function globalWords(global: MatrixIndependence, formats: Formats): Words {
  const { f, df1, df2, p, why } = global;
  if (f === null || df1 === null || df2 === null || p === null) {
    if (why === 'tooLarge') return { key: 'matrix.globalTooLarge', params: {} };
    if (why === 'suppressed') return { key: 'matrix.globalSuppressed', params: {} };
    return { key: 'matrix.globalNone', params: {} };
  }
  const key = p < chanceFrom ? 'matrix.globalTogether' : 'matrix.globalApart';
  const params = {
    pairs: formats.count(global.pairs),
    df1: formats.decimal(df1, 1),
    df2: formats.count(df2),
    f: formats.decimal(f, f < 10 ? 2 : 1),
    p: formats.probability(p),
  };
  return { key, params };
}
