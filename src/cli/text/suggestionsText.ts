import type { Output } from '#contract/index.ts';
import { shortened, textTable } from './textTable.ts';

/** What labels suggest, and the options that would rank just these. */
export function suggestionsText({ suggestions }: Output<'concern.suggest'>): string {
  if (suggestions.length === 0) return 'Nothing in the labels suggests a concern.';
  const table = textTable(
    ['<concern', '<freedom', '<dimensions', '<concerned when', '<found by', '<sure', '<label'],
    suggestions.map((one) => [
      one.variable,
      one.freedom,
      one.dimensions.join(', '),
      shortened(one.answers.join(' / '), 40),
      one.words.map((words) => `“${words}”`).join(' '),
      one.confidence === 'strong' ? 'yes' : 'likely',
      shortened(one.label, 50),
    ]),
  );
  const options = (['fear', 'want', 'dignity'] as const).flatMap((freedom) => {
    const rules = suggestions
      .filter((one) => one.freedom === freedom)
      .map(({ variable, concernedWhen }) => shellWord(`${variable}=${concernedWhen.join(',')}`));
    return rules.length === 0 ? [] : [`--${freedom} ${rules.join(' ')}`];
  });
  return `${table}\n\nSuggestions only. To rank them: ${options.join(' ')}`;
}

/** As it can be pasted into a shell: what a file calls its variables is never run. */
function shellWord(text: string): string {
  return /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_=,.:-]*$/u.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
