import type { Column, ColumnChunk } from '#engine/survey/column.ts';
import { MissingReason } from '#engine/survey/column.ts';
import { missingMark, type CellReading } from './columnGuess.ts';

/** One column of a chunk, filled row by row and used again for the next chunk. */
interface ColumnFiller {
  set(row: number, cell: string): void;
  clear(): void;
  column(rows: number): Column;
}

/** The arrays that one chunk of rows is read into, used again for the next chunk. */
export class CsvChunk {
  readonly #positions: readonly number[];
  readonly #fillers: readonly ColumnFiller[];

  /** `positions`: the field of a row for each column; `readings`: how its cells are read. */
  constructor(positions: readonly number[], readings: readonly CellReading[], maxRows: number) {
    this.#positions = positions;
    this.#fillers = readings.map((reading) =>
      reading === 'text' ? textFiller(maxRows) : numericFiller(maxRows, reading === 'numberWithComma'),
    );
  }

  set(row: number, cells: readonly string[]): void {
    for (let index = 0; index < this.#fillers.length; index++) {
      this.#fillers[index].set(row, cells[this.#positions[index]] ?? '');
    }
  }

  clear(): void {
    for (const filler of this.#fillers) filler.clear();
  }

  finish(rowCount: number): ColumnChunk {
    return { rowCount, columns: this.#fillers.map((filler) => filler.column(rowCount)) };
  }
}

function numericFiller(maxRows: number, decimalComma: boolean): ColumnFiller {
  const values = new Float64Array(maxRows);
  const reasons = new Uint8Array(maxRows);
  let complete = true;
  return {
    set(row, cell) {
      const text = cell.trim();
      if (text === '' || text === missingMark) {
        values[row] = 0;
        reasons[row] = MissingReason.system;
        complete = false;
        return;
      }
      reasons[row] = MissingReason.present;
      values[row] = Number(decimalComma ? text.replace(',', '.') : text);
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

function textFiller(maxRows: number): ColumnFiller {
  const codes = new Uint32Array(maxRows);
  let dictionary: string[] = [];
  let codeOf = new Map<string, number>();
  return {
    set(row, cell) {
      let code = codeOf.get(cell);
      if (code === undefined) {
        code = dictionary.length;
        dictionary.push(cell);
        codeOf.set(cell, code);
      }
      codes[row] = code;
    },
    clear() {
      dictionary = [];
      codeOf = new Map();
    },
    column: (rows) => ({ kind: 'text', dictionary, codes: codes.subarray(0, rows) }),
  };
}
