import type { DesignSummary } from '#contract/design.ts';
import type { ShareEstimate, Shown } from '#contract/estimate.ts';
import type { Input, Output } from '#contract/index.ts';
import { formats } from '#words/en/formats.ts';
import { shortened, textTable } from './textTable.ts';

type Asked = Pick<Input<'crosstab.run'>, 'options' | 'missing' | 'where'>;

/** Results as one reads them in a terminal. Shares are percent. */
export function describeText({ format, encoding, rows, variables }: Output<'describe.run'>): string {
  const table = textTable(
    ['variable', '<label', '<type', 'valid', 'missing', '<value labels'],
    variables.map((one) => [
      one.name,
      shortened(one.label, 50),
      one.type,
      String(one.valid),
      String(one.missingCount),
      shortened(one.valueLabels.map(({ value, label }) => `${value} ${label}`).join(', '), 50),
    ]),
  );
  return `${formats[format] ?? format}, ${encoding}, ${rows} rows, ${variables.length} variables\n\n${table}`;
}

export function crosstabText(
  { design, rows, columns, cells, test }: Output<'crosstab.run'>,
  asked: Asked,
): string {
  const table = textTable(
    [
      `${rows.variable} × ${columns.variable} (% of row)`,
      ...columns.categories.map(({ label }) => label),
      'n',
    ],
    rows.categories.map((row) => [
      row.label,
      ...columns.categories.map((column) => {
        const cell = cells.find((one) => one.row === row.value && one.column === column.value)!;
        return percent(cell.ofRow, cell.shown);
      }),
      String(row.n),
    ]),
  );
  const line =
    test.f === null
      ? 'Test of independence: cannot be computed.'
      : `Rao–Scott F(${number(test.df1, 2)}, ${number(test.df2, 1)}) = ${number(test.f, 3)}, p ${equals(test.p)}`;
  return `${table}\n\n${line}\n${methodLines(design, asked)}`;
}

export function matrixText({ design, fear, want, pairs }: Output<'matrix.run'>, asked: Asked): string {
  const margins = textTable(
    ['concern', '<freedom', '<label', '% concerned', 'n'],
    [
      ...fear.map((one) => ({ ...one, freedom: 'fear' })),
      ...want.map((one) => ({ ...one, freedom: 'want' })),
    ].map((one) => [
      one.variable,
      one.freedom,
      shortened(one.label, 50),
      percent(one.share, one.shown),
      String(one.n),
    ]),
  );
  const table = textTable(
    ['fear × want', '% both', '% want | fear', '% fear | want', 'odds ratio', 'φ', 'q', 'n'],
    pairs.map((pair) => [
      `${pair.fear} × ${pair.want}`,
      percent(pair.both, pair.shown),
      percent(pair.wantGivenFear, pair.shown),
      percent(pair.fearGivenWant, pair.shown),
      pair.oddsRatio === null ? '–' : number(pair.oddsRatio.estimate, 2),
      number(pair.phi.estimate, 2),
      probability(pair.test.q),
      String(pair.n),
    ]),
  );
  return `${margins}\n\n${table}\n\n${methodLines(design, asked)}`;
}

function percent({ estimate, ciLow, ciHigh }: ShareEstimate, shown: Shown): string {
  if (shown === 'suppressed') return '(*)';
  if (estimate === null) return '–';
  const interval =
    ciLow === null || ciHigh === null ? '' : ` [${(100 * ciLow).toFixed(1)}–${(100 * ciHigh).toFixed(1)}]`;
  const figure = (100 * estimate).toFixed(1) + interval;
  return shown === 'bracketed' ? `(${figure})` : figure;
}

function number(value: number | null, digits: number): string {
  return value === null ? '–' : value.toFixed(digits);
}

/** Never 0: a probability too small to print is said to be small. */
function probability(value: number | null): string {
  return value !== null && value < 0.0001 ? '<0.0001' : number(value, 4);
}

function equals(p: number | null): string {
  const words = probability(p);
  return words.startsWith('<') ? words.replace('<', '< ') : `= ${words}`;
}

/** How the figures above were made: design, interval, what was set aside, what was not shown. */
function methodLines(design: DesignSummary, { options, missing = [], where }: Asked): string {
  const { interval = 'logit', level = 0.95, disclosure = 'dhs' } = options ?? {};
  const marks = missing.map(({ variable, codes }) => `${variable}=${codes.join(',')}`).join(' ');
  return [
    designLine(design),
    `Intervals: ${interval}, ${100 * level} %; variance by Taylor linearisation.`,
    marks === '' ? '' : `Set aside as missing, beside what the file declares: ${marks}.`,
    where === undefined ? '' : `Only where ${where}; the design keeps all respondents.`,
    shownRules[disclosure],
  ]
    .filter((line) => line !== '')
    .join('\n');
}

const shownRules = {
  dhs: 'Not shown, (*): fewer than 25 respondents in the smallest group a figure rests on; in parentheses: 25–49.',
  nchs: 'Not shown, (*): fewer than 30 effective respondents, or an interval that is too wide (NCHS 2017).',
  none: 'Nothing is held back: figures on few respondents are shown as they are.',
} as const;

function designLine(design: DesignSummary): string {
  const lonely = design.lonelyStrata.length > 0 ? ` Strata with a single PSU: ${design.lonelyPsu}.` : '';
  const nested = design.nestedPsu ? ' PSU ids repeat in several strata and are read within each.' : '';
  const weighted = design.weight === null ? 'Unweighted' : `Weighted by ${design.weight}`;
  const strata = design.strata === null ? 'no strata' : `${design.strataCount} strata`;
  const psus = design.psu === null ? 'each respondent drawn alone' : `${design.psuCount} PSUs`;
  return `${weighted}; ${strata}, ${psus}, df ${design.df}.${nested}${lonely}`;
}
