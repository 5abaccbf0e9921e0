import type { Column, NumericColumn, NumericValues, TextColumn } from '#engine/survey/column.ts';

/** A chunk of one column as it lies in the study: little endian, in the narrowest type that keeps every value exactly. */
export interface StoredChunk {
  readonly storage: Storage;
  readonly rowCount: number;
  readonly content: Uint8Array;
  readonly reasons: Uint8Array | null;
}

export type Storage = keyof typeof numericArrays | 'text';

const numericArrays = {
  u8: Uint8Array,
  i8: Int8Array,
  i16: Int16Array,
  i32: Int32Array,
  f64: Float64Array,
} as const;

export function packColumn(column: Column, rowCount: number): StoredChunk {
  return column.kind === 'numeric' ? packNumeric(column, rowCount) : packText(column, rowCount);
}

function packNumeric({ values, reasons }: NumericColumn, rowCount: number): StoredChunk {
  let low = 0;
  let high = 0;
  let absent = false;
  let whole = true;
  for (let row = 0; row < rowCount; row++) {
    if (reasons !== null && reasons[row] !== 0) {
      absent = true;
      continue;
    }
    const value = values[row];
    if (value !== (value | 0) || (value === 0 && 1 / value < 0)) {
      whole = false;
      if (absent) break;
      continue;
    }
    if (value < low) low = value;
    else if (value > high) high = value;
  }
  const storage = whole ? narrowest(low, high) : 'f64';
  const packed: NumericValues = new numericArrays[storage](rowCount);
  packed.set(values.length === rowCount ? values : values.subarray(0, rowCount));
  let kept: Uint8Array | null = null;
  if (absent && reasons !== null) {
    kept = reasons.slice(0, rowCount);
    for (let row = 0; row < rowCount; row++) if (kept[row] !== 0) packed[row] = 0;
  }
  return { storage, rowCount, content: bytesOf(packed), reasons: kept };
}

function narrowest(low: number, high: number): keyof typeof numericArrays {
  if (low >= 0 && high <= 255) return 'u8';
  if (low >= -128 && high <= 127) return 'i8';
  if (low >= -32768 && high <= 32767) return 'i16';
  return 'i32';
}

/**
 * Text: count of distinct strings (u32), end of each string in bytes (u32 each), width of an index
 * (u32: 1, 2 or 4), one index a row, then the strings in UTF-8.
 */
function packText({ dictionary, codes }: TextColumn, rowCount: number): StoredChunk {
  const place = new Map<number, number>();
  const used: Buffer[] = [];
  const indexes = new Uint32Array(rowCount);
  let bytes = 0;
  for (let row = 0; row < rowCount; row++) {
    let index = place.get(codes[row]);
    if (index === undefined) {
      index = used.length;
      place.set(codes[row], index);
      used.push(Buffer.from(dictionary[codes[row]], 'utf8'));
      bytes += used[index].length;
    }
    indexes[row] = index;
  }
  const width = used.length <= 256 ? 1 : used.length <= 65_536 ? 2 : 4;
  const header = 4 + 4 * used.length + 4;
  const content = Buffer.alloc(header + width * rowCount + bytes);
  content.writeUInt32LE(used.length, 0);
  let end = 0;
  used.forEach((string, index) => {
    end += string.length;
    content.writeUInt32LE(end, 4 + 4 * index);
    string.copy(content, header + width * rowCount + end - string.length);
  });
  content.writeUInt32LE(width, header - 4);
  for (let row = 0; row < rowCount; row++) content.writeUIntLE(indexes[row], header + width * row, width);
  return { storage: 'text', rowCount, content, reasons: null };
}

/**
 * Puts the chunks of one column together again, every value as it was.
 * @throws DamagedChunk where a chunk is not what `packColumn` makes
 */
export function unpackColumn(chunks: readonly StoredChunk[]): Column {
  chunks.forEach(check);
  const rowCount = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
  return chunks.length > 0 && chunks[0].storage === 'text'
    ? unpackText(chunks, rowCount)
    : unpackNumeric(chunks, rowCount);
}

function unpackNumeric(chunks: readonly StoredChunk[], rowCount: number): NumericColumn {
  const storage = widestOf(chunks);
  const values: NumericValues = new numericArrays[storage](rowCount);
  const reasons = chunks.some((chunk) => chunk.reasons !== null) ? new Uint8Array(rowCount) : null;
  let start = 0;
  for (const chunk of chunks) {
    values.set(arrayOf(chunk), start);
    if (chunk.reasons !== null) reasons!.set(chunk.reasons, start);
    start += chunk.rowCount;
  }
  return { kind: 'numeric', values, reasons };
}

function widestOf(chunks: readonly StoredChunk[]): keyof typeof numericArrays {
  const storages = new Set(chunks.map(({ storage }) => storage));
  if (storages.has('f64')) return 'f64';
  if (storages.has('i32')) return 'i32';
  if (storages.has('i16') || (storages.has('u8') && storages.has('i8'))) return 'i16';
  return storages.has('i8') ? 'i8' : 'u8';
}

function unpackText(chunks: readonly StoredChunk[], rowCount: number): TextColumn {
  const dictionary: string[] = [];
  const place = new Map<string, number>();
  const codes = new Uint32Array(rowCount);
  let start = 0;
  for (const chunk of chunks) {
    const content = Buffer.from(chunk.content.buffer, chunk.content.byteOffset, chunk.content.byteLength);
    const count = content.readUInt32LE(0);
    const width = content.readUInt32LE(4 + 4 * count);
    const indexes = 8 + 4 * count;
    const strings = indexes + width * chunk.rowCount;
    const codeOf = new Uint32Array(count);
    let from = 0;
    for (let index = 0; index < count; index++) {
      const end = content.readUInt32LE(4 + 4 * index);
      if (end < from || strings + end > content.length) throw new DamagedChunk();
      const string = content.toString('utf8', strings + from, strings + end);
      from = end;
      let code = place.get(string);
      if (code === undefined) {
        code = dictionary.length;
        place.set(string, code);
        dictionary.push(string);
      }
      codeOf[index] = code;
    }
    for (let row = 0; row < chunk.rowCount; row++) {
      const index = content.readUIntLE(indexes + width * row, width);
      if (index >= count) throw new DamagedChunk();
      codes[start + row] = codeOf[index];
    }
    start += chunk.rowCount;
  }
  return { kind: 'text', dictionary, codes };
}

/** A chunk of a study that no program of ours has written. */
export class DamagedChunk extends Error {}

/** Lengths must fit: beyond its end a chunk shares its memory with others. */
function check(
  { storage, rowCount, content, reasons }: StoredChunk,
  _: number,
  all: readonly StoredChunk[],
): void {
  const sameKind = (storage === 'text') === (all[0].storage === 'text');
  const fits = storage === 'text' ? textFits(content, rowCount) : numbersFit(storage, content, rowCount);
  if (!sameKind || !fits || (reasons !== null && reasons.length !== rowCount)) throw new DamagedChunk();
}

function numbersFit(storage: Exclude<Storage, 'text'>, content: Uint8Array, rowCount: number): boolean {
  const known = Object.hasOwn(numericArrays, storage);
  return known && content.length === rowCount * numericArrays[storage].BYTES_PER_ELEMENT;
}

function textFits({ buffer, byteOffset, length }: Uint8Array, rowCount: number): boolean {
  if (rowCount < 0 || length < 8) return false;
  const view = new DataView(buffer, byteOffset, length);
  const header = 8 + 4 * view.getUint32(0, true);
  if (header > length) return false;
  const width = view.getUint32(header - 4, true);
  return [1, 2, 4].includes(width) && header + width * rowCount <= length;
}

function arrayOf({ storage, content, rowCount }: StoredChunk): NumericValues {
  const Numbers = numericArrays[storage as keyof typeof numericArrays];
  const aligned = content.byteOffset % Numbers.BYTES_PER_ELEMENT === 0 ? content : content.slice();
  return new Numbers(aligned.buffer as ArrayBuffer, aligned.byteOffset, rowCount);
}

function bytesOf(values: NumericValues): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
