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
import { commands, isCommand, optionsOf, type Command } from './commands.ts';
import { figureOptions, type FigureOptions } from './figureOptions.ts';
import { oneOf } from './oneOf.ts';
import { options, wordsOf, type OptionName, type Values } from './options.ts';
import { otherSurvey, type OtherSurvey } from './otherSurvey.ts';
import { readingOptions } from './readingOptions.ts';
import { refuseCopies } from './refuseCopies.ts';
import { refuseTogether, refuseTwice } from './refuseTogether.ts';
import { runOptions, scriptOptions, type RunOptions, type ScriptOptions } from './scriptOptions.ts';
import { UsageError } from './usageError.ts';

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
  /** Takes the passphrase off a study. */
  readonly remove: boolean;
  /** What to do with the copies of a study; nothing: list them. */
  readonly copies: { readonly make: boolean; readonly restore: string | null; readonly delete: boolean };
  readonly figure: FigureOptions;
  readonly script: ScriptOptions;
  readonly run: RunOptions;
  /** What to write, and how. */
  readonly output: Omit<Input<'export.run'>, 'source'>;
}

type ResponseBase = NonNullable<Input<'crosstab.responses'>['base']>;
type Adjustment = NonNullable<NonNullable<Input<'ranking.run'>['compare']>['adjust']>;

/** @throws UsageError; Problem option.invalid, missing.unknownCode, concern.noCodes */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  const { values, tokens, rules, positionals } = wordsOf(argv);
  const [command, file, ...others] = positionals;
  if (!isCommand(command)) {
    throw new UsageError(command === undefined ? 'no command' : `unknown command “${command}”`);
  }
  const refuse = (why: string): never => {
    throw new UsageError(`${command}: ${why}`);
  };
  if (file === undefined) return refuse('which file?');
  const other = command === 'compare' ? others[0] : undefined;
  const [tooMany] = other === undefined ? others : others.slice(1);
  if (tooMany !== undefined) refuse(`“${tooMany}” is one argument too many`);
  const allowed = optionsOf(command);
  for (const name of Object.keys(values)) {
    if (!allowed.includes(name)) throw new UsageError(`${command} has no option --${name}`);
  }

  refuseTwice(command, tokens, options);
  refuseTogether(command, values, other !== undefined);
  refuseCopies(command, values);
  const { needs = {}, study } = commands[command];
  if (study !== undefined && !isStudy(file)) refuse(`${study}, whose file ends in .lfstudy`);
  for (const [name, what] of Object.entries(needs)) {
    if (values[name as OptionName] === undefined) refuse(`--${name} names ${what}`);
  }
  if ('survey' in values && !isStudy(file))
    refuse(`--survey names a survey of a study, and ${file} is a file`);
  if ('variables' in values && namesIn(values.variables).length === 0) refuse('--variables names none');
  if (command === 'import' && !isStudy(values.study!)) refuse('--study names a file that ends in .lfstudy');

  const reading = readingOptions(command, file, values);
  const sourceOf = (path: string, survey: string | null = values.survey ?? null): Source =>
    isStudy(path)
      ? { study: path, survey: survey === null ? null : whichSurvey(survey) }
      : { file: path, ...(Object.keys(reading).length > 0 && { reading }) };
  const source = sourceOf(file);
  const otherSource = (path: string): Source => {
    const survey = values['other-survey'];
    if (survey !== undefined && !isStudy(path))
      refuse(`--other-survey names a survey of a study, and ${path} is a file`);
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
    figure: figureOptions(command, values),
    script: scriptOptions(values),
    run: runOptions(command, values),
    leaveOut: namesIn(values['leave-out']),
    bring: namesIn(values.bring),
    output: outputOf(values),
  };
}

const isStudy = (file: string): boolean => file.endsWith('.lfstudy');

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

function wholeNumber(option: string, words: string): number {
  if (/^[1-9]\d*$/.test(words)) return Number(words);
  throw new Problem('option.invalid', { option, value: words, allowed: 'a whole number from 1' });
}

function whichSurvey(words: string): string | number {
  return /^\d+$/.test(words) ? Number(words) : words;
}
