import {
  writeXlsx,
  type Cell,
  type CellStyle,
  type CellValue,
  type MergeRange,
  type WriteSheet,
} from 'hucre/xlsx';
import type { DocumentCell, DocumentTable, TableDocument } from '#presentation/tableDocument.ts';
import { spreadsheetFormat, spreadsheetValue } from './numberFormats.ts';
import { sheetNames } from './sheetNames.ts';
import { spreadColumns, spreadName, type Spread } from './spreadColumns.ts';
import { headText, placedCells, placedHeads } from './tableGridlines.ts';

/** The same table gives the same file: its properties have no clock. */
const made = new Date(Date.UTC(1980, 0, 1));
const thin = { style: 'thin', color: { rgb: '808080' } } as const;
const hair = { style: 'thin', color: { rgb: 'D0D0D0' } } as const;
const font = { name: 'Calibri', size: 11 };
const styles = {
  title: { font: { ...font, size: 14, bold: true } },
  subtitle: { font: { ...font, color: { rgb: '595959' } } },
  head: {
    font: { ...font, bold: true },
    alignment: { horizontal: 'center', vertical: 'bottom', wrapText: true },
    border: { bottom: thin },
  },
  stubHead: {
    font: { ...font, bold: true },
    alignment: { vertical: 'bottom', wrapText: true },
    border: { bottom: thin },
  },
  part: {
    font: { ...font, size: 9, color: { rgb: '595959' } },
    alignment: { horizontal: 'right', wrapText: true },
    border: { bottom: thin },
  },
  heading: { font: { ...font, bold: true }, border: { top: hair } },
  label: { font, alignment: { vertical: 'top', wrapText: true, indent: 1 } },
  note: { font, alignment: { vertical: 'top', wrapText: true } },
  term: { font: { ...font, bold: true }, alignment: { vertical: 'top', wrapText: true } },
} satisfies Readonly<Record<string, CellStyle>>;

/**
 * A workbook: a sheet for each table, whose figures are numbers with formats, and a sheet of notes. Text that begins
 * with `=` is text: a workbook keeps formulas apart.
 */
export async function xlsxTable(document: TableDocument): Promise<Uint8Array> {
  const { tables, words, title } = document;
  const names = sheetNames([...tables.map(({ name }) => name || words.table), words.notes]);
  return writeXlsx({
    sheets: [
      ...tables.map((table, index) => tableSheet(names[index], table, document)),
      notesSheet(names[tables.length], document),
    ],
    properties: { title, creator: 'Larger Freedom', created: made, modified: made },
  });
}

/** Cells by place, as they are put. */
class Sheet {
  readonly cells = new Map<string, Partial<Cell>>();
  readonly rows: CellValue[][] = [];
  readonly merges: MergeRange[] = [];

  put(row: number, column: number, value: CellValue, style: CellStyle): void {
    while (this.rows.length <= row) this.rows.push([]);
    const line = this.rows[row];
    while (line.length <= column) line.push(null);
    line[column] = value;
    const type = typeof value === 'number' ? 'number' : value === null ? 'empty' : 'string';
    this.cells.set(`${row},${column}`, { value, type, style });
  }

  merge(row: number, column: number, rows: number, columns: number, style: CellStyle): void {
    if (rows === 1 && columns === 1) return;
    for (let y = row; y < row + rows; y++)
      for (let x = column; x < column + columns; x++)
        if (y !== row || x !== column) this.put(y, x, null, style);
    this.merges.push({
      startRow: row,
      startCol: column,
      endRow: row + rows - 1,
      endCol: column + columns - 1,
    });
  }
}

function tableSheet(name: string, table: DocumentTable, document: TableDocument): WriteSheet {
  const { words, locale } = document;
  const sheet = new Sheet();
  const spreads = spreadColumns(table);
  const labelCount = table.labelHeads.length;
  const starts: number[] = [];
  spreads.reduce((at, spread) => (starts.push(at), at + spread.length), labelCount);
  const endOf = (column: number): number => starts[column] + spreads[column].length;
  const spanOf = (at: number, columns: number): number => endOf(at + columns - 1) - starts[at];

  sheet.put(0, 0, table.name === '' ? document.title : `${document.title}: ${table.name}`, styles.title);
  sheet.put(1, 0, document.subtitle, styles.subtitle);
  const top = 3;
  const depth = table.heads.length;
  const parted = spreads.some((spread) => spread.length > 1);
  const headRows = depth + Number(parted);
  table.labelHeads.forEach((text, column) => {
    sheet.put(top, column, text, styles.stubHead);
    sheet.merge(top, column, headRows, 1, styles.stubHead);
  });
  placedHeads(table).forEach((row, level) => {
    for (const head of row) {
      sheet.put(top + level, starts[head.at], headText(head), styles.head);
      sheet.merge(top + level, starts[head.at], head.rows, spanOf(head.at, head.columns), styles.head);
    }
  });
  if (parted) {
    spreads.forEach((spread, column) => {
      spread.forEach((part, index) => {
        sheet.put(top + depth, starts[column] + index, spreadName(part, words), styles.part);
      });
    });
  }

  let row = top + headRows;
  for (const section of table.sections) {
    if (section.heading !== '') sheet.put(row++, 0, section.heading, styles.heading);
    if (section.problem !== '') sheet.put(row++, 0, section.problem, styles.note);
    for (const { kind, labels, cells } of section.rows) {
      labels.forEach(({ text, value }, column) => {
        sheet.put(row, column, value ?? text, { ...styles.label, ...(value !== null && { numFmt: '0' }) });
      });
      for (const cell of placedCells(cells)) {
        const style: CellStyle = {
          font: { ...font, bold: cell.strong || kind === 'total' },
          alignment: { horizontal: 'right', vertical: 'top' },
        };
        if (cell.columns > 1 || cell.state === 'words') {
          sheet.put(row, starts[cell.at], cell.text, {
            ...style,
            alignment: { horizontal: 'left', wrapText: true },
          });
          sheet.merge(row, starts[cell.at], 1, spanOf(cell.at, cell.columns), style);
          continue;
        }
        spreads[cell.at].forEach((part, index) => {
          const [value, numFmt] = spreadCell(cell, part, locale);
          if (value === null) return;
          sheet.put(row, starts[cell.at] + index, value, { ...style, ...(numFmt !== null && { numFmt }) });
        });
      }
      row++;
    }
  }
  sheet.put(row + 1, 0, document.source, styles.subtitle);
  const columns = [
    ...table.labelHeads.map((_, column) => ({ width: labelWidth(table, column) })),
    ...spreads.flatMap((spread) => spread.map((part) => ({ width: part === 'letters' ? 8 : 11 }))),
  ];
  return {
    name,
    rows: sheet.rows,
    cells: sheet.cells,
    merges: sheet.merges,
    columns,
    freezePane: { rows: top + headRows, columns: labelCount },
    pageSetup: {
      ...pageFor(columns.reduce((sum, { width }) => sum + width, 0)),
      printTitlesRow: `$${top + 1}:$${top + headRows}`,
      printTitlesColumn: `$A:$${String.fromCharCode(64 + labelCount)}`,
    },
  };
}

/** On one page across where that can still be read, else on several with the labels on each. */
function pageFor(width: number): NonNullable<WriteSheet['pageSetup']> {
  const orientation = width > 95 ? 'landscape' : 'portrait';
  return width > 220
    ? { orientation, scale: 70 }
    : { orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
}

/** The value of a cell and its number format; text has none. */
function spreadCell(cell: DocumentCell, part: Spread, locale: string): [CellValue, string | null] {
  if (part === 'value') {
    if (cell.value === null) return [cell.text === '' ? null : `${cell.text}${cell.mark}`, null];
    const after = `${cell.sign === '' ? '' : ` ${cell.sign}`}${cell.mark}`;
    const format = spreadsheetFormat(cell.format, locale, { brackets: cell.state === 'bracketed', after });
    return [spreadsheetValue(cell.value, cell.format), format];
  }
  if (part === 'letters') return [cell.letters === '' ? null : cell.letters, null];
  if (part === 'low' || part === 'high') {
    if (cell.interval === null) return [null, null];
    const { format } = cell.interval;
    return [spreadsheetValue(cell.interval[part], format), spreadsheetFormat(format, locale)];
  }
  const beside = cell.beside.find(({ name }) => name === part);
  if (!beside || beside.value === null) return [null, null];
  return [beside.value, spreadsheetFormat(beside.format, locale)];
}

function labelWidth({ labelHeads, sections }: DocumentTable, column: number): number {
  const texts = sections.flatMap(({ rows }) =>
    rows.flatMap(({ labels }) => labels.slice(column, column + 1)),
  );
  const longest = Math.max(labelHeads[column].length, ...texts.map(({ text }) => text.length));
  return Math.min(Math.max(longest + 3, 5), 46);
}

/** About so many, each of at most so many letters: spreadsheets do not all find the height of a row themselves. */
const linesIn = (text: string, letters: number): number => Math.max(1, Math.ceil(text.length / letters));

function notesSheet(name: string, document: TableDocument): WriteSheet {
  const sheet = new Sheet();
  const heights = new Map<number, { readonly height: number }>();
  let row = 0;
  const say = (text: string, style: CellStyle): void => {
    if (text === '') return;
    if (row > 0) heights.set(row, { height: 15 * linesIn(text, 105) });
    sheet.put(row, 0, text, style);
    sheet.merge(row++, 0, 1, 2, style);
  };
  say(document.title, styles.title);
  say(document.subtitle, styles.note);
  row++;
  for (const line of document.note.split('\n')) say(line, styles.note);
  say(document.source, styles.note);
  if (document.definitions.length > 0) {
    row++;
    say(document.words.definitions, styles.heading);
    for (const { term, text } of document.definitions) {
      heights.set(row, { height: 15 * Math.max(linesIn(term, 32), linesIn(text, 86)) });
      sheet.put(row, 0, term, styles.term);
      sheet.put(row++, 1, text, styles.note);
    }
  }
  return {
    name,
    rows: sheet.rows,
    cells: sheet.cells,
    merges: sheet.merges,
    columns: [{ width: 34 }, { width: 76 }],
    rowDefs: heights,
    pageSetup: { orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}
