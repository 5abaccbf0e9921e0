import { MissingReason } from '#engine/survey/column.ts';
import type { DtaType } from './dtaType.ts';
import type { DtaVersion } from './dtaVersion.ts';

/** Where the numbers of one variable stand in a block of rows. */
export interface Stretch {
  readonly view: DataView;
  readonly littleEndian: boolean;
  /** Index of its first number. */
  readonly from: number;
  /** Bytes from one row to the next. */
  readonly step: number;
  readonly count: number;
  /** Where in `values` and `reasons` the first one goes. */
  readonly at: number;
}

/** Decodes one stretch into `values`; notes missing numbers in `reasons` and says whether there were any. */
export type NumberDecoder = (stretch: Stretch, reasons: Uint8Array) => boolean;

export type DtaValues = Int8Array | Int16Array | Int32Array | Float64Array;

/** Smallest missing numbers; since version 113 27 kinds follow, in integers one by one. */
const firstMissing = {
  extended: { byte: 101, int: 32741, long: 2147483621 },
  plain: { byte: 127, int: 32767, long: 2147483647 },
} as const;
const missingFloat = 2 ** 127;
const missingFloatBits = 0x7f000000;
const missingDouble = 2 ** 1023;
const missingDoubleHigh = 0x7fe00000;
/** `.` of doubles up to version 105. */
const oldMissingDouble = 2 ** 333;
const lastKind = 26;

/**
 * The array for numbers of this type, and the loop that fills it. Floats are widened exactly, as in haven. Numbers
 * that lie between the missing kinds or above them (also NaN and infinity) are system-missing.
 * Source: Stata's `help dta`, "Representation of numbers".
 */
export function numberDecoder(
  { kind }: DtaType,
  version: DtaVersion,
  rows: number,
): { readonly values: DtaValues; readonly decode: NumberDecoder } {
  const { byte, int, long } = version.extendedMissing ? firstMissing.extended : firstMissing.plain;
  if (kind === 'byte') {
    const values = new Int8Array(rows);
    return { values, decode: (stretch, reasons) => decodeBytes(stretch, values, reasons, byte - 1) };
  }
  if (kind === 'int') {
    const values = new Int16Array(rows);
    return { values, decode: (stretch, reasons) => decodeInts(stretch, values, reasons, int - 1) };
  }
  if (kind === 'long') {
    const values = new Int32Array(rows);
    return { values, decode: (stretch, reasons) => decodeLongs(stretch, values, reasons, long - 1) };
  }
  const values = new Float64Array(rows);
  const kinds = version.extendedMissing ? lastKind : -1;
  if (kind === 'float')
    return { values, decode: (stretch, reasons) => decodeFloats(stretch, values, reasons, kinds) };
  const odd = version.release <= 105 ? oldMissingDouble : NaN;
  return { values, decode: (stretch, reasons) => decodeDoubles(stretch, values, reasons, kinds, odd) };
}

function decodeBytes(stretch: Stretch, values: Int8Array, reasons: Uint8Array, most: number): boolean {
  const { view, step, at } = stretch;
  const end = at + stretch.count;
  let any = false;
  for (let row = at, index = stretch.from; row < end; row++, index += step) {
    const value = view.getInt8(index);
    values[row] = value;
    if (value > most) {
      reasons[row] = value - most;
      any = true;
    }
  }
  return any;
}

function decodeInts(stretch: Stretch, values: Int16Array, reasons: Uint8Array, most: number): boolean {
  const { view, littleEndian, step, at } = stretch;
  const end = at + stretch.count;
  let any = false;
  for (let row = at, index = stretch.from; row < end; row++, index += step) {
    const value = view.getInt16(index, littleEndian);
    values[row] = value;
    if (value > most) {
      reasons[row] = value - most;
      any = true;
    }
  }
  return any;
}

function decodeLongs(stretch: Stretch, values: Int32Array, reasons: Uint8Array, most: number): boolean {
  const { view, littleEndian, step, at } = stretch;
  const end = at + stretch.count;
  let any = false;
  for (let row = at, index = stretch.from; row < end; row++, index += step) {
    const value = view.getInt32(index, littleEndian);
    values[row] = value;
    if (value > most) {
      reasons[row] = value - most;
      any = true;
    }
  }
  return any;
}

function decodeFloats(stretch: Stretch, values: Float64Array, reasons: Uint8Array, kinds: number): boolean {
  const { view, littleEndian, step, at } = stretch;
  const end = at + stretch.count;
  let any = false;
  for (let row = at, index = stretch.from; row < end; row++, index += step) {
    const value = view.getFloat32(index, littleEndian);
    if (value < missingFloat) {
      values[row] = value;
      continue;
    }
    const bits = view.getUint32(index, littleEndian) - missingFloatBits;
    values[row] = 0;
    reasons[row] = bits % 2048 === 0 && bits / 2048 <= kinds ? 1 + bits / 2048 : MissingReason.system;
    any = true;
  }
  return any;
}

function decodeDoubles(
  stretch: Stretch,
  values: Float64Array,
  reasons: Uint8Array,
  kinds: number,
  odd: number,
): boolean {
  const { view, littleEndian, step, at } = stretch;
  const end = at + stretch.count;
  const high = littleEndian ? 4 : 0;
  let any = false;
  for (let row = at, index = stretch.from; row < end; row++, index += step) {
    const value = view.getFloat64(index, littleEndian);
    if (value < missingDouble && value !== odd) {
      values[row] = value;
      continue;
    }
    const bits = view.getUint32(index + high, littleEndian) - missingDoubleHigh;
    const low = view.getUint32(index + 4 - high, littleEndian);
    const isKind = low === 0 && bits >= 0 && bits % 256 === 0 && bits / 256 <= kinds;
    values[row] = 0;
    reasons[row] = isKind ? 1 + bits / 256 : MissingReason.system;
    any = true;
  }
  return any;
}
