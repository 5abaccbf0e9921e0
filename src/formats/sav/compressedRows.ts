import { MissingReason } from '#engine/survey/column.ts';
import { phrase } from '#engine/survey/phrase.ts';
import type { PhraseCode } from '#engine/survey/phraseCodes.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { RowBytes } from './rowBytes.ts';
import { SlotKind, type SavChunk } from './savChunk.ts';

/** Command bytes. 0 is padding; 1–251 stand for a number of their own. */
const endOfData = 252;
const verbatim = 253;
const spaces = 254;
const systemMissing = 255;
/** A group is 8 command bytes and the 8-byte values that they refer to. */
const groupBytes = 8 + 8 * 8;

/**
 * Decodes byte-compressed rows. Source: PSPP Developers Guide, "Data Record".
 * A command that cannot stand where it does (a number in a text, spaces in a number) is refused, where PSPP
 * only warns: what follows would be misread.
 */
export class CompressedRows {
  readonly #reader: RowBytes;
  readonly #bias: number;
  readonly #systemMissing: number;
  /** Index of the current group in the reader's block, and of the next command within it. */
  #group = 0;
  #command = 8;

  constructor(reader: RowBytes, bias: number, systemMissingNumber: number) {
    this.#reader = reader;
    this.#bias = bias;
    this.#systemMissing = systemMissingNumber;
  }

  /** Decodes at most `maxRows` rows into `chunk`; fewer where the data end. `rowsBefore` is for messages. */
  decode(chunk: SavChunk, maxRows: number, rowsBefore: number): number {
    const reader = this.#reader;
    const { bytes, view, littleEndian } = reader;
    const { kinds, targets, numbers, reasons, rowText } = chunk;
    const slotCount = kinds.length;
    const bias = this.#bias;
    const systemMissingNumber = this.#systemMissing;
    let position = reader.position;
    let group = this.#group;
    let command = this.#command;
    for (let row = 0; row < maxRows; row++) {
      for (let slot = 0; slot < slotCount; slot++) {
        let code = 0;
        while (code === 0) {
          if (command === 8) {
            if (reader.limit - position < groupBytes) {
              reader.position = position;
              reader.refill();
              position = 0;
            }
            if (reader.limit - position < 8) {
              reader.position = position;
              if (slot === 0 && position === reader.limit) return row;
              throw this.#cutOff(rowsBefore + row);
            }
            group = position;
            position += 8;
            command = 0;
          }
          code = bytes[group + command++];
        }
        const kind = kinds[slot];
        if (code < endOfData && kind === SlotKind.number) {
          numbers[targets[slot] + row] = code - bias;
          continue;
        }
        if (code === verbatim) {
          if (reader.limit - position < 8) {
            reader.position = position;
            throw this.#cutOff(rowsBefore + row);
          }
          position += 8;
        } else if (code === endOfData) {
          reader.position = position;
          if (slot === 0) return row;
          throw this.#cutOff(rowsBefore + row);
        }
        if (kind === SlotKind.number) {
          const target = targets[slot] + row;
          if (code === verbatim) {
            const number = view.getFloat64(position - 8, littleEndian);
            if (number === systemMissingNumber || number !== number) {
              numbers[target] = 0;
              reasons[target] = MissingReason.system;
            } else {
              numbers[target] = number;
            }
          } else if (code === systemMissing) {
            numbers[target] = 0;
            reasons[target] = MissingReason.system;
          } else {
            reader.position = position;
            throw this.#misplaced(rowsBefore + row, code, 'misplacedInNumber');
          }
        } else if (kind === SlotKind.text) {
          const target = targets[slot];
          if (code === verbatim) {
            for (let index = 0; index < 8; index++) rowText[target + index] = bytes[position - 8 + index];
          } else if (code === spaces) {
            rowText.fill(0x20, target, target + 8);
          } else if (code - bias === 0) {
            rowText.fill(0, target, target + 8);
          } else {
            reader.position = position;
            throw this.#misplaced(rowsBefore + row, code, 'misplacedInText');
          }
        }
      }
      chunk.endRow(row);
    }
    reader.position = position;
    this.#group = group;
    this.#command = command;
    return maxRows;
  }

  #cutOff(rowsBefore: number): Problem {
    return new Problem('file.truncated', {
      file: this.#reader.file,
      expected: phrase('restOfRow', { row: rowsBefore + 1 }),
      found: phrase('nothingAfter', { offset: this.#reader.offset }),
    });
  }

  #misplaced(rowsBefore: number, code: number, where: PhraseCode): Problem {
    return this.#reader.damaged(
      phrase('rowByte', { row: rowsBefore + 1, offset: this.#reader.offset }),
      phrase(where, { code }),
    );
  }
}
