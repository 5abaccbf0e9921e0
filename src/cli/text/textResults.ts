import type { Output } from '#contract/index.ts';
import { letterOf } from '#engine/inference/compareColumns.ts';
import { formats } from '#words/en/formats.ts';
import {
  globalLine,
  methodLines,
  number,
  percent,
  probability,
  testLine,
  type Asked,
} from './textFigures.ts';
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
  { design, rows, columns, cells, nets = [], test }: Output<'crosstab.run'>,
  asked: Asked,
): string {
  const isCompared = cells.some(({ letters }) => letters !== undefined);
  const table = textTable(
    [
      `${rows.variable} × ${columns.variable} (% of row)`,
      ...columns.categories.map(({ label }, index) => (isCompared ? `${letterOf(index)} ${label}` : label)),
      'n',
    ],
    rows.categories.map((row) => [
      row.label,
      ...columns.categories.map((column) => {
        const cell = cells.find((one) => one.row === row.value && one.column === column.value)!;
        const figure = percent(cell.ofRow, cell.ofRow.n === null ? 'suppressed' : cell.shown);
        return cell.letters ? `${figure} ${cell.letters}` : figure;
      }),
      row.n === null ? '(*)' : String(row.n),
    ]),
  );
  const netTables = nets.map(({ axis, label, n, cells }) => {
    const across = axis === 'rows' ? columns : rows;
    const figures = cells.map(({ ofRow, shown }) => percent(ofRow, ofRow.n === null ? 'suppressed' : shown));
    const head = [`${axis === 'rows' ? rows.variable : columns.variable}: ${label} (% of row)`];
    return `\n\n${textTable(
      [...head, ...across.categories.map((one) => one.label), 'n'],
      [[label, ...figures, n === null ? '(*)' : String(n)]],
    )}`;
  });
  const lettersLine = isCompared
    ? 'Letters: columns than which this one has a significantly higher share of the row among its own respondents.\n'
    : '';
  return `${table}${netTables.join('')}\n\n${lettersLine}${testLine(test)}\n${methodLines(design, asked)}`;
}

/** With the test of all pairs together. */
export type MatrixAnswer = Output<'matrix.run'> & { readonly global: Output<'matrix.independence'> };

export function matrixText({ design, fear, want, pairs, global }: MatrixAnswer, asked: Asked): string {
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
  return `${margins}\n\n${table}\n\n${globalLine(global)}\n${methodLines(design, asked)}`;
}
