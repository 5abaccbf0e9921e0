import type { Input } from '#contract/index.ts';
import { oneOf } from './oneOf.ts';

/** What the terminal may say of `code`, the script of a kept analysis. */
export interface ScriptOptions {
  readonly analysis: string;
  readonly dialect: 'R' | 'Stata';
  /** The exported survey that the script reads. */
  readonly data: string;
}

/** What it may say of `run`, all kept analyses of a study. */
export type RunOptions = Omit<Input<'publication.run'>, 'study'>;

interface Words {
  readonly analysis?: string;
  readonly stata?: boolean;
  readonly data?: string;
  readonly out?: string;
  readonly only?: string[];
  readonly 'with-data'?: boolean;
  readonly language?: string;
  readonly digits?: string;
  readonly replace?: boolean;
}

export function scriptOptions({ analysis = '', stata, data = 'survey.sav' }: Words): ScriptOptions {
  return { analysis, dialect: stata ? 'Stata' : 'R', data };
}

/** @throws Problem option.invalid */
export function runOptions(command: string, words: Words): RunOptions {
  const { out = '', only, replace = false } = words;
  if (command !== 'run') return { to: out };
  return {
    to: out,
    only: only ?? null,
    data: words['with-data'] ?? false,
    replace,
    reader: {
      language: oneOf('--language', words.language ?? 'en', ['en', 'fr', 'bn']),
      digits: oneOf('--digits', words.digits ?? 'western', ['western', 'bangla']),
    },
  };
}
