import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import type { ConcernRule } from '#contract/matrix.ts';
import type { Reading } from '#contract/reading.ts';
import type { Net, ResponseNet } from '#contract/crosstab.ts';
import type { AnsweredRule } from '#contract/freedoms.ts';
import type { Input } from '#contract/index.ts';
import type { Source } from '#contract/source.ts';
import { Problem } from '#engine/survey/problem.ts';
import {
  analysisOf,
  concernRule,
  namesIn,
  netOf,
  setNetOf,
  sharesIn,
  type AnalysisInput,
} from './analysisOptions.ts';
import { designOptions } from './designOptions.ts';
import { otherNames, otherOptions, otherSurvey, type OtherSurvey } from './otherSurvey.ts';
import { figureOptions, type FigureOptions } from './figureOptions.ts';
import {
  requireStudy,
  runOptions,
  scriptOptions,
  type RunOptions,
  type ScriptOptions,
} from './scriptOptions.ts';
import { refuseTogether, refuseTwice } from './refuseTogether.ts';
import { refuseCopies } from './refuseCopies.ts';
import { formSibling } from './formSibling.ts';
import { oneOf } from './oneOf.ts';
import { UsageError } from './usageError.ts';

export { UsageError };

const commands = [
  'describe',
  'crosstab',
  'matrix',
  'freedoms',
  'concerns',
  'compare',
  'means',
  'analyses',
  'figure',
  'table',
  'code',
  'run',
  'import',
  'export',
  'backups',
  'rescue',
  'protect',
] as const;
export type Command = (typeof commands)[number];

export interface CommandLine {
  readonly command: Command;
  readonly file: string;
  readonly source: Source;
  readonly json: boolean;
  readonly analysis: AnalysisInput;
  /** Known totals, each as `V=code:total,…` or as a file. */
  readonly margins: readonly string[];
  /** Those of the second survey, where they are others. */
  readonly otherMargins: readonly string[];
  readonly other: OtherSurvey | null;
  readonly rows: string | null;
  readonly columns: string | null;
  readonly fear: readonly ConcernRule[];
  readonly want: readonly ConcernRule[];
  readonly dignity: readonly ConcernRule[];
  readonly concern: ConcernRule | null;
  /** Of freedoms: how many concerns count, and how many of them must have an answer. */
  readonly atLeast: { readonly fear: number; readonly want: number };
  readonly answered: AnsweredRule;
  /** The variable whose answers are groups. */
  readonly by: string | null;
  /** How groups are compared; `null` where they are not. */
  readonly letters: Adjustment | null;
  readonly quantiles: readonly number[];
  /** Of concerns: how severe each is for those who have it. */
  readonly severity: boolean;
  /** Of concerns: not their shares, but what the labels of the survey suggest. */
  readonly suggest: boolean;
  /** A multiple-response set, in the place of rows and columns. */
  readonly set: string | null;
  readonly base: ResponseBase;
  readonly nets: readonly Net[];
  /** Of the answers of `set`. */
  readonly setNets: readonly ResponseNet[];
  readonly study: string | null;
  readonly name: string | null;
  /** How the file is to be read; empty where nothing is said. */
  readonly reading: Reading;
  readonly repeats: readonly string[];
  /** Variables that an import never stores. */
  readonly leaveOut: readonly string[];
  /** Variables of the household that an import gives its members. */
  readonly bring: readonly string[];
  /** What to do with the copies of a study; nothing: list them. */
  /** Takes the passphrase off a study. */
  readonly remove: boolean;
  readonly copies: { readonly make: boolean; readonly restore: string | null; readonly delete: boolean };
  readonly figure: FigureOptions;
  readonly script: ScriptOptions;
  readonly run: RunOptions;
  /** What to write, and how. */
  readonly output: Omit<Input<'export.run'>, 'source'>;
}

type ResponseBase = NonNullable<Input<'crosstab.responses'>['base']>;
type Adjustment = NonNullable<NonNullable<Input<'ranking.run'>['compare']>['adjust']>;

const text = { type: 'string' } as const;
const list = { type: 'string', multiple: true } as const;
const options = {
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
  severity: { type: 'boolean' },
  suggest: { type: 'boolean' },
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
  remove: { type: 'boolean' },
  analysis: text,
  stata: { type: 'boolean' },
  data: text,
  out: text,
  only: list,
  'with-data': { type: 'boolean' },
  width: text,
  height: text,
  resolution: text,
  digits: text,
  detail: { type: 'boolean' },
  make: { type: 'boolean' },
  delete: { type: 'boolean' },
  variables: list,
  replace: { type: 'boolean' },
  'apply-missing': { type: 'boolean' },
  bom: { type: 'boolean' },
  'protect-formulas': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** Which options belong to which command, beside those of every analysis. */
const own: Readonly<Record<Command, readonly string[]>> = {
  describe: ['survey', 'json'],
  analyses: ['survey', 'json'],
  table: ['analysis', 'to', 'digits', 'detail', 'replace', 'survey', 'json', 'language'],
  figure: [
    'analysis',
    'to',
    'width',
    'height',
    'resolution',
    'digits',
    'detail',
    'replace',
    'survey',
    'json',
  ],
  code: ['analysis', 'stata', 'data', 'survey', 'json'],
  run: ['out', 'only', 'with-data', 'digits', 'replace', 'json'],
  backups: ['restore', 'to', 'make', 'delete', 'json'],
  rescue: ['to', 'json'],
  protect: ['remove', 'json'],
  import: ['study', 'name', 'repeat', 'leave-out', 'bring', 'json'],
  export: ['to', 'survey', 'variables', 'replace', 'apply-missing', 'bom', 'protect-formulas', 'json'],
  crosstab: ['rows', 'cols', 'set', 'by', 'base', 'net', 'letters'],
  matrix: ['fear', 'want'],
  freedoms: ['fear', 'want', 'at-least-fear', 'at-least-want', 'answered', 'by', 'letters'],
  concerns: ['fear', 'want', 'dignity', 'by', 'letters', 'severity', 'suggest'],
  compare: ['concern', 'by', 'letters', ...otherNames],
  means: ['variables', 'by', 'letters', 'quantiles'],
};

/** Commands that estimate something, and what they share. */
const analyses: readonly Command[] = ['crosstab', 'matrix', 'freedoms', 'concerns', 'compare', 'means'];
const shared = [
  ...Object.keys(designOptions),
  'missing',
  'where',
  'ci',
  'level',
  'suppress',
  'minimum-count',
  'deff',
  'test',
  'survey',
  'json',
];

/** How a file is read: for every command that takes a file. */
const readingOptions = ['sheet', 'encoding', 'delimiter', 'decimal', 'form', 'language'];

const ofText = ['delimiter', 'decimal'];

/** What the ending of a file already says: options that have no meaning for such a file. */
const meaningless: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(['.sav', '.zsav', '.dta', '.por'].map((ending) => [ending, ['sheet', ...ofText]])),
  ...Object.fromEntries(['.xlsx', '.xls'].map((ending) => [ending, ['encoding', ...ofText]])),
  '.parquet': ['sheet', 'encoding', ...ofText],
};

/** Files whose labels come in several languages only by a form or codebook beside them. */
const oneLanguage = ['.sav', '.zsav', '.por', '.parquet', '.csv', '.tsv', '.txt', '.xlsx', '.xls'];

/** Options whose values may follow one another: `--fear A=1 B=1,2`. */
const lists = ['fear', 'want', 'dignity', 'missing'] as const;
type List = (typeof lists)[number];

/** @throws UsageError; Problem option.invalid, missing.unknownCode, concern.noCodes */
export function parseCommandLine(argv: readonly string[]): CommandLine {
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

  const [command, file, ...others] = positionals;
  if (!isCommand(command)) {
    throw new UsageError(command === undefined ? 'no command' : `unknown command “${command}”`);
  }
  if (file === undefined) throw new UsageError(`${command}: which file?`);
  const other = command === 'compare' ? others[0] : undefined;
  const rest = other === undefined ? others : others.slice(1);
  if (rest.length > 0) throw new UsageError(`${command}: “${rest[0]}” is one argument too many`);
  const allowed = [...own[command], ...readingOptions, ...(analyses.includes(command) ? shared : [])];
  for (const name of Object.keys(values)) {
    if (!allowed.includes(name)) throw new UsageError(`${command} has no option --${name}`);
  }

  refuseTwice(command, tokens, options);
  refuseTogether(command, values, other !== undefined);

  const ending = extname(file.replace(/\.gz$/i, '')).toLowerCase();
  for (const name of meaningless[ending] ?? []) {
    if (name in values) throw new UsageError(`${command}: --${name} says nothing of a ${ending} file`);
  }
  if ('language' in values && !('form' in values) && oneLanguage.includes(ending)) {
    throw new UsageError(`${command}: --language says nothing of a ${ending} file without --form`);
  }
  if ('survey' in values && !file.endsWith('.lfstudy')) {
    throw new UsageError(`${command}: --survey names a survey of a study, and ${file} is a file`);
  }
  if ('variables' in values && namesIn(values.variables).length === 0) {
    throw new UsageError(`${command}: --variables names none`);
  }

  const needed: Partial<
    Record<
      Command,
      readonly ['rows' | 'cols' | 'study' | 'to' | 'out' | 'analysis' | 'concern' | 'variables', string][]
    >
  > = {
    ...(values.set === undefined && {
      crosstab: [
        ['rows', 'the variable of the rows'],
        ['cols', 'the variable of the columns'],
      ],
    }),
    compare: [['concern', 'the concern to compare, as V=codes']],
    means: [['variables', 'the variables to take means of']],
    import: [['study', 'the study to bring the file into']],
    table: [
      ['analysis', 'the kept analysis to tabulate'],
      ['to', 'the file to write, ending in .xlsx, .docx or .csv'],
    ],
    figure: [
      ['analysis', 'the kept analysis to draw'],
      ['to', 'the file to write, ending in .png, .svg or .pdf'],
    ],
    code: [['analysis', 'the kept analysis to write a script of']],
    run: [['out', 'the folder to write']],
    export: [['to', 'the file to write, ending in .sav, .zsav, .dta, .csv, .xlsx or .xml']],
  };
  for (const [name, what] of needed[command] ?? []) {
    if (values[name] === undefined) throw new UsageError(`${command}: --${name} names ${what}`);
  }

  if (command === 'import' && values.study?.endsWith('.lfstudy') === false) {
    throw new UsageError('import: --study names a file that ends in .lfstudy');
  }
  refuseCopies(command, file, values);
  if (command === 'analyses' && !file.endsWith('.lfstudy')) {
    throw new UsageError('analyses: they are kept in a study, whose file ends in .lfstudy');
  }
  requireStudy(command, file);
  // The language of a figure is its reader's.
  const reading = readingOf(
    command === 'figure' || command === 'table' || command === 'run'
      ? { ...values, language: undefined }
      : values,
  );
  if (file.endsWith('.lfstudy') && Object.keys(reading).length > 0) {
    throw new UsageError(`${command}: how a file is read cannot be said of a study, which is read already`);
  }
  const sourceOf = (path: string, survey: string | null = values.survey ?? null): Source =>
    path.endsWith('.lfstudy')
      ? { study: path, survey: survey === null ? null : whichSurvey(survey) }
      : { file: path, ...(Object.keys(reading).length === 0 ? {} : { reading }) };
  if (command === 'crosstab' && values.set !== undefined) {
    const other = (['rows', 'cols'] as const).find((name) => values[name] !== undefined);
    if (other !== undefined) throw new UsageError(`crosstab: --set goes with --by, not with --${other}`);
    if (values.net?.some((net) => /^(rows|cols):/.test(net)))
      throw new UsageError("crosstab: a net of a set has no axis: --net 'Any=water,food'");
  }
  if (command === 'crosstab' && values.set === undefined) {
    const other = (['by', 'base'] as const).find((name) => values[name] !== undefined);
    if (other !== undefined) throw new UsageError(`crosstab: --${other} goes with --set`);
  }
  if (command === 'compare' && (other === undefined) === (values.by === undefined)) {
    throw new UsageError('compare: either groups (--by V) or a second survey (compare FILE OTHER)');
  }
  const source = sourceOf(file);
  const otherSource = (path: string): Source => {
    const survey = values['other-survey'];
    if (survey !== undefined && !path.endsWith('.lfstudy'))
      throw new UsageError(`compare: --other-survey names a survey of a study, and ${path} is a file`);
    return sourceOf(path, survey ?? null);
  };
  return {
    command,
    file,
    source,
    json: values.json ?? false,
    analysis: analysisOf(values, source, rules.missing),
    margins: values.margins ?? [],
    otherMargins: values['other-margins'] ?? [],
    other: other === undefined ? null : otherSurvey(values, otherSource(other)),
    rows: values.rows ?? null,
    columns: values.cols ?? null,
    fear: rules.fear.map(concernRule),
    want: rules.want.map(concernRule),
    dignity: rules.dignity.map(concernRule),
    concern: values.concern === undefined ? null : concernRule(values.concern),
    atLeast: {
      fear: wholeNumber('--at-least-fear', values['at-least-fear'] ?? '1'),
      want: wholeNumber('--at-least-want', values['at-least-want'] ?? '1'),
    },
    answered: oneOf('--answered', values.answered ?? 'half', ['half', 'all']),
    by: values.by ?? null,
    letters: values.letters === undefined ? null : oneOf('--letters', values.letters, ['holm', 'bh', 'none']),
    set: values.set ?? null,
    base: oneOf('--base', values.base ?? 'respondents', ['respondents', 'responses']),
    nets: values.set === undefined ? (values.net ?? []).map(netOf) : [],
    setNets: values.set === undefined ? [] : (values.net ?? []).map(setNetOf),
    quantiles: values.quantiles === undefined ? [] : sharesIn('--quantiles', values.quantiles),
    severity: values.severity ?? false,
    suggest: values.suggest ?? false,
    study: values.study ?? null,
    name: values.name ?? null,
    reading,
    repeats: values.repeat ?? [],
    remove: values.remove ?? false,
    copies: {
      make: values.make ?? false,
      restore: values.restore ?? null,
      delete: values.delete ?? false,
    },
    figure: figureOptions(command, file, values),
    script: scriptOptions(values),
    run: runOptions(command, values),
    leaveOut: namesIn(values['leave-out']),
    bring: namesIn(values.bring),
    output: outputOf(values),
  };
}

function outputOf(values: Values): CommandLine['output'] {
  const variables = namesIn(values.variables);
  return {
    to: values.to ?? '',
    variables: variables.length === 0 ? null : variables,
    replace: values.replace ?? false,
    applyMissing: values['apply-missing'] ?? false,
    csv: { byteOrderMark: values.bom ?? false, protectFormulas: values['protect-formulas'] ?? false },
  };
}

function parse(argv: readonly string[]): ReturnType<typeof parseAll> {
  try {
    return parseAll(argv);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

const parseAll = (argv: readonly string[]) =>
  parseArgs({ args: [...argv], options, allowPositionals: true, tokens: true });

type Values = ReturnType<typeof parseAll>['values'];

function readingOf({ sheet, encoding, delimiter, decimal, form, language }: Values): Reading {
  return {
    ...(sheet === undefined ? {} : { sheet }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter: delimiterOf(delimiter) }),
    ...(decimal === undefined ? {} : { decimal: oneOf('--decimal', decimal, ['.', ',']) }),
    ...(form === undefined ? {} : companionOf(form)),
    ...(language === undefined ? {} : { language }),
  };
}

/** The form or codebook, and where the form is one of two sheets, the other one beside it. */
function companionOf(form: string): Pick<Reading, 'companion' | 'sibling'> {
  const sibling = formSibling(form);
  return { companion: form, ...(sibling === null ? {} : { sibling }) };
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

function wholeNumber(option: string, words: string): number {
  if (/^[1-9]\d*$/.test(words)) return Number(words);
  throw new Problem('option.invalid', { option, value: words, allowed: 'a whole number from 1' });
}

function isCommand(word: string | undefined): word is Command {
  return commands.some((command) => command === word);
}

function whichSurvey(words: string): string | number {
  return /^\d+$/.test(words) ? Number(words) : words;
}
