import { deflateSync } from 'node:zlib';
import type { ByteSink } from '../byteSink.ts';
import type { CaseSink } from './savWriterCases.ts';
import { compressionBias } from './savWriterHeader.ts';

/** The size that SPSS and PSPP give a block. */
const blockBytes = 0x3ff000;
const headerBytes = 24;

interface Block {
  readonly inflated: number;
  readonly deflated: number;
}

/**
 * Rows of a `.zsav`: byte-compressed as in `.sav`, in blocks that are deflated one by one, between a header that
 * says where the trailer is and the trailer that lists them.
 * Source: PSPP Developers Guide, "Data Record" (ZLIB compression).
 */
export class ZlibCaseSink implements CaseSink {
  readonly #sink: ByteSink;
  readonly #start: number;
  readonly #buffer = new Uint8Array(blockBytes);
  readonly #blocks: Block[] = [];
  #used = 0;

  constructor(sink: ByteSink) {
    this.#sink = sink;
    this.#start = sink.position;
    sink.bytes(new Uint8Array(headerBytes));
  }

  bytes(source: Uint8Array, start = 0, end = source.length): void {
    for (let from = start; from < end;) {
      const length = Math.min(end - from, blockBytes - this.#used);
      this.#buffer.set(source.subarray(from, from + length), this.#used);
      this.#used += length;
      from += length;
      if (this.#used === blockBytes) this.#deflate();
    }
  }

  finish(): void {
    if (this.#used > 0) this.#deflate();
    const trailer = this.#sink.position;
    this.#sink.int64(-compressionBias);
    this.#sink.int64(0);
    this.#sink.int32(blockBytes);
    this.#sink.int32(this.#blocks.length);
    let inflatedAt = this.#start;
    let deflatedAt = this.#start + headerBytes;
    for (const { inflated, deflated } of this.#blocks) {
      this.#sink.int64(inflatedAt);
      this.#sink.int64(deflatedAt);
      this.#sink.int32(inflated);
      this.#sink.int32(deflated);
      inflatedAt += inflated;
      deflatedAt += deflated;
    }
    const header = Buffer.alloc(headerBytes);
    [this.#start, trailer, this.#sink.position - trailer].forEach((value, index) =>
      header.writeBigInt64LE(BigInt(value), index * 8),
    );
    this.#sink.overwrite(this.#start, header);
  }

  #deflate(): void {
    const deflated = deflateSync(this.#buffer.subarray(0, this.#used));
    this.#sink.bytes(deflated);
    this.#blocks.push({ inflated: this.#used, deflated: deflated.length });
    this.#used = 0;
  }
}
