import { createFormats } from '#presentation/text/createFormats.ts';
import { matrixGrid, type MatrixGrid } from '#presentation/matrix/matrixGrid.ts';
import type { Measure } from '#presentation/matrix/measures.ts';
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
