import { phrase, type Said } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { atByte, partPhrase, type Part } from './atByte.ts';
import type { OpenFile } from './openFile.ts';

const blockBytes = 256 * 1024;
/** More than anything that is read in one piece from the block. */
const smallestBlock = 1024;

/**
 * Reads an open file forwards in blocks. What is asked for beyond the end of the file is a
 * `file.truncated`, and nothing is allocated before the file is known to be that long.
 * The hot loops use `bytes`, `view`, `position`, `limit` and `refill` directly.
 */
export class BlockReader {
  readonly file: string;
  readonly size: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly view: DataView;
  littleEndian = true;
  /** Next byte to be read, as an index into `bytes`. */
  position = 0;
  /** First index of `bytes` that holds nothing. */
  limit = 0;
  readonly #open: OpenFile;
  #fileOffset: number;

  /** The block holds at least `atLeast` bytes, if the file does. */
  constructor(open: OpenFile, offset = 0, atLeast = 0) {
    this.#open = open;
    this.#fileOffset = offset;
    this.file = open.path;
    this.size = open.size;
    this.bytes = new Uint8Array(Math.max(smallestBlock, Math.min(Math.max(blockBytes, atLeast), open.size)));
    this.view = new DataView(this.bytes.buffer);
  }

  /** Offset in the file of the next byte to be read. */
  get offset(): number {
    return this.#fileOffset - (this.limit - this.position);
  }

  get remaining(): number {
    return Math.max(0, this.size - this.offset);
  }

  /** Keeps what is unread and reads on, until the block is full or the file ends. */
  refill(): void {
    this.bytes.copyWithin(0, this.position, this.limit);
    this.limit -= this.position;
    this.position = 0;
    while (this.limit < this.bytes.length) {
      const count = this.#readInto(this.bytes, this.limit, this.bytes.length - this.limit);
      if (count === 0) return;
      this.limit += count;
    }
  }

  int32(what: Part): number {
    this.#need(4, what);
    const value = this.view.getInt32(this.position, this.littleEndian);
    this.position += 4;
    return value;
  }

  float64(what: Part): number {
    this.#need(8, what);
    const value = this.view.getFloat64(this.position, this.littleEndian);
    this.position += 8;
    return value;
  }

  /** The byte that is `ahead` of the next one, which is not taken; `undefined` behind the end of the file. */
  peek(ahead: number): number | undefined {
    if (this.limit - this.position <= ahead) this.refill();
    return this.position + ahead < this.limit ? this.bytes[this.position + ahead] : undefined;
  }

  uint8(what: Part): number {
    this.#need(1, what);
    return this.bytes[this.position++];
  }

  uint16(what: Part): number {
    this.#need(2, what);
    const value = this.view.getUint16(this.position, this.littleEndian);
    this.position += 2;
    return value;
  }

  uint32(what: Part): number {
    return this.int32(what) >>> 0;
  }

  /** A whole number of 8 bytes; beyond 2^53 it is not exact, which no offset or count in a file is. */
  int64(what: Part): number {
    this.#need(8, what);
    const value = Number(this.view.getBigInt64(this.position, this.littleEndian));
    this.position += 8;
    return value;
  }

  /** A copy of the next `length` bytes. */
  take(length: number, what: Part): Uint8Array<ArrayBuffer> {
    this.#expect(length, what);
    const taken = new Uint8Array(length);
    const buffered = Math.min(length, this.limit - this.position);
    taken.set(this.bytes.subarray(this.position, this.position + buffered));
    this.position += buffered;
    let filled = buffered;
    while (filled < length) {
      const count = this.#readInto(taken, filled, length - filled);
      if (count === 0) throw this.truncated(what, length, filled);
      filled += count;
    }
    return taken;
  }

  skip(length: number, what: Part): void {
    this.#expect(length, what);
    const buffered = Math.min(length, this.limit - this.position);
    this.position += buffered;
    this.#fileOffset += length - buffered;
  }

  truncated(what: Part, expected: number, found: number): Problem {
    return new Problem('file.truncated', {
      file: this.file,
      expected: phrase('bytesOf', { count: expected, part: partPhrase(what), offset: this.offset }),
      found: phrase('bytes', { count: found }),
    });
  }

  damaged(place: Said, detail: Said): Problem {
    return new Problem('file.damaged', { file: this.file, place, detail });
  }

  #need(length: number, what: Part): void {
    if (this.limit - this.position >= length) return;
    this.refill();
    if (this.limit < length) throw this.truncated(what, length, this.limit);
  }

  #expect(length: number, what: Part): void {
    if (length < 0)
      throw this.damaged(atByte(this.offset), phrase('lengthOf', { part: partPhrase(what), length }));
    if (length > this.remaining) throw this.truncated(what, length, this.remaining);
  }

  #readInto(target: Uint8Array, at: number, length: number): number {
    const count = this.#open.readInto(target, at, length, this.#fileOffset);
    this.#fileOffset += count;
    return count;
  }
}
