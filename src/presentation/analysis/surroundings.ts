import type { PublicationPart } from '#contract/publication.ts';
import type { Formats } from '../text/createFormats.ts';
import type { Translate } from '../text/translator.ts';
import type { AnsweredAnalysis, AnsweredSurvey } from './answered.ts';
import { filterOf, filterSentence } from './filter.ts';
import type { Medium, OwnWords } from './ownWords.ts';
import { matrixSurroundings } from '../matrix/matrixSurroundings.ts';
import { pairSurroundings } from '../matrix/pairSurroundings.ts';
import { freedomsSurroundings } from '../freedoms/freedomsSurroundings.ts';
import { concernSurroundings } from '../priorities/concernSurroundings.ts';
import { prioritiesSurroundings } from '../priorities/prioritiesSurroundings.ts';
import { tableSurroundings } from '../tables/tableSurroundings.ts';

/** What stands around a figure or a table that leaves the app. */
export interface Surroundings {
  readonly title: string;
  readonly subtitle: string;
  readonly source: string;
  /** A line for each thing that is said: signs, reasons, tests, and last the method. */
  readonly note: string;
}

/**
 * @param name of the analysis, where it was kept under one: its title.
 * @param medium what the words stand around.
 */
export function surroundings(
  answered: AnsweredAnalysis,
  part: PublicationPart,
  t: Translate,
  formats: Formats,
  name: string | null = null,
  medium: Medium = 'figure',
): Surroundings {
  const { title, subtitle, notes } = ownWords(answered, part, t, formats, medium);
  // A table says of its layer and its filter together.
  const where = answered.room === 'tables' ? '' : filterOf(answered.definition);
  return {
    title: name ?? title,
    subtitle: filterSentence(subtitle, where, t),
    source: sourceLine(answered.survey, t),
    note: notes.join('\n'),
  };
}

function ownWords(
  answered: AnsweredAnalysis,
  part: PublicationPart,
  t: Translate,
  formats: Formats,
  medium: Medium,
): OwnWords {
  switch (answered.room) {
    case 'matrix':
      return part === 'detail' && answered.pair !== null
        ? pairSurroundings(answered.pair, answered.result, filterOf(answered.definition), t, formats)
        : matrixSurroundings(answered, t, formats, medium);
    case 'freedoms':
      return freedomsSurroundings(answered, t, formats, medium);
    case 'tables':
      return tableSurroundings(answered, t, formats, medium);
    case 'priorities':
      return part === 'detail' && answered.concern !== null
        ? concernSurroundings(answered.concern, filterOf(answered.definition), t, formats, medium)
        : prioritiesSurroundings(answered, t, formats, medium);
  }
}

function sourceLine({ name, file, madeUp }: AnsweredSurvey, t: Translate): string {
  const same = file === '' || file.replace(/\.[^.]*$/, '') === name || file === name;
  const params = { survey: name, file };
  const saysSo = name.toLocaleLowerCase().includes(t('publication.source.madeUpSaid').toLocaleLowerCase());
  // A teaching survey is known by its name; its file says only the same again.
  if (madeUp) return t(saysSo ? 'publication.source.survey' : 'publication.source.madeUp', params);
  return t(same ? 'publication.source.survey' : 'publication.source.surveyFile', params);
}
