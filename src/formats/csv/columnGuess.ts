import { numberText, NumberText } from './numberText.ts';

/** How a column's cells become values. */
export type CellReading = 'text' | 'number' | 'numberWithComma';

/** The decimal marks that numbers may have; `either`: one of them throughout a column. */
export type Decimals = 'point' | 'comma' | 'either';

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
   * Numbers where every cell that is not blank is one, written with a mark of `decimals`.
   * A column without any value has nothing but missing numbers.
   */
  reading(decimals: Decimals): CellReading {
    if (decimals !== 'comma' && (this.#kinds & NumberText.withPoint) !== 0) return 'number';
    return decimals !== 'point' && (this.#kinds & NumberText.withComma) !== 0 ? 'numberWithComma' : 'text';
  }
}
