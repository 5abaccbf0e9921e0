import type { DesignSummary } from '#contract/design.ts';
import type { Estimate, Shown } from '#contract/estimate.ts';
import type { Input, Output } from '#contract/index.ts';

/** What was asked, for the lines on method. */
export type Asked = Pick<Input<'crosstab.run'>, 'options' | 'missing' | 'where'>;

const testNames = {
  'rao-scott': 'Rao–Scott',
  'rao-scott-first': 'Rao–Scott, first order,',
  'adjusted-wald': 'Adjusted Wald',
  wald: 'Wald',
} as const;

export function testLine({ method, f, df1, df2, p, why }: Output<'crosstab.run'>['test']): string {
  if (f === null)
    return `Test of independence: ${why === 'suppressed' ? 'not shown' : 'cannot be computed'}.`;
  const degrees = df2 === null ? number(df1, 2) : `${number(df1, 2)}, ${number(df2, 1)}`;
  return `${testNames[method]} F(${degrees}) = ${number(f, 3)}, p ${equals(p)}`;
}

/** That no fear goes with any want, in a line. */
export function globalLine(test: Output<'matrix.independence'>): string {
  if (test.f === null) return 'Fear and want altogether: no test.';
  const degrees = `${number(test.df1, 2)}, ${number(test.df2, 1)}`;
  const pairs = test.pairs === 1 ? '1 pair' : `${test.pairs} pairs`;
  return `Fear and want altogether (${pairs}): F(${degrees}) = ${number(test.f, 3)}, p ${equals(test.p)}`;
}

/** As printed: `(*)` where it is not shown, in parentheses where few respondents stand behind it. */
export function percent({ estimate, ciLow, ciHigh }: Estimate, shown: Shown): string {
  if (shown === 'suppressed') return '(*)';
  if (estimate === null) return '–';
  const interval =
    ciLow === null || ciHigh === null ? '' : ` [${(100 * ciLow).toFixed(1)}–${(100 * ciHigh).toFixed(1)}]`;
  const figure = (100 * estimate).toFixed(1) + interval;
  return shown === 'bracketed' ? `(${figure})` : figure;
}

export function number(value: number | null, digits: number): string {
  return value === null ? '–' : value.toFixed(digits);
}

/** Never 0: a probability too small to print is said to be small. */
export function probability(value: number | null): string {
  return value !== null && value < 0.0001 ? '<0.0001' : number(value, 4);
}

export function equals(p: number | null): string {
  const words = probability(p);
  return words.startsWith('<') ? words.replace('<', '< ') : `= ${words}`;
}

/** How the figures above were made: design, interval, what was set aside, what was not shown. */
export function methodLines(design: DesignSummary, { options, missing = [], where }: Asked): string {
  const { interval = 'logit', level = 0.95, disclosure = 'dhs' } = options ?? {};
  const marks = missing.map(({ variable, codes }) => `${variable}=${codes.join(',')}`).join(' ');
  return [
    designLine(design),
    `Intervals: ${interval}, ${100 * level} %; variance ${varianceBy(design)}.`,
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
  confidentiality:
    'Not shown, (*): numbers of respondents under the minimum, and what they could be computed from.',
  none: 'Nothing is held back: figures on few respondents are shown as they are.',
} as const;

function varianceBy({ replicates }: DesignSummary): string {
  return replicates
    ? `from ${replicates.count} replicate weights (${replicates.type})`
    : 'by Taylor linearisation';
}

function designLine(design: DesignSummary): string {
  const { secondStage, replicates, calibration, fpc } = design;
  const lonely = design.lonelyStrata.length > 0 ? ` Strata with a single PSU: ${design.lonelyPsu}.` : '';
  const nested = design.nestedPsu ? ' PSU ids repeat in several strata and are read within each.' : '';
  const weighted = design.weight === null ? 'Unweighted' : `Weighted by ${design.weight}`;
  const strata = design.strata === null ? 'no strata' : `${design.strataCount} strata`;
  const psus = design.psu === null ? 'each respondent drawn alone' : `${design.psuCount} PSUs`;
  const units = secondStage
    ? fpc === null
      ? `, units within PSUs by ${secondStage} (without an FPC only the first stage counts)`
      : `, second stage by ${secondStage}`
    : '';
  const drawn = replicates
    ? `${replicates.count} replicate weights (${replicates.type})`
    : `${strata}, ${psus}${units}`;
  const variables = calibration?.variables ?? [];
  const totals =
    variables.length === 0
      ? ''
      : ` ${variables.length === 1 ? 'Post-stratified' : 'Raked'} to known totals of ${variables.join(', ')}.`;
  return `${weighted}; ${drawn}, df ${design.df}.${totals}${nested}${lonely}`;
}
