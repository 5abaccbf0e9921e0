import { numberText, NumberText } from './numberText.ts';

/** How a column's cells become values. */
export type CellReading = 'text' | 'number' | 'numberWithComma';

/** R writes `NA` where a value is missing. In a column of numbers it means that; in a text it is a text. */
export const missingMark = 'NA';

/** Sees all cells of a column, then says what the column holds. */
export class ColumnGuess {
  #kinds = NumberText.withPoint | NumberText.withComma;
  #empty = true;

  /** `cell` without spaces around it; not blank. */
  add(cell: string): void {
    this.#empty = false;
    if (this.#kinds !== NumberText.none && cell !== missingMark) this.#kinds &= numberText(cell);
  }

  get empty(): boolean {
    return this.#empty;
  }

  /**
   * Numbers where every cell that is not blank is one. A decimal comma is one only where the fields
   * are not separated by commas. A column without any value has nothing but missing numbers.
   */
  reading(decimalComma: boolean): CellReading {
    if ((this.#kinds & NumberText.withPoint) !== 0) return 'number';
    return decimalComma && (this.#kinds & NumberText.withComma) !== 0 ? 'numberWithComma' : 'text';
  }
}
