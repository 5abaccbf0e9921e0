import type { DocumentTable, TableDocument } from '#presentation/tableDocument.ts';
import { headText, placedCells, placedHeads } from './tableGridlines.ts';
import { mainText } from './tableLines.ts';
import { tableSlice } from './tableSlice.ts';

/** In twentieths of a point; `size` in half points, as Word counts. */
export interface DocxWidths {
  readonly columns: readonly number[];
  readonly size: number;
  readonly fits: boolean;
}

/** Of the letters of Calibri, as a part of their size, somewhat above the mean. */
const letter = 0.53;
const padding = 140;
const usual = 18;
const smallest = 13;
const labels = { least: 1500, most: 3600 };
/** Of the letters of a table that goes on beneath itself. */
const continued = 15;

interface LabelWidth {
  /** Of its longest word, within reason: narrower, words would break. */
  readonly least: number;
  readonly wished: number;
}

const sum = (widths: readonly number[]): number => widths.reduce((all, each) => all + each, 0);

/** Columns as wide as their figures need; smaller letters where a page across is too narrow for them. */
export function docxWidths(table: DocumentTable, document: TableDocument, available: number): DocxWidths {
  for (let size = usual; ; size--) {
    const figures = figureWidths(table, document, size);
    const stub = labelWidths(table, size);
    const taken = sum(figures);
    const least = sum(stub.map((each) => each.least));
    if (taken + least > available && size > smallest) continue;
    const room = available - taken;
    const wished = sum(stub.map((each) => each.wished));
    if (taken + least > available) {
      const narrowed = available / (taken + least);
      const all = [...stub.map((each) => each.least), ...figures];
      return { columns: all.map((each) => Math.floor(each * narrowed)), size, fits: false };
    }
    const spare = wished > least ? Math.min((room - least) / (wished - least), 1) : 1;
    const widened = figures.map((each) => each + Math.min(Math.max(room - wished, 0) / figures.length, 500));
    return {
      columns: [...stub.map((each) => each.least + (each.wished - each.least) * spare), ...widened].map(
        Math.floor,
      ),
      size,
      fits: size === usual && room > 0.55 * wished,
    };
  }
}

/** The table, or parts of it side by side that each fit where the whole would be too narrow to be read. */
export function docxParts(
  table: DocumentTable,
  document: TableDocument,
  available: number,
): readonly DocumentTable[] {
  const stub = sum(labelWidths(table, smallest).map((each) => each.least));
  if (stub + sum(figureWidths(table, document, smallest)) <= available) return [table];
  const figures = figureWidths(table, document, continued);
  const room = available - sum(labelWidths(table, continued).map((each) => each.least));
  // About as wide as each other.
  const target = Math.min(sum(figures) / Math.ceil(sum(figures) / room), room);
  const parts: DocumentTable[] = [];
  for (let from = 0; from < figures.length;) {
    let to = from + 1;
    while (to < figures.length && sum(figures.slice(from, to)) + figures[to] / 2 <= target) to++;
    while (to > from + 1 && sum(figures.slice(from, to)) > room) to--;
    parts.push(tableSlice(table, from, to));
    from = to;
  }
  return parts;
}

const widthOf = (length: number, size: number): number => Math.ceil(length * letter * size * 10) + padding;

function labelWidths({ labelHeads, sections }: DocumentTable, size: number): readonly LabelWidth[] {
  return labelHeads.map((head, column) => {
    const texts = sections.flatMap(({ rows }) =>
      rows.flatMap((row) => row.labels.slice(column, column + 1).map(({ text }) => text)),
    );
    const longest = (all: readonly string[]): number => Math.max(0, ...all.map(({ length }) => length));
    const wished = Math.min(widthOf(longest([head, ...texts]), size), labels.most);
    const words = longest([head, ...texts].flatMap((text) => text.split(/\s+/)));
    // Heads are bold, and other programs' letters wider.
    const word = widthOf(words * 1.22, size) + 60;
    return { wished: Math.max(wished, word), least: Math.min(word, labels.least) };
  });
}

function figureWidths(table: DocumentTable, { words }: TableDocument, size: number): readonly number[] {
  const lengths = new Array<number>(table.columnCount).fill(3);
  const needs = (column: number, length: number): void => {
    lengths[column] = Math.max(lengths[column], length);
  };
  for (const row of table.sections.flatMap(({ rows }) => rows)) {
    for (const cell of placedCells(row.cells)) {
      if (cell.columns > 1 || cell.state === 'words') continue;
      needs(cell.at, mainText(cell).length + cell.letters.length * 0.6);
      needs(cell.at, (cell.interval?.text.length ?? 0) * 0.86);
      for (const { name, text } of cell.beside)
        needs(cell.at, (words.short[name].length + 1 + text.length) * 0.86);
    }
  }
  for (const head of placedHeads(table).flat()) {
    const longest =
      Math.max(
        ...headText(head)
          .split(/[\s-]+/)
          .map((word) => word.length),
      ) * 1.22;
    for (let column = head.at; column < head.at + head.columns; column++)
      needs(column, longest / head.columns);
  }
  return lengths.map((length) => widthOf(length, size));
}
