import { MissingReason, type Column } from '#engine/survey/column.ts';
import type { ParquetVariable } from './parquetSchema.ts';

/** Values of one column as the library hands them over. */
export type ParquetValues = ArrayLike<unknown>;

/** One variable over a stretch of rows, filled piece by piece as the library reads pages. */
export class ParquetColumn {
  readonly #variable: ParquetVariable;
  readonly #values: Float64Array;
  readonly #reasons: Uint8Array;
  readonly #codes: Uint32Array;
  readonly #dictionary: string[] = [];
  readonly #codeOf = new Map<string, number>();
  #filled = 0;
  #complete = true;

  constructor(variable: ParquetVariable, rows: number) {
    const isText = variable.reading === 'text';
    this.#variable = variable;
    this.#values = new Float64Array(isText ? 0 : rows);
    this.#reasons = new Uint8Array(isText ? 0 : rows);
    this.#codes = new Uint32Array(isText ? rows : 0);
  }

  /** How many rows have been set. */
  get filled(): number {
    return this.#filled;
  }

  /** Sets the rows from `at` on; what lies before or behind the stretch is passed over. */
  set(at: number, values: ParquetValues): void {
    const { reading, scale } = this.#variable;
    const rows = reading === 'text' ? this.#codes.length : this.#values.length;
    const last = Math.min(values.length, rows - at);
    for (let index = Math.max(0, -at); index < last; index++) {
      if (reading === 'text') this.#codes[at + index] = this.#code(values[index]);
      else this.#setNumber(at + index, numberOf(values[index], reading, scale));
      this.#filled++;
    }
  }

  column(from: number, to: number): Column {
    if (this.#variable.reading === 'text') {
      return { kind: 'text', dictionary: this.#dictionary, codes: this.#codes.subarray(from, to) };
    }
    const reasons = this.#complete ? null : this.#reasons.subarray(from, to);
    return { kind: 'numeric', values: this.#values.subarray(from, to), reasons };
  }

  #setNumber(row: number, number: number): void {
    if (Number.isFinite(number)) {
      this.#values[row] = number;
    } else {
      this.#reasons[row] = MissingReason.system;
      this.#complete = false;
    }
  }

  #code(value: unknown): number {
    const text = value === null || value === undefined ? '' : String(value);
    let code = this.#codeOf.get(text);
    if (code === undefined) {
      code = this.#dictionary.length;
      this.#dictionary.push(text);
      this.#codeOf.set(text, code);
    }
    return code;
  }
}

/** NaN for what has no value: null, not a number, infinite. */
function numberOf(value: unknown, reading: ParquetVariable['reading'], scale: number): number {
  if (typeof value !== 'number' && typeof value !== 'bigint' && typeof value !== 'boolean') return NaN;
  const number = Number(value);
  if (reading === 'time') return number / scale;
  // The library multiplies by 0.1, 0.01, …, which is not exact.
  return reading === 'decimal' && Number.isFinite(number)
    ? Number(number.toFixed(Math.min(scale, 20)))
    : number;
}
