import { createFormats } from '#renderer/src/format/createFormats.ts';
import { matrixGrid, type MatrixGrid } from '#renderer/src/features/matrix/matrixGrid.ts';
import type { Measure } from '#renderer/src/features/matrix/measures.ts';
import type { MatrixResult } from '#contract/matrix.ts';

export const formats = createFormats('en');

export function show(result: MatrixResult, measure: Measure): MatrixGrid {
  return matrixGrid(result, measure, result, formats, {
    suppressed: '(*)',
    notEstimable: '–',
    notEstimableLong: 'not estimable',
    bracket: (text) => `(${text})`,
  });
}
