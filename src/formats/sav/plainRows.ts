import { MissingReason } from '#engine/survey/column.ts';
import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { RowBytes } from './rowBytes.ts';
import { SlotKind, type SavChunk } from './savChunk.ts';

/** Decodes rows that are not compressed: 8 bytes for each slot. */
export class PlainRows {
  readonly #reader: RowBytes;
  readonly #systemMissing: number;

  constructor(reader: RowBytes, systemMissingNumber: number) {
    this.#reader = reader;
    this.#systemMissing = systemMissingNumber;
  }

  /** Decodes at most `maxRows` rows into `chunk`; fewer where the data end. `rowsBefore` is for messages. */
  decode(chunk: SavChunk, maxRows: number, rowsBefore: number): number {
    const reader = this.#reader;
    const { bytes, view, littleEndian } = reader;
    const { kinds, targets, numbers, reasons, rowText } = chunk;
    const slotCount = kinds.length;
    const systemMissingNumber = this.#systemMissing;
    let position = reader.position;
    for (let row = 0; row < maxRows; row++) {
      for (let slot = 0; slot < slotCount; slot++) {
        if (reader.limit - position < 8) {
          reader.position = position;
          reader.refill();
          position = 0;
          if (reader.limit === 0 && slot === 0) return row;
          if (reader.limit < 8) throw this.#cutOff(rowsBefore + row);
        }
        const kind = kinds[slot];
        if (kind === SlotKind.number) {
          const target = targets[slot] + row;
          const number = view.getFloat64(position, littleEndian);
          if (number === systemMissingNumber || number !== number) {
            numbers[target] = 0;
            reasons[target] = MissingReason.system;
          } else {
            numbers[target] = number;
          }
        } else if (kind === SlotKind.text) {
          const target = targets[slot];
          for (let index = 0; index < 8; index++) rowText[target + index] = bytes[position + index];
        }
        position += 8;
      }
      chunk.endRow(row);
    }
    reader.position = position;
    return maxRows;
  }

  #cutOff(rowsBefore: number): Problem {
    return new Problem('file.truncated', {
      file: this.#reader.file,
      expected: phrase('restOfRow', { row: rowsBefore + 1 }),
      found: phrase('nothingAfter', { offset: this.#reader.offset }),
    });
  }
}
