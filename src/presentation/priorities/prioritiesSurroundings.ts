import type { AnsweredAnalysis } from '../analysis/answered.ts';
import { methodLine } from '../analysis/designMethod.ts';
import { filterOf } from '../analysis/filter.ts';
import type { Medium, OwnWords } from '../analysis/ownWords.ts';
import type { Formats } from '../text/createFormats.ts';
import { reasonLines } from '../text/reasonLines.ts';
import { shortLabel } from '../text/shortLabel.ts';
import type { Translate } from '../text/translator.ts';
import { neighbourWords } from './neighbourWords.ts';
import { priorityMethod } from './priorityMethod.ts';
import { priorityRows, reasonsOf, rowWords, type PriorityRow } from './priorityRows.ts';
import { prioritySigns } from './prioritySigns.ts';

export type AnsweredPriorities = Extract<AnsweredAnalysis, { room: 'priorities' }>;

export function prioritiesSurroundings(
  { result, definition }: AnsweredPriorities,
  t: Translate,
  formats: Formats,
  medium: Medium,
): OwnWords {
  const { rows } = priorityRows(result, formats, rowWords(t));
  const { picture, freedom, dimension } = definition;
  const withSeverity = picture === 'severity';
  const { by } = result;
  const tied = withSeverity || by ? [] : tiedNeighbours(rows, t, formats);
  return {
    title: withSeverity
      ? t('publication.title.severity')
      : by
        ? t('publication.title.rankingBy', { group: shortLabel(by.variable, by.label) })
        : t('publication.title.ranking'),
    subtitle: [
      t(withSeverity ? 'publication.subtitle.severity' : 'publication.subtitle.ranking'),
      ...(freedom === 'all'
        ? []
        : [t('publication.subtitle.onlyFreedom', { freedom: t(`freedom.${freedom}`) })]),
      ...(dimension === 'all'
        ? []
        : [t('publication.subtitle.onlyDimension', { dimension: t(`dimension.${dimension}`) })]),
    ].join(' '),
    notes: [
      ...prioritySigns(rows, by !== null, t),
      ...(medium === 'table' ? tied : []),
      ...reasonLines(reasonsOf(rows), true, t),
      methodLine(
        result.design,
        priorityMethod(result, withSeverity, filterOf(definition), t, formats),
        t,
        formats,
      ),
    ],
  };
}

function tiedNeighbours(rows: readonly PriorityRow[], t: Translate, formats: Formats): readonly string[] {
  return rows.flatMap((row, index) => {
    const words = row.tied && index + 1 < rows.length ? neighbourWords(row, rows[index + 1], formats) : null;
    return words ? [t(words.key, words.params)] : [];
  });
}
