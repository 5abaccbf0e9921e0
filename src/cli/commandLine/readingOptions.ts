import { extname } from 'node:path';
import type { Reading } from '#contract/reading.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { Command } from './commands.ts';
import { formSibling } from './formSibling.ts';
import { oneOf } from './oneOf.ts';
import type { Values } from './options.ts';
import { UsageError } from './usageError.ts';

const ofText = ['delimiter', 'decimal'] as const;

/** What the ending of a file already says: options that have no meaning for such a file. */
const meaningless: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(['.sav', '.zsav', '.dta', '.por'].map((ending) => [ending, ['sheet', ...ofText]])),
  ...Object.fromEntries(['.xlsx', '.xls'].map((ending) => [ending, ['encoding', ...ofText]])),
  '.parquet': ['sheet', 'encoding', ...ofText],
};

/** Files whose labels come in several languages only by a form or codebook beside them. */
const oneLanguage = ['.sav', '.zsav', '.por', '.parquet', '.csv', '.tsv', '.txt', '.xlsx', '.xls'];

/** Commands whose `--language` is that of the reader of what they write. */
const forReaders: readonly Command[] = ['figure', 'table', 'run'];

/** How a file is to be read; empty where nothing is said. @throws UsageError; Problem option.invalid */
export function readingOptions(command: Command, file: string, values: Values): Reading {
  const ending = extname(file.replace(/\.gz$/i, '')).toLowerCase();
  for (const name of meaningless[ending] ?? []) {
    if (name in values) throw new UsageError(`${command}: --${name} says nothing of a ${ending} file`);
  }
  if ('language' in values && !('form' in values) && oneLanguage.includes(ending)) {
    throw new UsageError(`${command}: --language says nothing of a ${ending} file without --form`);
  }
  const { sheet, encoding, delimiter, decimal, form } = values;
  const language = forReaders.includes(command) ? undefined : values.language;
  const reading: Reading = {
    ...(sheet !== undefined && { sheet }),
    ...(encoding !== undefined && { encoding }),
    ...(delimiter !== undefined && { delimiter: delimiterOf(delimiter) }),
    ...(decimal !== undefined && { decimal: oneOf('--decimal', decimal, ['.', ',']) }),
    ...(form !== undefined && companionOf(form)),
    ...(language !== undefined && { language }),
  };
  if (file.endsWith('.lfstudy') && Object.keys(reading).length > 0) {
    throw new UsageError(`${command}: how a file is read cannot be said of a study, which is read already`);
  }
  return reading;
}

/** The form or codebook, and where the form is one of two sheets, the other one beside it. */
function companionOf(form: string): Pick<Reading, 'companion' | 'sibling'> {
  const sibling = formSibling(form);
  return { companion: form, ...(sibling !== null && { sibling }) };
}

/** A tab is hard to type: `tab` and `\\t` stand for it. */
function delimiterOf(words: string): string {
  if (words === 'tab' || words === '\\t') return '\t';
  if (words.length === 1) return words;
  throw new Problem('option.invalid', {
    option: '--delimiter',
    value: words,
    allowed: 'one character, or “tab”',
  });
}
