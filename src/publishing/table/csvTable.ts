import Papa from 'papaparse';
import type {
  DocumentCell,
  DocumentHead,
  DocumentTable,
  TableDocument,
} from '#presentation/tableDocument.ts';
import { spreadsheetValue } from './numberFormats.ts';
import { protectedText } from './protectedText.ts';
import { placedCells, placedHeads } from './tableGridlines.ts';

const head = ['table', 'section', 'row', 'column', 'statistic', 'value', 'text', 'state', 'letters'];

/**
 * One line for each figure, for programs: shares as 0–1, points of a hundred, what is hidden without a value. A byte
 * order mark, by which Excel knows UTF-8, and an apostrophe before what a spreadsheet would take for a formula, as in
 * an exported survey.
 */
export function csvTable({ tables, title }: TableDocument): string {
  const lines = tables.flatMap((table) =>
    table.sections.flatMap((section) =>
      section.rows.flatMap((row) =>
        placedCells(row.cells).flatMap((cell) =>
          figuresOf(cell).map(([statistic, value, text]) => [
            protectedText(table.name || title),
            protectedText(section.heading),
            protectedText(
              row.labels
                .map((each) => each.text)
                .join(' ')
                .trim(),
            ),
            protectedText(columnName(table, cell.at, cell.columns)),
            statistic,
            value,
            value === null ? protectedText(text) : text,
            cell.state,
            cell.letters,
          ]),
        ),
      ),
    ),
  );
  return `\ufeff${Papa.unparse({ fields: head, data: lines }, { newline: '\r\n' })}\r\n`;
}

type Line = readonly [statistic: string, value: number | null, text: string];

function figuresOf(cell: DocumentCell): readonly Line[] {
  const { state, value, text, format, mark, interval, beside } = cell;
  if (text === '' && value === null) return [];
  const main: Line = [
    state === 'words' ? 'words' : format.kind === 'count' ? 'n' : 'figure',
    value === null ? null : spreadsheetValue(value, format),
    `${text}${mark}`,
  ];
  const ends: readonly Line[] =
    interval === null
      ? []
      : [
          ['low', spreadsheetValue(interval.low, interval.format), interval.text],
          ['high', spreadsheetValue(interval.high, interval.format), interval.text],
        ];
  return [main, ...ends, ...beside.map(({ name, value: number, text: said }): Line => [name, number, said])];
}

/** The header cells above a column, from the top. */
function columnName(table: DocumentTable, at: number, columns: number): string {
  const above = (head: DocumentHead & { readonly at: number }): boolean =>
    head.at <= at && at + columns <= head.at + head.columns;
  return placedHeads(table)
    .flatMap((row) => row.filter(above).map(({ text }) => text))
    .filter((text) => text !== '')
    .join(' › ');
}
