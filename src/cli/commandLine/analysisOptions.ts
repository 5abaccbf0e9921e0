import type { Net, ResponseNet } from '#contract/crosstab.ts';
import type { ConcernRule } from '#contract/matrix.ts';
import type { Input } from '#contract/index.ts';
import type { MissingMark, Source, Value } from '#contract/source.ts';
import { Problem } from '#engine/survey/problem.ts';
import { designFrom, type DesignWords } from './designOptions.ts';
import { oneOf } from './oneOf.ts';

/** What every analysis is asked with. */
export type AnalysisInput = Omit<Input<'crosstab.run'>, 'rows' | 'columns' | 'letters' | 'nets'>;

/** The words after the options that an analysis shares with the others; undefined where not said. */
export interface AnalysisWords extends DesignWords {
  readonly where?: string;
  readonly ci?: string;
  readonly level?: string;
  readonly suppress?: string;
  readonly 'minimum-count'?: string;
  readonly deff?: string;
  readonly test?: string;
}

/** @throws Problem option.invalid, missing.unknownCode */
export function analysisOf(values: AnalysisWords, source: Source, missing: readonly string[]): AnalysisInput {
  const level = values.level === undefined ? 0.95 : Number(values.level);
  if (!(level >= 0.01 && level <= 0.9999)) {
    throw new Problem('option.invalid', {
      option: '--level',
      value: values.level ?? '',
      allowed: 'a number from 0.01 to 0.9999, such as 0.95',
    });
  }
  return {
    source,
    design: designFrom(values),
    missing: missing.map(missingMark),
    ...(values.where === undefined ? {} : { where: values.where }),
    options: {
      interval: oneOf('--ci', values.ci ?? 'logit', ['logit', 'beta', 'wilson', 'wald']),
      level,
      disclosure: oneOf('--suppress', values.suppress ?? 'dhs', ['dhs', 'nchs', 'confidentiality', 'none']),
      ...(values['minimum-count'] === undefined
        ? {}
        : { minimumCount: minimumCount(values['minimum-count']) }),
      ...(values.deff === undefined
        ? {}
        : { deff: oneOf('--deff', values.deff, ['replace', 'withoutReplacement']) }),
      ...(values.test === undefined
        ? {}
        : {
            test: oneOf('--test', values.test, ['rao-scott', 'rao-scott-first', 'adjusted-wald', 'wald']),
          }),
    },
  };
}

/** @throws Problem option.invalid */
function minimumCount(words: string): number {
  const count = Number(words);
  if (!Number.isInteger(count) || count < 2)
    throw new Problem('option.invalid', { option: '--minimum-count', value: words, allowed: '2, 3, 4, …' });
  return count;
}

/** `V=1,2`. @throws Problem concern.noCodes */
export function concernRule(words: string): ConcernRule {
  const { name, codes } = nameAndCodes(words);
  if (name === '')
    throw new Problem('option.invalid', {
      option: 'a concern',
      value: words,
      allowed: 'a variable and the codes that count as concerned, such as Q10=3,4',
    });
  if (codes.length === 0) throw new Problem('concern.noCodes', { variable: name });
  return { variable: name, concernedWhen: codes };
}

export function missingMark(words: string): MissingMark {
  const { name, codes } = nameAndCodes(words);
  if (name === '' || codes.length === 0) throw new Problem('missing.unknownCode', { text: words });
  return { variable: name, codes };
}

function nameAndCodes(words: string): { name: string; codes: Value[] } {
  const [name, ...rest] = words.split('=');
  const codes = rest
    .join('=')
    .split(',')
    .map((code) => code.trim())
    .filter((code) => code !== '')
    .map((code) => (String(Number(code)) === code ? Number(code) : code));
  return { name: name.trim(), codes };
}
/** `rows:Agree=1,2`. @throws Problem option.invalid */
export function netOf(words: string): Net {
  const [, axis, rest] = /^(rows|cols):(.*)$/s.exec(words) ?? [];
  const { name: label, codes } = nameAndCodes(rest ?? '');
  if (axis === undefined || label === '' || codes.length === 0)
    throw new Problem('option.invalid', {
      option: '--net',
      value: words,
      allowed: 'an axis, a label and its codes, such as rows:Agree=1,2',
    });
  return { axis: axis === 'rows' ? 'rows' : 'columns', label, values: codes };
}

/** Of a set: `Any=water,food`, or codes. @throws Problem option.invalid */
export function setNetOf(words: string): ResponseNet {
  const { name: label, codes } = nameAndCodes(words);
  if (label === '' || codes.length === 0)
    throw new Problem('option.invalid', {
      option: '--net',
      value: words,
      allowed: 'a label and answers of the set, such as Any=water,food',
    });
  return { label, values: codes };
}

/** `A,B` or repeated. */
export function namesIn(words: readonly string[] = []): string[] {
  return words.flatMap((names) => names.split(',')).filter((name) => name !== '');
}

/** Numbers between 0 and 1, apart by commas. @throws Problem option.invalid */
export function sharesIn(option: string, words: string): number[] {
  return words.split(',').map((word) => {
    const number = Number(word);
    if (word.trim() === '' || !(number > 0 && number < 1))
      throw new Problem('option.invalid', { option, value: word, allowed: 'numbers between 0 and 1' });
    return number;
  });
}
