import type { Column, ColumnChunk } from '#engine/survey/column.ts';
import { MissingReason } from '#engine/survey/column.ts';
import { missingMark } from '../csv/columnGuess.ts';
import type { CellsReading } from './cellGuess.ts';
import { secondsOf, secondsOfTime, textOf } from './cellText.ts';
import { CellKind, type SheetRow } from './sheetRow.ts';

interface ColumnFiller {
  set(at: number, row: SheetRow): void;
  clear(): void;
  column(rows: number): Column;
}

/** The arrays that one chunk of a sheet's rows is read into, used again for the next chunk. */
export class SheetChunk {
  readonly #fillers: readonly ColumnFiller[];

  constructor(
    columns: readonly { readonly position: number; readonly reading: CellsReading }[],
    maxRows: number,
    from1904: boolean,
  ) {
    this.#fillers = columns.map(({ position, reading }) =>
      reading === 'text'
        ? textFiller(position, maxRows, from1904)
        : numericFiller(position, maxRows, converter(reading, from1904)),
    );
  }

  set(at: number, row: SheetRow): void {
    for (const filler of this.#fillers) filler.set(at, row);
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

function numericFiller(
  position: number,
  maxRows: number,
  converted: (value: number) => number,
): ColumnFiller {
  const values = new Float64Array(maxRows);
  const reasons = new Uint8Array(maxRows);
  let complete = true;
  return {
    set(at, row) {
      const value = numberOf(row, position);
      if (value === null) {
        values[at] = 0;
        reasons[at] = MissingReason.system;
        complete = false;
      } else {
        values[at] = converted(value);
        reasons[at] = MissingReason.present;
      }
    },
    clear() {
      complete = true;
    },
    column: (rows) => ({
      kind: 'numeric',
      values: values.subarray(0, rows),
      reasons: complete ? null : reasons.subarray(0, rows),
    }),
  };
}

function numberOf(row: SheetRow, position: number): number | null {
  switch (row.kind(position)) {
    case CellKind.blank:
    case CellKind.error:
    case CellKind.notCalculated:
      return null;
    case CellKind.text: {
      const text = row.text(position).trim();
      return text === '' || text === missingMark ? null : Number(text);
    }
    default:
      return row.value(position);
  }
}

function textFiller(position: number, maxRows: number, from1904: boolean): ColumnFiller {
  const codes = new Uint32Array(maxRows);
  let dictionary: string[] = [];
  let codeOf = new Map<string, number>();
  return {
    set(at, row) {
      const text = textOf(row, position, from1904);
      let code = codeOf.get(text);
      if (code === undefined) {
        code = dictionary.length;
        dictionary.push(text);
        codeOf.set(text, code);
      }
      codes[at] = code;
    },
    clear() {
      dictionary = [];
      codeOf = new Map();
    },
    column: (rows) => ({ kind: 'text', dictionary, codes: codes.subarray(0, rows) }),
  };
}
