import { inflateSync } from 'node:zlib';
import { phrase, type Said } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { atByte } from '../atByte.ts';
import type { OpenFile } from '../openFile.ts';
import type { RowBytes } from './rowBytes.ts';
import type { ZlibBlock } from './zlibBlocks.ts';

const windowBytes = 256 * 1024;

/**
 * The rows of a `.zsav` file, inflated one block at a time. No block may inflate to more or to less than its
 * trailer says, so memory holds one block and a window on it, whatever the file claims to be.
 */
export class InflatedBytes implements RowBytes {
  readonly file: string;
  readonly littleEndian: boolean;
  readonly bytes = new Uint8Array(windowBytes);
  readonly view = new DataView(this.bytes.buffer);
  position = 0;
  limit = 0;
  readonly #open: OpenFile;
  readonly #blocks: readonly ZlibBlock[];
  #next = 0;
  #block = new Uint8Array();
  /** How much of `#block` is in the window already. */
  #taken = 0;

  constructor(open: OpenFile, blocks: readonly ZlibBlock[], littleEndian: boolean) {
    this.file = open.path;
    this.littleEndian = littleEndian;
    this.#open = open;
    this.#blocks = blocks;
  }

  /** Where the block starts that is being read. */
  get offset(): number {
    return this.#blocks[Math.max(0, this.#next - 1)]?.offset ?? 0;
  }

  refill(): void {
    this.bytes.copyWithin(0, this.position, this.limit);
    this.limit -= this.position;
    this.position = 0;
    while (this.limit < this.bytes.length) {
      if (this.#taken === this.#block.length) {
        if (this.#next === this.#blocks.length) return;
        this.#block = this.#inflate(this.#blocks[this.#next++]);
        this.#taken = 0;
        continue;
      }
      const count = Math.min(this.bytes.length - this.limit, this.#block.length - this.#taken);
      this.bytes.set(this.#block.subarray(this.#taken, this.#taken + count), this.limit);
      this.#taken += count;
      this.limit += count;
    }
  }

  damaged(place: Said, detail: Said): Problem {
    return new Problem('file.damaged', { file: this.file, place, detail });
  }

  #inflate({ offset, compressedSize, inflatedSize }: ZlibBlock): Uint8Array<ArrayBuffer> {
    const place = atByte(offset, phrase('compressedBlock', { number: this.#next }));
    const compressed = this.#open.bytes(offset, compressedSize);
    let inflated: Uint8Array<ArrayBuffer>;
    try {
      inflated = inflateSync(compressed, { maxOutputLength: Math.max(1, inflatedSize) });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (code === 'ERR_BUFFER_TOO_LARGE') {
        throw this.damaged(place, phrase('inflatesBeyond', { stated: inflatedSize }));
      }
      if (/^Z_/.test(code)) throw this.damaged(place, phrase('notInflated', { reason: code }));
      throw error;
    }
    if (inflated.length !== inflatedSize) {
      throw this.damaged(place, phrase('inflatesTo', { length: inflated.length, stated: inflatedSize }));
    }
    return inflated;
  }
}
