import { constants, crc32, deflateRawSync } from 'node:zlib';
import { Problem } from '#engine/survey/problem.ts';
import type { ByteSink } from '../byteSink.ts';

interface Entry {
  readonly name: Buffer;
  readonly offset: number;
  readonly checksum: number;
  readonly compressed: number;
  readonly size: number;
}

/** Bytes that are compressed at once; each piece begins anew, which costs little of this size. */
const pieceBytes = 1 << 20;
const fourGigabytes = 2 ** 32;
/** 1 January 1980, the first that a ZIP file knows: the same content gives the same bytes. */
const firstDate = 0x21;
const utf8Names = 0x800;
const deflate = 8;

/**
 * Writes a ZIP file forwards, one compressed entry after another, with one piece in memory. No ZIP64: an entry or
 * a file of 4 GiB is refused. Source: PKWARE's APPNOTE.TXT, sections 4.3.7 to 4.3.16.
 */
export class ZipWriter {
  readonly #sink: ByteSink;
  readonly #path: string;
  readonly #entries: Entry[] = [];

  constructor(path: string, sink: ByteSink) {
    this.#path = path;
    this.#sink = sink;
  }

  /** @throws Problem export.tooLarge */
  async entry(name: string, fill: (write: (text: string) => void) => Promise<void> | void): Promise<void> {
    const offset = this.#sink.position;
    const nameBytes = Buffer.from(name);
    this.#header(0x04034b50, [], nameBytes, { checksum: 0, compressed: 0, size: 0 });
    this.#sink.uint16(0);
    this.#sink.bytes(nameBytes);
    const start = this.#sink.position;
    let waiting = '';
    let size = 0;
    let checksum = 0;
    const pass = (finishFlush: number): void => {
      const bytes = Buffer.from(waiting);
      waiting = '';
      size += bytes.length;
      checksum = crc32(bytes, checksum);
      this.#sink.bytes(deflateRawSync(bytes, { level: 3, finishFlush }));
      if (Math.max(size, this.#sink.position) >= fourGigabytes) {
        throw new Problem('export.tooLarge', { file: this.#path });
      }
    };
    await fill((text) => {
      waiting += text;
      if (waiting.length >= pieceBytes) pass(constants.Z_SYNC_FLUSH);
    });
    pass(constants.Z_FINISH);
    const entry = { name: nameBytes, offset, checksum, size, compressed: this.#sink.position - start };
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(checksum, 0);
    sizes.writeUInt32LE(entry.compressed, 4);
    sizes.writeUInt32LE(size, 8);
    this.#sink.overwrite(offset + 14, sizes);
    this.#entries.push(entry);
  }

  /** The list of entries, by which readers find them. */
  finish(): void {
    const start = this.#sink.position;
    for (const entry of this.#entries) {
      this.#header(0x02014b50, [20], entry.name, entry);
      for (const zero of [0, 0, 0, 0]) this.#sink.uint16(zero);
      this.#sink.uint32(0);
      this.#sink.uint32(entry.offset);
      this.#sink.bytes(entry.name);
    }
    const size = this.#sink.position - start;
    this.#sink.uint32(0x06054b50);
    for (const value of [0, 0, this.#entries.length, this.#entries.length]) this.#sink.uint16(value);
    this.#sink.uint32(size);
    this.#sink.uint32(start);
    this.#sink.uint16(0);
  }

  /** What the two kinds of headers share, up to the length of the name. */
  #header(
    signature: number,
    madeBy: readonly number[],
    name: Buffer,
    { checksum, compressed, size }: Pick<Entry, 'checksum' | 'compressed' | 'size'>,
  ): void {
    this.#sink.uint32(signature);
    for (const value of [...madeBy, 20, utf8Names, deflate, 0, firstDate]) this.#sink.uint16(value);
    for (const value of [checksum, compressed, size]) this.#sink.uint32(value);
    this.#sink.uint16(name.length);
  }
}
