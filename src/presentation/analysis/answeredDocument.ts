import type { ProblemMessage } from '#contract/problem.ts';
import type { PublicationPart, PublicationText } from '#contract/publication.ts';
import { freedomsDocument } from '../freedoms/freedomsDocument.ts';
import { matrixDocument } from '../matrix/matrixDocument.ts';
import { pairDocument } from '../matrix/pairDocument.ts';
import { concernDocument, prioritiesDocument } from '../priorities/prioritiesDocument.ts';
import type { DocumentTable, TableDocument } from '../tableDocument.ts';
import { tablesDocument } from '../tables/tablesDocument.ts';
import type { Formats } from '../text/createFormats.ts';
import type { Translate } from '../text/translator.ts';
import type { AnsweredAnalysis } from './answered.ts';
import { definitionsOf } from './definitionsOf.ts';
import { surroundings } from './surroundings.ts';

/** In what language a document is made. */
export interface DocumentReader {
  readonly t: Translate;
  readonly formats: Formats;
  readonly locale: string;
  readonly problemText: (problem: ProblemMessage) => string;
}

/** An answered analysis as a table with all that stands around it. `text`: what its user wrote instead. */
export function answeredDocument(
  answered: AnsweredAnalysis,
  part: PublicationPart,
  reader: DocumentReader,
  name: string | null = null,
  text: Partial<PublicationText> = {},
): TableDocument {
  const { t, formats, locale } = reader;
  const own = surroundings(answered, part, t, formats, name, 'table');
  const tables = tablesOf(answered, part, reader);
  return {
    title: text.title ?? own.title,
    subtitle: text.subtitle ?? own.subtitle,
    source: text.source ?? own.source,
    note: text.note ?? own.note,
    locale,
    tables,
    definitions: definitionsOf(answered, tables, t, formats),
    words: {
      low: t('publication.columns.low'),
      high: t('publication.columns.high'),
      letters: t('publication.columns.letters'),
      beside: {
        n: t('publication.columns.n'),
        weightedN: t('publication.columns.weightedN'),
        se: t('publication.columns.se'),
        deff: t('publication.columns.deff'),
      },
      short: {
        n: t('tables.short.n'),
        weightedN: t('tables.short.weightedN'),
        se: t('tables.short.se'),
        deff: t('tables.short.deff'),
      },
      table: t('publication.table'),
      continued: t('publication.continued'),
      notes: t('publication.sheetNotes'),
      definitions: t('publication.definitions'),
    },
  };
}

function tablesOf(
  answered: AnsweredAnalysis,
  part: PublicationPart,
  { t, formats, locale, problemText }: DocumentReader,
): readonly DocumentTable[] {
  switch (answered.room) {
    case 'matrix':
      return part === 'detail' && answered.pair !== null
        ? pairDocument(answered.pair, t, formats)
        : matrixDocument(answered, t, formats);
    case 'freedoms':
      return freedomsDocument(answered.result, t, formats);
    case 'tables':
      return tablesDocument(answered, problemText, t, formats);
    case 'priorities':
      return part === 'detail' && answered.concern !== null
        ? concernDocument(answered.concern, t, formats)
        : prioritiesDocument(answered, t, formats, locale);
  }
}
