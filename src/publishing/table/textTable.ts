import type { DocumentTable, TableDocument } from '#presentation/tableDocument.ts';
import { protectedText } from './protectedText.ts';
import { headText, placedHeads } from './tableGridlines.ts';
import { tableLines } from './tableLines.ts';

/** As plain text: a line for each row, tabs between cells. */
export function textTable(document: TableDocument): string {
  const { title, subtitle, tables, note, source, words } = document;
  const lines = tables.flatMap((table) => [
    ...(table.name === '' ? [] : [table.name]),
    ...headLines(table),
    ...table.sections.flatMap(({ heading, problem, rows }) => [
      ...(heading === '' ? [] : [protectedText(heading)]),
      ...(problem === '' ? [] : [problem]),
      ...rows.flatMap((row) =>
        tableLines(row, words).map((line) => {
          const labels = line.first
            ? row.labels.map(({ text }) => protectedText(text))
            : row.labels.map((_, index) => (index === row.labels.length - 1 ? line.name : ''));
          return joined([
            ...labels,
            ...line.cells.flatMap(({ cell, text, value }) =>
              spread(value === null ? protectedText(text) : text, cell.columns),
            ),
          ]);
        }),
      ),
    ]),
    '',
  ]);
  return [title, subtitle, '', ...lines, note, source].join('\n').trim() + '\n';
}

function headLines(table: DocumentTable): string[] {
  const { heads, labelHeads, columnCount } = table;
  return placedHeads(table).map((row, level) => {
    const cells = new Array<string>(columnCount).fill('');
    for (const head of row) cells[head.at] = protectedText(headText(head));
    return joined([...labelHeads.map((text) => (level === heads.length - 1 ? text : '')), ...cells]);
  });
}

const spread = (text: string, columns: number): string[] => [
  text,
  ...new Array<string>(columns - 1).fill(''),
];
const joined = (cells: readonly string[]): string =>
  cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t');
