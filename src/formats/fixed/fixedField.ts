import { MissingReason, type Column } from '#engine/survey/column.ts';
import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { CodebookVariable } from '../ddi/codebook.ts';
import { TextDictionary } from '../textDictionary.ts';
import type { TextEncoding } from '../textEncoding.ts';

/** One variable of a chunk of lines, filled line by line and used again for the next chunk. */
export interface Field {
  /** The line is `bytes[start, end)`; `row` counts lines from 1. */
  set(at: number, bytes: Uint8Array, start: number, end: number, row: number): void;
  clear(): void;
  column(rows: number): Column;
}

export function fixedField(
  file: string,
  variable: CodebookVariable,
  maxRows: number,
  encoding: TextEncoding,
): Field {
  return variable.isText ? textField(variable, maxRows, encoding) : numericField(file, variable, maxRows);
}

function textField({ start, end }: CodebookVariable, maxRows: number, encoding: TextEncoding): Field {
  const codes = new Uint32Array(maxRows);
  const dictionary = new TextDictionary(encoding);
  return {
    set(at, bytes, lineStart, lineEnd) {
      const from = Math.min(lineStart + start - 1, lineEnd);
      codes[at] = dictionary.codeOfPadded(bytes, from, Math.min(lineStart + end, lineEnd) - from);
    },
    clear() {
      dictionary.clear();
    },
    column: (rows) => ({ kind: 'text', dictionary: dictionary.strings, codes: codes.subarray(0, rows) }),
  };
}

function numericField(
  file: string,
  { name, start, end, decimals }: CodebookVariable,
  maxRows: number,
): Field {
  const values = new Float64Array(maxRows);
  const reasons = new Uint8Array(maxRows);
  const divisor = 10 ** decimals;
  let complete = true;
  return {
    set(at, bytes, lineStart, lineEnd, row) {
      const from = Math.min(lineStart + start - 1, lineEnd);
      const text = String.fromCharCode(...bytes.subarray(from, Math.min(lineStart + end, lineEnd))).trim();
      if (text === '' || text === '.') {
        values[at] = 0;
        reasons[at] = MissingReason.system;
        complete = false;
        return;
      }
      const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
      if (!Number.isFinite(number)) {
        throw new Problem('file.damaged', {
          file,
          place: phrase('row', { row }),
          detail: phrase('notANumber', { text, variable: name }),
        });
      }
      values[at] = decimals === 0 || /[.e]/i.test(text) ? number : number / divisor;
      reasons[at] = MissingReason.present;
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
