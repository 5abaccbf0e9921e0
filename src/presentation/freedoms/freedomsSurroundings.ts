import type { AnsweredAnalysis } from '../analysis/answered.ts';
import { methodLine } from '../analysis/designMethod.ts';
import { filterOf } from '../analysis/filter.ts';
import type { Medium, OwnWords } from '../analysis/ownWords.ts';
import type { Formats } from '../text/createFormats.ts';
import { reasonsOnce } from '../text/missingReason.ts';
import { reasonLines } from '../text/reasonLines.ts';
import { shortLabel } from '../text/shortLabel.ts';
import type { Translate } from '../text/translator.ts';
import { freedomsMethod, splitSigns } from './freedomsMethod.ts';
import { freedomsSentence, groupTestWords } from './freedomsWords.ts';
import { splitRows, splitWords } from './splitRows.ts';

export type AnsweredFreedoms = Extract<AnsweredAnalysis, { room: 'freedoms' }>;

export function freedomsSurroundings(
  { result, definition }: AnsweredFreedoms,
  t: Translate,
  formats: Formats,
  medium: Medium,
): OwnWords {
  const { by, atLeast, fear, want, counted, test } = result;
  const rows = splitRows(result, formats, splitWords(t));
  const sentence = freedomsSentence(result, formats);
  const groupTest = test ? groupTestWords(test, formats) : null;
  const reasons = reasonsOnce(rows.flatMap(({ cells }) => cells.map(({ why }) => why)));
  return {
    title: by
      ? t('publication.title.freedomsBy', { group: shortLabel(by.variable, by.label) })
      : t('publication.title.freedoms'),
    subtitle: t('publication.subtitle.freedoms', {
      count: formats.count(counted.n),
      fear: formats.count(atLeast.fear),
      fears: formats.count(fear.length),
      want: formats.count(atLeast.want),
      wants: formats.count(want.length),
    }),
    notes: [
      t(sentence.key, sentence.params),
      ...splitSigns(rows, t),
      ...reasonLines(reasons, medium === 'table', t),
      ...(groupTest ? [t(groupTest.key, groupTest.params)] : []),
      methodLine(result.design, freedomsMethod(result, filterOf(definition), t, formats), t, formats),
    ],
  };
}
