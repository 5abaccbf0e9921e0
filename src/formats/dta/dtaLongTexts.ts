import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { atByte } from '../atByte.ts';
import type { BlockReader } from '../blockReader.ts';
import type { OpenFile } from '../openFile.ts';
import type { DtaHeader } from './dtaHeader.ts';
import { expectTag } from './dtaTags.ts';

const what = 'longTexts';
const binary = 129;
const text = 130;
/** Bytes of text that are read at once, and the longest text that is read at all: longer ones are files, not answers. */
const windowBytes = 256 * 1024;
const longestText = 16 * 1024 * 1024;

/** Bytes of one text within `bytes`. */
export interface TextBytes {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/**
 * The texts of strL variables, which stand behind the rows. A row has the variable and the row `(v, o)` under
 * which its text stands. Only where they are is kept; the texts are read from the file when asked for.
 */
export class DtaLongTexts {
  readonly #open: OpenFile;
  readonly #variables: number;
  /** One number for each (v, o), rising. */
  #keys = new Float64Array(16);
  #offsets = new Float64Array(16);
  #lengths = new Uint32Array(16);
  #count = 0;
  #totalLength = 0;
  #found = -1;
  #window: Uint8Array = new Uint8Array();
  #windowOffset = 0;

  constructor(open: OpenFile, variables: number) {
    this.#open = open;
    this.#variables = variables;
  }

  /** Bytes of all texts together. */
  get totalLength(): number {
    return this.#totalLength;
  }

  /** The entry of (v, o), or -1 where the file has none. */
  find(variable: number, row: number): number {
    if (variable > this.#variables) return -1;
    const key = row * (this.#variables + 1) + variable;
    if (this.#keys[this.#found + 1] === key && this.#found + 1 < this.#count) return ++this.#found;
    let low = 0;
    let high = this.#count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (this.#keys[middle] === key) return (this.#found = middle);
      if (this.#keys[middle] < key) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** The (v, o) of the text that comes first in the order of rows. */
  first(): { readonly variable: number; readonly row: number } | null {
    if (this.#count === 0) return null;
    const row = Math.floor(this.#keys[0] / (this.#variables + 1));
    return { variable: this.#keys[0] - row * (this.#variables + 1), row };
  }

  /** The text of an entry. The bytes are valid until the next one is read. */
  read(entry: number): TextBytes {
    const offset = this.#offsets[entry];
    const length = this.#lengths[entry];
    if (length > longestText) {
      throw new Problem('file.unsupported', {
        file: this.#open.path,
        feature: phrase('stataHugeText', { length, offset }),
        advice: phrase('dropLongTexts'),
      });
    }
    const start = offset - this.#windowOffset;
    if (start < 0 || start + length > this.#window.length) {
      this.#window = this.#open.bytes(offset, Math.max(windowBytes, length));
      this.#windowOffset = offset;
      return { bytes: this.#window, start: 0, end: length };
    }
    return { bytes: this.#window, start, end: start + length };
  }

  add(variable: number, row: number, offset: number, length: number): void {
    if (this.#count === this.#keys.length) this.#grow();
    this.#keys[this.#count] = row * (this.#variables + 1) + variable;
    this.#offsets[this.#count] = offset;
    this.#lengths[this.#count] = length;
    this.#totalLength += length;
    this.#count++;
  }

  /** To be called when all are added. */
  sort(): void {
    const keys = this.#keys.subarray(0, this.#count);
    if (keys.every((key, index) => index === 0 || keys[index - 1] < key)) return;
    const order = Uint32Array.from(keys.keys()).sort((a, b) => keys[a] - keys[b] || a - b);
    this.#keys = Float64Array.from(order, (from) => keys[from]);
    this.#offsets = Float64Array.from(order, (from) => this.#offsets[from]);
    this.#lengths = Uint32Array.from(order, (from) => this.#lengths[from]);
  }

  #grow(): void {
    const size = this.#keys.length * 2;
    const larger = <Numbers extends Float64Array | Uint32Array>(target: Numbers, from: Numbers): Numbers => {
      target.set(from);
      return target;
    };
    this.#keys = larger(new Float64Array(size), this.#keys);
    this.#offsets = larger(new Float64Array(size), this.#offsets);
    this.#lengths = larger(new Uint32Array(size), this.#lengths);
  }
}

/** Walks over the section of long texts, noting where each stands. */
export function readDtaLongTexts(reader: BlockReader, open: OpenFile, header: DtaHeader): DtaLongTexts {
  const { version, variableCount, rowCount } = header;
  const texts = new DtaLongTexts(open, variableCount);
  expectTag(reader, '<strls>');
  while (reader.peek(0) === 0x47) {
    const place = atByte(reader.offset, what);
    expectTag(reader, 'GSO');
    const variable = reader.uint32(what);
    const row = version.rowCount === 4 ? reader.uint32(what) : reader.int64(what);
    const type = reader.uint8(what);
    const length = reader.uint32(what);
    if (variable < 1 || variable > variableCount || row < 1 || row > rowCount) {
      throw reader.damaged(place, phrase('longTextUnknown', { number: variable, row }));
    }
    if (type !== binary && type !== text) throw reader.damaged(place, phrase('longTextType', { type }));
    // The NUL at the end of a text is counted.
    texts.add(variable, row, reader.offset, type === text && length > 0 ? length - 1 : length);
    reader.skip(length, what);
  }
  expectTag(reader, '</strls>');
  texts.sort();
  return texts;
}
