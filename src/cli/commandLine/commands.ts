import { designOptions } from './designOptions.ts';
import { otherNames } from './otherSurvey.ts';
import type { OptionName } from './options.ts';

export const commandNames = [
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
export type Command = (typeof commandNames)[number];

interface CommandRules {
  /** Its options, beside those that say how a file is read and, where it estimates, those of every analysis. */
  readonly own: readonly OptionName[];
  /** Whether it estimates something. */
  readonly estimates?: true;
  /** What it cannot do without, and what each names. */
  readonly needs?: Partial<Readonly<Record<OptionName, string>>>;
  /** Of a study alone: what of the study it is about. */
  readonly study?: string;
}

const keptAnalysis = 'of an analysis that is kept in a study';
const copies = 'of a study';

export const commands: Readonly<Record<Command, CommandRules>> = {
  describe: { own: ['survey', 'json'] },
  crosstab: { own: ['rows', 'cols', 'set', 'by', 'base', 'net', 'letters'], estimates: true },
  matrix: { own: ['fear', 'want'], estimates: true },
  freedoms: {
    own: ['fear', 'want', 'at-least-fear', 'at-least-want', 'answered', 'by', 'letters'],
    estimates: true,
  },
  concerns: { own: ['fear', 'want', 'dignity', 'by', 'letters', 'severity', 'suggest'], estimates: true },
  compare: {
    own: ['concern', 'by', 'letters', ...otherNames],
    estimates: true,
    needs: { concern: 'the concern to compare, as V=codes' },
  },
  means: {
    own: ['variables', 'by', 'letters', 'quantiles'],
    estimates: true,
    needs: { variables: 'the variables to take means of' },
  },
  analyses: { own: ['survey', 'json'], study: 'they are kept in a study' },
  figure: {
    own: ['analysis', 'to', 'width', 'height', 'resolution', 'digits', 'detail', 'replace', 'survey', 'json'],
    study: keptAnalysis,
    needs: {
      analysis: 'the kept analysis to draw',
      to: 'the file to write, ending in .png, .svg or .pdf',
    },
  },
  table: {
    own: ['analysis', 'to', 'digits', 'detail', 'replace', 'survey', 'json'],
    study: keptAnalysis,
    needs: {
      analysis: 'the kept analysis to tabulate',
      to: 'the file to write, ending in .xlsx, .docx or .csv',
    },
  },
  code: {
    own: ['analysis', 'stata', 'data', 'survey', 'json'],
    study: keptAnalysis,
    needs: { analysis: 'the kept analysis to write a script of' },
  },
  run: {
    own: ['out', 'only', 'with-data', 'digits', 'replace', 'json'],
    study: 'of the analyses that are kept in a study',
    needs: { out: 'the folder to write' },
  },
  import: {
    own: ['study', 'name', 'repeat', 'leave-out', 'bring', 'json'],
    needs: { study: 'the study to bring the file into' },
  },
  export: {
    own: ['to', 'survey', 'variables', 'replace', 'apply-missing', 'bom', 'protect-formulas', 'json'],
    needs: { to: 'the file to write, ending in .sav, .zsav, .dta, .csv, .xlsx or .xml' },
  },
  backups: { own: ['restore', 'to', 'make', 'delete', 'json'], study: copies },
  rescue: { own: ['to', 'json'], study: copies, needs: { to: 'the study to make' } },
  protect: { own: ['remove', 'json'], study: copies },
};

/** What every command that estimates something may be told. */
const ofAnalyses: readonly string[] = [
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
export const readingNames = ['sheet', 'encoding', 'delimiter', 'decimal', 'form', 'language'] as const;

export function isCommand(word: string | undefined): word is Command {
  return commandNames.some((command) => command === word);
}

/** The names of the options that a command takes. */
export function optionsOf(command: Command): readonly string[] {
  const { own, estimates } = commands[command];
  return [...own, ...readingNames, ...(estimates ? ofAnalyses : [])];
}
