import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** How the two sheets of a form are called where they are CSV files. */
const pairs: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(questions?|survey)(?!.*(questions?|survey))/i, ['choices', 'choice']],
  [/choices?(?!.*choices?)/i, ['questions', 'question', 'survey']],
];

/** The other sheet of a form, which stands beside a CSV file: `… questions.csv` and `… choices.csv`. */
export function formSibling(form: string): string | null {
  const name = basename(form);
  if (!/\.[ct]sv$/i.test(name)) return null;
  for (const [word, others] of pairs) {
    if (!word.test(name)) continue;
    const beside = others.map((other) => join(dirname(form), name.replace(word, other)));
    return beside.find((path) => existsSync(path)) ?? null;
  }
  return null;
}
