import type { TextEncoding } from './textEncoding.ts';

const emptySlot = -1;

/** Gives each distinct text of a chunk a code, comparing bytes, so that each is decoded once. */
export class TextDictionary {
  readonly #encoding: TextEncoding;
  /** Open addressing: index of an entry, or `emptySlot`. Its length is a power of two. */
  #table = new Int32Array(256).fill(emptySlot);
  #hashes = new Int32Array(128);
  /** Entry i holds bytes `#starts[i]` to `#starts[i + 1]` of the arena. */
  #starts = new Float64Array(129);
  #arena = new Uint8Array(4096);
  #strings: string[] = [];

  constructor(encoding: TextEncoding) {
    this.#encoding = encoding;
  }

  get strings(): readonly string[] {
    return this.#strings;
  }

  clear(): void {
    this.#table.fill(emptySlot);
    this.#strings = [];
  }

  /** The code of `bytes[start, start + width)` without the spaces and NULs at its end. */
  codeOfPadded(bytes: Uint8Array, start: number, width: number): number {
    let end = start + width;
    while (end > start && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end--;
    return this.code(bytes, start, end);
  }

  /** The code of `bytes[start, end)`. */
  code(bytes: Uint8Array, start: number, end: number): number {
    let hash = 0x811c9dc5;
    for (let index = start; index < end; index++) hash = Math.imul(hash ^ bytes[index], 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#table.length - 1;
    let slot = hash & mask;
    for (;;) {
      const entry = this.#table[slot];
      if (entry === emptySlot) return this.#add(bytes, start, end, hash, slot);
      if (this.#hashes[entry] === hash && this.#equals(entry, bytes, start, end)) return entry;
      slot = (slot + 1) & mask;
    }
  }

  #equals(entry: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#starts[entry];
    if (this.#starts[entry + 1] - from !== end - start) return false;
    for (let index = start, held = from; index < end; index++, held++) {
      if (this.#arena[held] !== bytes[index]) return false;
    }
    return true;
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const entry = this.#strings.length;
    const from = this.#starts[entry];
    const to = from + end - start;
    if (to > this.#arena.length) {
      const arena = new Uint8Array(Math.max(to, this.#arena.length * 2));
      arena.set(this.#arena.subarray(0, from));
      this.#arena = arena;
    }
    const text = bytes.subarray(start, end);
    this.#arena.set(text, from);
    this.#hashes[entry] = hash;
    this.#starts[entry + 1] = to;
    this.#table[slot] = entry;
    this.#strings.push(this.#encoding.decode(text));
    if (this.#strings.length === this.#hashes.length) this.#grow();
    return entry;
  }

  #grow(): void {
    const count = this.#strings.length;
    const hashes = new Int32Array(count * 2);
    hashes.set(this.#hashes);
    const starts = new Float64Array(count * 2 + 1);
    starts.set(this.#starts);
    const table = new Int32Array(count * 4).fill(emptySlot);
    const mask = table.length - 1;
    for (let entry = 0; entry < count; entry++) {
      let slot = hashes[entry] & mask;
      while (table[slot] !== emptySlot) slot = (slot + 1) & mask;
      table[slot] = entry;
    }
    this.#hashes = hashes;
    this.#starts = starts;
    this.#table = table;
  }
}
