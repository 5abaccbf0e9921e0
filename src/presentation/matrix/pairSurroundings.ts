import type { MatrixPair, MatrixResult, PairResult } from '#contract/matrix.ts';
import { methodLine } from '../analysis/designMethod.ts';
import type { OwnWords } from '../analysis/ownWords.ts';
import type { Formats } from '../text/createFormats.ts';
import { shortLabel } from '../text/shortLabel.ts';
import type { Translate } from '../text/translator.ts';
import { matrixMethod } from './matrixMethod.ts';
import { pairNames } from './pairNames.ts';
import { pairGroups, pairGroupSigns, pairGroupTest } from './pairGroups.ts';
import { pairSentence, pairVerdict, testLine } from './pairWords.ts';

/** The pair in its matrix, whose q counts all its pairs. */
export function inMatrix({ pair }: PairResult, { pairs }: MatrixResult): MatrixPair {
  return pairs.find(({ fear, want }) => fear === pair.fear && want === pair.want) ?? pair;
}

export function pairSurroundings(
  result: PairResult,
  matrix: MatrixResult,
  where: string,
  t: Translate,
  formats: Formats,
): OwnWords {
  const { titleFear, titleWant } = pairNames(result);
  const names = { fear: titleFear, want: titleWant };
  const { by } = result;
  const own = inMatrix(result, matrix);
  const count = formats.count(result.pair.n);
  const sentence = pairSentence(result, formats);
  const verdict = pairVerdict(own, formats);
  const test = testLine(own, formats);
  const groups = pairGroups(result, formats);
  const groupTest = pairGroupTest(result, formats);
  return {
    title: by
      ? t('publication.title.pairBy', { ...names, group: shortLabel(by.variable, by.label) })
      : t('publication.title.pair', names),
    subtitle: t(by ? 'publication.subtitle.pairBy' : 'publication.subtitle.pair', { count }),
    notes: [
      t(sentence.key, sentence.params),
      ...(own.shown === 'suppressed'
        ? []
        : [
            ...(own.shown === 'bracketed' ? [t('pair.bracketed')] : []),
            t('publication.pairTest', { result: t(test.key, test.params) }),
            ...(verdict && verdict.key !== 'pair.testNone' ? [t(verdict.key, verdict.params)] : []),
            ...pairGroupSigns(groups, t),
            ...(groupTest ? [t(groupTest.key, groupTest.params)] : []),
          ]),
      methodLine(result.design, matrixMethod(matrix, where, t, formats), t, formats),
    ],
  };
}
