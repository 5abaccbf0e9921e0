/** What stands in a cell of a workbook. Dates and times are numbers: days from the workbook's origin. */
export const CellKind = {
  blank: 0,
  number: 1,
  text: 2,
  truth: 3,
  /** A formula that ended in an error: no value. */
  error: 4,
  date: 5,
  datetime: 6,
  time: 7,
  /** A formula whose result was not saved. */
  notCalculated: 8,
} as const;

export const mostColumns = 16_384;
export const mostRows = 1_048_576;

/** One row of a sheet that has a cell; cells beyond the last one are blank. */
export class SheetRow {
  /** As a spreadsheet shows it, from 1. */
  readonly number: number;
  #kinds: Uint8Array;
  #numbers: Float64Array;
  readonly #texts: string[] = [];
  #width = 0;
  #filled = 0;

  constructor(number: number, expectedWidth = 64) {
    this.number = number;
    this.#kinds = new Uint8Array(expectedWidth);
    this.#numbers = new Float64Array(expectedWidth);
  }

  /** One more than the position of the last cell that is set. */
  get width(): number {
    return this.#width;
  }

  /** Cells that hold something. */
  get filled(): number {
    return this.#filled;
  }

  set(column: number, kind: number, value: number | string): void {
    if (column >= this.#kinds.length) this.#grow(column + 1);
    this.#kinds[column] = kind;
    if (typeof value === 'string') {
      this.#numbers[column] = this.#texts.length;
      this.#texts.push(value);
    } else {
      this.#numbers[column] = value;
    }
    if (column >= this.#width) this.#width = column + 1;
    if (kind !== CellKind.notCalculated) this.#filled++;
  }

  kind(column: number): number {
    return column < this.#width ? this.#kinds[column] : CellKind.blank;
  }

  value(column: number): number {
    return this.#numbers[column];
  }

  text(column: number): string {
    return this.#texts[this.#numbers[column]];
  }

  #grow(atLeast: number): void {
    const length = Math.min(mostColumns, Math.max(atLeast, this.#kinds.length * 2));
    const kinds = new Uint8Array(length);
    kinds.set(this.#kinds);
    this.#kinds = kinds;
    const numbers = new Float64Array(length);
    numbers.set(this.#numbers);
    this.#numbers = numbers;
  }
}
