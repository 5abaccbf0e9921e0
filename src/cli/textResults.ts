import type { Output } from '#contract/index.ts';
import { formats } from '#words/en/formats.ts';
import { methodLines, number, percent, probability, testLine, type Asked } from './textFigures.ts';
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
  return `${table}\n\n${testLine(test)}\n${methodLines(design, asked)}`;
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
