import type { MatrixResult } from '#contract/matrix.ts';
import { filterMethod } from '../analysis/filter.ts';
import type { Formats } from '../text/createFormats.ts';
import type { Translate } from '../text/translator.ts';
import type { MatrixGrid } from './matrixGrid.ts';

/** What the method line of a matrix says beside its design. `where`: the filter that it stands on. */
export function matrixMethod(
  { pairs }: Pick<MatrixResult, 'pairs'>,
  where: string,
  t: Translate,
  { count }: Formats,
): readonly string[] {
  const sizes = pairs.map(({ n }) => n);
  const [low, high] = [Math.min(...sizes), Math.max(...sizes)];
  const tested = pairs.filter(({ test }) => test.q !== null).length;
  return [
    ...filterMethod(where, t),
    t('matrix.methodTest', { count: count(tested) }, tested),
    t('matrix.methodMissing'),
    t('matrix.methodSuppression'),
    low === high
      ? t('matrix.methodNSame', { low: count(low) })
      : t('matrix.methodN', { low: count(low), high: count(high) }),
  ];
}

/** What the signs in the cells mean, as far as there are any; `drawn`: in a picture. */
export function matrixSigns(
  grids: readonly Pick<MatrixGrid, 'cells'>[],
  drawn: boolean,
  t: Translate,
): readonly string[] {
  const cells = grids.flatMap((grid) => grid.cells.flat());
  return [
    ...(cells.some(({ chance }) => chance) ? [t(drawn ? 'matrix.fadedNote' : 'matrix.fadedNoteTable')] : []),
    ...(cells.some(({ pair }) => pair.shown === 'bracketed') ? [t('matrix.bracketedNote')] : []),
    ...(cells.some(({ pair }) => pair.shown === 'suppressed') ? [t('matrix.suppressedNote')] : []),
  ];
}
