import type { Column, ColumnChunk } from '#engine/survey/column.ts';
import { MissingReason } from '#engine/survey/column.ts';
import type { TextEncoding } from '../textEncoding.ts';
import type { SavVariable } from './savVariables.ts';
import { TextDictionary } from '../textDictionary.ts';

/** What the decoder does with each 8 bytes of a row. */
export const SlotKind = { skip: 0, number: 1, text: 2 } as const;

/** The column, cut to the rows that the chunk holds. */
type ColumnOfRows = (rows: number) => Column;

interface TextTarget {
  readonly start: number;
  readonly width: number;
  readonly codes: Uint32Array;
  readonly dictionary: TextDictionary;
}

/**
 * The arrays that one chunk of rows is decoded into, used again for the next chunk.
 * Numbers of all columns share one array, column after column, `stride` apart.
 */
export class SavChunk {
  /** By slot of the row. */
  readonly kinds: Uint8Array;
  /** By slot: where its number of row 0 goes in `numbers`, or its 8 bytes in `rowText`. */
  readonly targets: Int32Array;
  readonly numbers: Float64Array;
  readonly reasons: Uint8Array;
  /** The texts of the row that is being decoded, each at its place. */
  readonly rowText: Uint8Array;
  readonly #stride: number;
  readonly #texts: TextTarget[] = [];
  readonly #columns: readonly ColumnOfRows[];

  constructor(slotCount: number, selected: readonly SavVariable[], encoding: TextEncoding, maxRows: number) {
    const distinct = new Set(selected);
    const numeric = [...distinct].filter(({ width }) => width === 0).length;
    // An odd number of cache lines, so that the cells of one row do not fall on one another in the cache.
    this.#stride = (Math.ceil(maxRows / 8) | 1) * 8;
    this.kinds = new Uint8Array(slotCount);
    this.targets = new Int32Array(slotCount);
    this.numbers = new Float64Array(numeric * this.#stride);
    this.reasons = new Uint8Array(numeric * this.#stride);
    const columns = new Map<SavVariable, ColumnOfRows>();
    let number = 0;
    let textEnd = 0;
    for (const variable of distinct) {
      const { slot, width } = variable;
      if (width === 0) {
        this.kinds[slot] = SlotKind.number;
        this.targets[slot] = number * this.#stride;
        columns.set(variable, this.#numericColumn(this.targets[slot]));
        number++;
      } else {
        const text = {
          start: textEnd,
          width,
          codes: new Uint32Array(maxRows),
          dictionary: new TextDictionary(encoding),
        };
        textEnd = this.#placeText(variable, textEnd);
        this.#texts.push(text);
        columns.set(variable, textColumn(text));
      }
    }
    this.#columns = selected.map((variable) => columns.get(variable)!);
    this.rowText = new Uint8Array(textEnd);
  }

  /** Files the texts of the row whose 8-byte pieces have all been put in `rowText`. */
  endRow(row: number): void {
    for (const { start, width, codes, dictionary } of this.#texts) {
      codes[row] = dictionary.codeOfPadded(this.rowText, start, width);
    }
  }

  start(): void {
    for (const { dictionary } of this.#texts) dictionary.clear();
    this.reasons.fill(MissingReason.present);
  }

  finish(rowCount: number): ColumnChunk {
    return { rowCount, columns: this.#columns.map((column) => column(rowCount)) };
  }

  #numericColumn(from: number): ColumnOfRows {
    return (rows) => {
      const reasons = this.reasons.subarray(from, from + rows);
      const complete = !reasons.includes(MissingReason.system);
      return {
        kind: 'numeric',
        values: this.numbers.subarray(from, from + rows),
        reasons: complete ? null : reasons,
      };
    };
  }

  /**
   * Segments follow each other without a gap, 255 bytes each, although a row keeps them in 256: the byte
   * too many is overwritten by the next segment, which comes later in the row. Returns where the next text may begin.
   */
  #placeText({ slot, segments }: SavVariable, start: number): number {
    let next = slot;
    let end = start;
    for (const segment of segments) {
      const slots = Math.ceil(segment / 8);
      for (let index = 0; index < slots; index++, next++) {
        this.kinds[next] = SlotKind.text;
        this.targets[next] = end + index * 8;
      }
      end += segment;
    }
    return end + 8;
  }
}

function textColumn({ dictionary, codes }: TextTarget): ColumnOfRows {
  return (rows) => ({ kind: 'text', dictionary: dictionary.strings, codes: codes.subarray(0, rows) });
}
