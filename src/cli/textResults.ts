import type { DesignSummary } from '#contract/design.ts';
import type { ShareEstimate, Shown } from '#contract/estimate.ts';
import type { Output } from '#contract/index.ts';
import { shortened, textTable } from './textTable.ts';

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
  return `${format}, ${encoding}, ${rows} rows, ${variables.length} variables\n\n${table}`;
}

export function crosstabText({ design, rows, columns, cells, test }: Output<'crosstab.run'>): string {
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
  return `${table}\n\n${line}\n${designLine(design)}`;
}

export function matrixText({ design, fear, want, pairs }: Output<'matrix.run'>): string {
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
  return `${margins}\n\n${table}\n\n${designLine(design)}`;
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

function designLine(design: DesignSummary): string {
  const nested = design.nestedPsu ? ' PSU ids repeat in several strata and are read within each.' : '';
  const weighted = design.weight === null ? 'Unweighted' : `Weighted by ${design.weight}`;
  const strata = design.strata === null ? 'no strata' : `${design.strataCount} strata`;
  const psus = design.psu === null ? 'each respondent drawn alone' : `${design.psuCount} PSUs`;
  return `${weighted}; ${strata}, ${psus}, df ${design.df}.${nested}`;
}
