import { useI18n } from 'vue-i18n';
import type { ProblemMessage } from '#contract/problem.ts';
import { problemText } from '#presentation/text/problemText.ts';
import { useFormats } from './useFormats.ts';

/** Says a problem in the reader's language, which may change meanwhile. */
export function useProblemText(): (problem: ProblemMessage) => string {
  const { t } = useI18n();
  const formats = useFormats();
  return (problem) =>
    problemText(
      problem,
      (key, params = {}, count) => (count === undefined ? t(key, params) : t(key, params, count)),
      formats.value,
    );
}
