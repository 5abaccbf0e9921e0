import type { Column, ColumnChunk } from '#engine/survey/column.ts';
import { MissingReason } from '#engine/survey/column.ts';
import { missingMark } from '../csv/columnGuess.ts';
import type { CellsReading } from './cellGuess.ts';
import { secondsOf, secondsOfTime, textOf } from './cellText.ts';
import { CellKind, mostColumns, type SheetRow } from './sheetRow.ts';

interface ColumnFiller {
  set(at: number, row: SheetRow, cell: number): void;
  clear(): void;
  column(rows: number): Column;
}

/** The arrays that one chunk of a sheet's rows is read into, used again for the next chunk. */
export class SheetChunk {
  readonly #fillers: readonly ColumnFiller[];
  /** By the position of their column; columns that nobody asked for have none. */
  readonly #at: (ColumnFiller | undefined)[] = new Array(mostColumns).fill(undefined);

  constructor(
    columns: readonly { readonly position: number; readonly reading: CellsReading }[],
    maxRows: number,
    from1904: boolean,
  ) {
    this.#fillers = columns.map(
      ({ position, reading }) =>
        (this.#at[position] ??=
          reading === 'text'
            ? textFiller(maxRows, from1904)
            : numericFiller(maxRows, converter(reading, from1904))),
    );
  }

  set(at: number, row: SheetRow): void {
    for (let cell = 0; cell < row.cells; cell++) this.#at[row.column(cell)]?.set(at, row, cell);
  }

  clear(): void {
    for (const filler of this.#fillers) filler.clear();
  }

  finish(rowCount: number): ColumnChunk {
    return { rowCount, columns: this.#fillers.map((filler) => filler.column(rowCount)) };
  }
}

/** Dates and times are counted here as SPSS counts them, so that they are dates for all that follows. */
function converter(reading: CellsReading, from1904: boolean): (value: number) => number {
  if (reading === 'date' || reading === 'datetime') return (days) => secondsOf(days, from1904);
  return reading === 'time' ? secondsOfTime : (value) => value;
}

function numericFiller(maxRows: number, converted: (value: number) => number): ColumnFiller {
  const values = new Float64Array(maxRows);
  const reasons = new Uint8Array(maxRows).fill(MissingReason.system);
  let present = 0;
  return {
    set(at, row, cell) {
      const value = numberOf(row, cell);
      if (value === null) return;
      values[at] = converted(value);
      reasons[at] = MissingReason.present;
      present++;
    },
    clear() {
      values.fill(0);
      reasons.fill(MissingReason.system);
      present = 0;
    },
    column: (rows) => ({
      kind: 'numeric',
      values: values.subarray(0, rows),
      reasons: present === rows ? null : reasons.subarray(0, rows),
    }),
  };
}

function numberOf(row: SheetRow, cell: number): number | null {
  switch (row.kind(cell)) {
    case CellKind.error:
    case CellKind.notCalculated:
      return null;
    case CellKind.text: {
      const text = row.text(cell).trim();
      return text === '' || text === missingMark ? null : Number(text);
    }
    default:
      return row.value(cell);
  }
}

const noText = 0xffff_ffff;

function textFiller(maxRows: number, from1904: boolean): ColumnFiller {
  const codes = new Uint32Array(maxRows).fill(noText);
  let dictionary: string[] = [];
  let codeOf = new Map<string, number>();
  const codeFor = (text: string): number => {
    let code = codeOf.get(text);
    if (code === undefined) {
      code = dictionary.length;
      dictionary.push(text);
      codeOf.set(text, code);
    }
    return code;
  };
  return {
    set(at, row, cell) {
      codes[at] = codeFor(textOf(row, cell, from1904));
    },
    clear() {
      codes.fill(noText);
      dictionary = [];
      codeOf = new Map();
    },
    column(rows) {
      for (let at = 0; at < rows; at++) if (codes[at] === noText) codes[at] = codeFor('');
      return { kind: 'text', dictionary, codes: codes.subarray(0, rows) };
    },
  };
}
