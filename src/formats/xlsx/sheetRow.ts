/** What stands in a cell of a workbook. Dates and times are numbers: days from the workbook's origin. */
export const CellKind = {
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

/**
 * One row of a sheet: only the cells that hold something, in the order of their columns. A cell is asked for by its
 * place among them, so that a row costs what stands in it, however far to the right that is.
 */
export class SheetRow {
  /** As a spreadsheet shows it, from 1. */
  readonly number: number;
  #columns: number[] = [];
  #kinds: number[] = [];
  #numbers: number[] = [];
  readonly #texts: string[] = [];
  #inOrder = true;

  constructor(number: number) {
    this.number = number;
  }

  /** How many cells there are, those included that hold a formula without a result. */
  get cells(): number {
    return this.#columns.length;
  }

  /** One more than the position of the last cell. */
  get width(): number {
    return this.cells === 0 ? 0 : this.#columns[this.cells - 1] + 1;
  }

  /** Cells that hold a value, or an error. */
  get filled(): number {
    let filled = 0;
    for (const kind of this.#kinds) if (kind !== CellKind.notCalculated) filled++;
    return filled;
  }

  set(column: number, kind: number, value: number | string): void {
    const { cells } = this;
    if (cells > 0 && column <= this.#columns[cells - 1]) this.#inOrder = false;
    this.#columns.push(column);
    this.#kinds.push(kind);
    if (typeof value === 'string') {
      this.#numbers.push(this.#texts.length);
      this.#texts.push(value);
    } else {
      this.#numbers.push(value);
    }
  }

  /** After the last cell: puts them in order where they were not; of two in one place the later one counts. */
  finish(): void {
    if (this.#inOrder) return;
    const columns = this.#columns;
    const order = columns.map((_, cell) => cell).sort((a, b) => columns[a] - columns[b] || a - b);
    const kept = order.filter((cell, at) => columns[cell] !== columns[order[at + 1]]);
    this.#columns = kept.map((cell) => columns[cell]);
    this.#kinds = kept.map((cell) => this.#kinds[cell]);
    this.#numbers = kept.map((cell) => this.#numbers[cell]);
    this.#inOrder = true;
  }

  /** The position of a cell, from 0. */
  column(cell: number): number {
    return this.#columns[cell];
  }

  kind(cell: number): number {
    return this.#kinds[cell];
  }

  value(cell: number): number {
    return this.#numbers[cell];
  }

  text(cell: number): string {
    return this.#texts[this.#numbers[cell]];
  }
}
