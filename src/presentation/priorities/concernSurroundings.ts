import { methodLine } from '../analysis/designMethod.ts';
import type { Medium, OwnWords } from '../analysis/ownWords.ts';
import type { Formats } from '../text/createFormats.ts';
import { reasonLines } from '../text/reasonLines.ts';
import { shortLabel } from '../text/shortLabel.ts';
import type { Translate } from '../text/translator.ts';
import { priorityMethod } from './priorityMethod.ts';
import { priorityRows, reasonsOf, rowWords, type Ranking } from './priorityRows.ts';
import { concernTestWords, prioritySigns } from './prioritySigns.ts';

/** One concern by its groups. */
export function concernSurroundings(
  result: Ranking,
  where: string,
  t: Translate,
  formats: Formats,
  medium: Medium,
): OwnWords {
  const { rows } = priorityRows(result, formats, rowWords(t));
  const [{ variable, label }] = result.concerns;
  const { by } = result;
  const concern = shortLabel(variable, label);
  const test = concernTestWords(result, formats);
  return {
    title: by
      ? t('publication.title.concernBy', { concern, group: shortLabel(by.variable, by.label) })
      : t('publication.title.concern', { concern }),
    subtitle: t('publication.subtitle.concern'),
    notes: [
      ...prioritySigns(rows, by !== null, t, medium === 'table'),
      ...reasonLines(reasonsOf(rows), medium === 'table', t),
      ...(test ? [t(test.key, test.params)] : []),
      methodLine(result.design, priorityMethod(result, false, where, t, formats), t, formats),
    ],
  };
}
