import { parseArgs } from 'node:util';
import { designOptions } from './designOptions.ts';
import { otherOptions } from './otherSurvey.ts';
import { UsageError } from './usageError.ts';

const text = { type: 'string' } as const;
const list = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean' } as const;

export const options = {
  ...designOptions,
  ...otherOptions,
  missing: list,
  where: text,
  ci: text,
  level: text,
  suppress: text,
  'minimum-count': text,
  deff: text,
  test: text,
  survey: text,
  rows: text,
  cols: text,
  fear: list,
  want: list,
  dignity: list,
  concern: text,
  'at-least-fear': text,
  'at-least-want': text,
  answered: text,
  by: text,
  letters: text,
  set: text,
  base: text,
  net: list,
  quantiles: text,
  severity: flag,
  suggest: flag,
  study: text,
  name: text,
  'leave-out': list,
  bring: list,
  sheet: text,
  encoding: text,
  delimiter: text,
  decimal: text,
  form: text,
  language: text,
  repeat: list,
  to: text,
  restore: text,
  remove: flag,
  analysis: text,
  stata: flag,
  data: text,
  out: text,
  only: list,
  'with-data': flag,
  width: text,
  height: text,
  resolution: text,
  digits: text,
  detail: flag,
  make: flag,
  delete: flag,
  variables: list,
  replace: flag,
  'apply-missing': flag,
  bom: flag,
  'protect-formulas': flag,
  json: flag,
} as const;
export type OptionName = keyof typeof options;

/** Options whose values may follow one another: `--fear A=1 B=1,2`. */
const lists = ['fear', 'want', 'dignity', 'missing'] as const;
type List = (typeof lists)[number];

type Parsed = ReturnType<typeof parseAll>;
export type Values = Parsed['values'];

/** A command line as words: what is said of each option, and what stands by itself. */
export interface Words {
  readonly values: Values;
  readonly tokens: Parsed['tokens'];
  readonly rules: Readonly<Record<List, readonly string[]>>;
  readonly positionals: readonly string[];
}

/** @throws UsageError where an option is not known, or lacks its value */
export function wordsOf(argv: readonly string[]): Words {
  const { values, tokens } = parse(argv);
  const rules: Record<List, string[]> = { fear: [], want: [], dignity: [], missing: [] };
  const positionals: string[] = [];
  let current: List | null = null;
  for (const token of tokens) {
    if (token.kind === 'positional') {
      if (current !== null && positionals.length >= 1 && token.value.includes('=')) {
        rules[current].push(token.value);
      } else {
        positionals.push(token.value);
      }
    } else if (token.kind === 'option') {
      current = lists.find((name) => name === token.name) ?? null;
      if (current !== null && token.value !== undefined) rules[current].push(token.value);
    }
  }
  return { values, tokens, rules, positionals };
}

function parse(argv: readonly string[]): Parsed {
  try {
    return parseAll(argv);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

const parseAll = (argv: readonly string[]) =>
  parseArgs({ args: [...argv], options, allowPositionals: true, tokens: true });
