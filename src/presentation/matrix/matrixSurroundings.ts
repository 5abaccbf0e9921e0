import { methodLine } from '../analysis/designMethod.ts';
import { filterOf } from '../analysis/filter.ts';
import type { Medium, OwnWords } from '../analysis/ownWords.ts';
import type { Formats } from '../text/createFormats.ts';
import { reasonsOnce } from '../text/missingReason.ts';
import { reasonLines } from '../text/reasonLines.ts';
import { shortLabel } from '../text/shortLabel.ts';
import type { Translate } from '../text/translator.ts';
import { answeredMatrix, type AnsweredMatrix } from './answeredMatrix.ts';
import { globalWords } from './globalWords.ts';
import { reasonsIn } from './matrixGrid.ts';
import { matrixMethod, matrixSigns } from './matrixMethod.ts';

export function matrixSurroundings(
  answered: AnsweredMatrix,
  t: Translate,
  formats: Formats,
  medium: Medium,
): OwnWords {
  const { result, definition, independence } = answered;
  const { grid, facets } = answeredMatrix(answered, t, formats);
  const grids = facets.length > 0 ? facets.map((facet) => facet.grid) : [grid];
  const measure = t(`publication.measures.${definition.measure}`);
  const global = globalWords(independence, formats);
  const { f, why } = independence;
  const unsaid = f === null && why !== undefined && why !== 'tooLarge' && why !== 'suppressed';
  return {
    title: result.by
      ? t('publication.title.matrixBy', { measure, group: shortLabel(result.by.variable, result.by.label) })
      : t('publication.title.matrix', { measure }),
    subtitle: t(`matrix.explain.${definition.measure}`),
    notes: [
      ...matrixSigns(grids, medium === 'figure', t),
      ...(result.by ? [t(result.facetsWithheld ? 'matrix.facetsWithheld' : 'publication.facets')] : []),
      ...reasonLines(reasonsOnce(grids.flatMap((each) => reasonsIn(each))), medium === 'table', t),
      `${t(global.key, global.params)}${unsaid ? ` ${t(`reason.${why}`)}` : ''}`,
      methodLine(result.design, matrixMethod(result, filterOf(definition), t, formats), t, formats),
    ],
  };
}
