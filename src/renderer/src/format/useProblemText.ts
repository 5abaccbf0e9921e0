import { useI18n } from 'vue-i18n';
import type { PhraseMessage, ProblemMessage } from '#contract/problem.ts';
import { phraseText } from '#words/phraseText.ts';
import { useFormats } from './useFormats.ts';

const listedAtMost = 6;
const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** Says a problem in the reader's language; long lists in it are cut after a few names. */
export function useProblemText(): (problem: ProblemMessage) => string {
  const { t } = useI18n();
  const formats = useFormats();

  const said = (value: string | number): string | number =>
    Number.isInteger(value) ? formats.value.count(Number(value)) : value;
  const phrased = (phrase: PhraseMessage): string =>
    phraseText(phrase, (code, params) =>
      t(
        `phrase.${code}`,
        Object.fromEntries(Object.entries(params).map(([name, value]) => [name, said(value)])),
      ),
    );

  return ({ code, params }) => {
    const words = Object.entries(params).map(([name, value]) => {
      if ((name === 'file' || name === 'study') && typeof value === 'string') return [name, baseName(value)];
      if (!Array.isArray(value)) {
        if (typeof value === 'object') return [name, phrased(value)];
        return [name, typeof value === 'number' ? formats.value.count(value) : value];
      }
      const named = value.slice(0, listedAtMost).map(String);
      const more = value.length - named.length;
      return [
        name,
        more > 0
          ? t('common.andMore', { list: named.join(', '), count: formats.value.count(more) })
          : formats.value.list(named),
      ];
    });
    const { count } = params;
    return t(`problem.${code}`, Object.fromEntries(words), typeof count === 'number' ? count : 1);
  };
}
