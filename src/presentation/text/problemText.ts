import type { PhraseMessage, ProblemMessage } from '#contract/problem.ts';
import { phraseText } from '#words/phraseText.ts';
import type { Formats } from './createFormats.ts';
import type { Translate } from './translator.ts';

const listedAtMost = 6;
const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** A problem in the reader's language; long lists in it are cut after a few names. */
export function problemText({ code, params }: ProblemMessage, t: Translate, formats: Formats): string {
  const said = (value: string | number): string | number =>
    Number.isInteger(value) ? formats.count(Number(value)) : value;
  const phrased = (phrase: PhraseMessage): string =>
    phraseText(phrase, (of, values) =>
      t(
        `phrase.${of}`,
        Object.fromEntries(Object.entries(values).map(([name, value]) => [name, said(value)])),
      ),
    );
  const words = Object.entries(params).map(([name, value]) => {
    if ((name === 'file' || name === 'study') && typeof value === 'string') return [name, baseName(value)];
    if (!Array.isArray(value)) {
      if (typeof value === 'object') return [name, phrased(value)];
      return [name, typeof value === 'number' ? formats.count(value) : value];
    }
    const named = value.slice(0, listedAtMost).map(String);
    const more = value.length - named.length;
    return [
      name,
      more > 0
        ? t('common.andMore', { list: named.join(', '), count: formats.count(more) })
        : formats.list(named),
    ];
  });
  const { count } = params;
  return t(`problem.${code}`, Object.fromEntries(words), typeof count === 'number' ? count : 1);
}
