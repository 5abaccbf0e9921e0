import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../helpers/terminal.ts';

/** Which survey, and how its sample was drawn. */
export interface AskedSurvey {
  readonly file: string;
  readonly weight?: string;
  readonly strata?: string;
  readonly psu?: string;
  /** Codes set aside in every labelled variable. */
  readonly missing?: readonly number[];
}

type Letters = 'holm' | 'bh' | 'none';

/** One question, in the words of `test/reference/analysesOfFile.R`. */
export interface Ask extends AskedSurvey {
  readonly crosstab?: {
    readonly rows: string;
    readonly columns: string;
    readonly letters: Letters;
    readonly nets: readonly { readonly axis: 'rows' | 'columns'; readonly values: readonly number[] }[];
  };
  readonly concerns?: {
    readonly rules: Readonly<Record<string, readonly number[]>>;
    readonly by: string;
    readonly letters: Letters;
    readonly severity?: boolean;
  };
  readonly groups?: {
    readonly concern: string;
    readonly codes: readonly number[];
    readonly by: string;
    readonly letters: Letters;
  };
  readonly surveys?: {
    readonly concern: string;
    readonly codes: readonly number[];
    readonly other: AskedSurvey & { readonly concern: string; readonly codes: readonly number[] };
  };
  readonly means?: {
    readonly variables: readonly string[];
    readonly by: string;
    readonly letters: Letters;
    readonly quantiles: readonly number[];
  };
}

/** The same question in the terminal's words. */
export function wordsOf({ file, crosstab, concerns, groups, surveys, means, ...survey }: Ask): string[] {
  return [
    ...(crosstab ? crosstabWords(file, crosstab) : []),
    ...(concerns
      ? [
          ...[
            'concerns',
            file,
            '--fear',
            ...Object.entries(concerns.rules).map(([name, codes]) => `${name}=${codes.join(',')}`),
          ],
          ...['--by', concerns.by, '--letters', concerns.letters],
          ...(concerns.severity ? ['--severity'] : []),
        ]
      : []),
    ...(groups
      ? [
          ...['compare', file, '--concern', `${groups.concern}=${groups.codes.join(',')}`],
          ...['--by', groups.by, '--letters', groups.letters],
        ]
      : []),
    ...(surveys ? surveysWords(file, surveys) : []),
    ...(means
      ? [
          ...['means', file, '--variables', means.variables.join(','), '--by', means.by],
          ...['--letters', means.letters, '--quantiles', means.quantiles.join(',')],
        ]
      : []),
    ...designWords(survey, ''),
    ...['--suppress', 'none', '--json'],
  ];
}

function crosstabWords(
  file: string,
  { rows, columns, letters, nets }: NonNullable<Ask['crosstab']>,
): string[] {
  return [
    ...['crosstab', file, '--rows', rows, '--cols', columns, '--letters', letters],
    ...nets.flatMap(({ axis, values }) => [
      '--net',
      `${axis === 'rows' ? 'rows' : 'cols'}:Net=${values.join(',')}`,
    ]),
  ];
}

function surveysWords(file: string, { concern, codes, other }: NonNullable<Ask['surveys']>): string[] {
  return [
    ...['compare', file, other.file, '--concern', `${concern}=${codes.join(',')}`],
    ...['--other-concern', `${other.concern}=${other.codes.join(',')}`],
    ...designWords(other, 'other-'),
  ];
}

function designWords({ weight, strata, psu, missing }: Omit<AskedSurvey, 'file'>, before: string): string[] {
  const words = { weight, strata, psu, missing: missing && `*=${missing.join(',')}` };
  return Object.entries(words).flatMap(([name, word]) =>
    word === undefined ? [] : [`--${before}${name}`, word],
  );
}

/** What R survey answers to each. */
export function askR(asks: readonly Ask[]): unknown[] {
  const script = join(root, 'test/reference/analysesOfFile.R');
  const ended = spawnSync('Rscript', ['--vanilla', script, JSON.stringify(asks)], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (ended.status !== 0) throw new Error(ended.stderr);
  return JSON.parse(ended.stdout) as unknown[];
}
