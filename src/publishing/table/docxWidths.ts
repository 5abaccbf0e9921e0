import type { DocumentTable, TableDocument } from '#presentation/tableDocument.ts';
import { headText, placedCells, placedHeads } from './tableGridlines.ts';
import { mainText } from './tableLines.ts';

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

/** Columns as wide as their figures need; smaller letters where a page across is too narrow for them. */
export function docxWidths(table: DocumentTable, document: TableDocument, available: number): DocxWidths {
  for (let size = usual; ; size--) {
    const figures = figureWidths(table, document, size);
    const stub = labelWidths(table, size);
    const taken = figures.reduce((sum, each) => sum + each, 0);
    const least = stub.reduce((sum, each) => sum + Math.min(each, labels.least), 0);
    if (taken + least > available && size > smallest) continue;
    const room = available - taken;
    const wished = stub.reduce((sum, each) => sum + each, 0);
    const scale = Math.min(room / wished, 1);
    if (taken + least > available) {
      const narrowed = available / (taken + least);
      const all = [...stub.map((each) => Math.min(each, labels.least)), ...figures];
      return { columns: all.map((each) => Math.floor(each * narrowed)), size, fits: false };
    }
    const spread = figures.map((each) => each + Math.min(Math.max(room - wished, 0) / figures.length, 500));
    return {
      columns: [...stub.map((each) => each * scale), ...spread].map(Math.floor),
      size,
      fits: size === usual && scale > 0.55,
    };
  }
}

const widthOf = (length: number, size: number): number => Math.ceil(length * letter * size * 10) + padding;

function labelWidths({ labelHeads, sections }: DocumentTable, size: number): readonly number[] {
  return labelHeads.map((head, column) => {
    const texts = sections.flatMap(({ rows }) =>
      rows.flatMap((row) => row.labels.slice(column, column + 1).map(({ text }) => text.length)),
    );
    return Math.min(widthOf(Math.max(head.length, ...texts), size), labels.most);
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
