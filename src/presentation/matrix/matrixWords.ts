import type { Translate } from '../text/translator.ts';
import type { GridWords } from './matrixGrid.ts';

/** The signs in the cells of a matrix. */
export function matrixWords(t: Translate): GridWords {
  return {
    suppressed: t('matrix.suppressed'),
    notEstimable: t('matrix.notEstimable'),
    notEstimableLong: t('matrix.notEstimableLong'),
    bracket: (text) => t('matrix.bracket', { text }),
  };
}
