import { EncryptedFileError, HucreError } from 'hucre';
import { readXls } from 'hucre/xlsx';
import { phrase, type Said } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { OpenFile } from '../openFile.ts';
import { CellKind, SheetRow } from './sheetRow.ts';
import type { SheetBlock, Workbook } from './workbook.ts';

/** These workbooks end at 65,536 rows of 256 columns; larger files hold pictures. */
const mostBytes = 200 * 1024 * 1024;
const msADay = 86_400_000;
const daysTo1970 = 25_569;
const errors = /^#(N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!)$/;

/**
 * Opens a workbook of Excel 97–2003, read whole. This is the one module that knows hucre's reader.
 *
 * @throws Problem `file.encrypted`; `file.damaged`; `file.unsupported` where it is something else from Office.
 */
export async function openXlsWorkbook(open: OpenFile): Promise<Workbook> {
  if (open.size > mostBytes) throw damaged(open, phrase('tooLargeFile', { count: open.size }));
  const bytes = open.bytes(0, open.size);
  const holds = (name: string): boolean => Buffer.from(bytes.buffer).includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) throw new Problem('file.encrypted', { file: open.path });
  if (!holds('Workbook') && !holds('Book')) {
    throw new Problem('file.unsupported', {
      file: open.path,
      feature: phrase('oldOfficeDocument'),
      advice: phrase('askForXlsxOrCsv'),
    });
  }
  const { sheets } = await read(open, bytes);
  return {
    path: open.path,
    format: 'xls',
    from1904: false,
    sheets: sheets.map(({ name, rows, hidden }) => ({
      name,
      hidden: hidden === true,
      rows: Math.max(0, rows.length - 1),
      read: () => blocks(rows),
    })),
  };
}

async function read(open: OpenFile, bytes: Uint8Array): ReturnType<typeof readXls> {
  try {
    return await readXls(bytes);
  } catch (error) {
    if (error instanceof EncryptedFileError) throw new Problem('file.encrypted', { file: open.path });
    if (error instanceof HucreError || error instanceof RangeError) throw damaged(open, error.message);
    throw error;
  }
}

async function* blocks(rows: readonly (readonly unknown[])[]): AsyncGenerator<SheetBlock> {
  const filled = rows.map((cells, index) => rowOf(cells, index + 1)).filter((row) => row.cells > 0);
  yield { rows: filled, merged: [], fraction: 1 };
}

function rowOf(cells: readonly unknown[], number: number): SheetRow {
  const row = new SheetRow(number);
  cells.forEach((cell, column) => {
    if (typeof cell === 'number') row.set(column, CellKind.number, cell);
    else if (typeof cell === 'boolean') row.set(column, CellKind.truth, cell ? 1 : 0);
    else if (cell instanceof Date) row.set(column, CellKind.datetime, cell.getTime() / msADay + daysTo1970);
    else if (typeof cell === 'string' && cell !== '') {
      row.set(column, errors.test(cell) ? CellKind.error : CellKind.text, errors.test(cell) ? 0 : cell);
    }
  });
  return row;
}

function damaged(open: OpenFile, detail: Said): Problem {
  return new Problem('file.damaged', { file: open.path, place: phrase('workbook'), detail });
}
