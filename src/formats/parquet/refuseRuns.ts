import { readVarInt } from 'hyparquet/src/thrift.js';

export interface RunReader {
  readonly view: DataView;
  offset: number;
}

/** Writers fill up the last group of packed values. */
const spare = 512;

/**
 * Passes over values in the hybrid of runs and packed groups (parquet-format, "Encodings") that the library would
 * repeat as often as a run says, also beyond the values of the page. Returns how many of them are 1.
 *
 * @throws Error where there are more than `values`.
 */
export function refuseRuns(reader: RunReader, width: number, values: number): number {
  const bytes = (width + 7) >> 3;
  let seen = 0;
  let ones = 0;
  while (seen < values) {
    const header = readVarInt(reader) >>> 0;
    const packed = (header & 1) === 1;
    const count = packed ? 8 * (header >>> 1) : header >>> 1;
    if (count > values - seen + (packed ? spare : 0)) {
      throw new Error(`a run of ${count} values, where ${values - seen} are left`);
    }
    if (packed) {
      if (width === 1) ones += onesIn(reader, Math.min(count, values - seen));
      reader.offset += (count / 8) * width;
    } else {
      if (bytes === 1 && reader.view.getUint8(reader.offset) === 1) ones += count;
      reader.offset += bytes;
    }
    seen += count;
  }
  return ones;
}

/** A last group may be cut off: its bits are 0. */
function onesIn({ view, offset }: RunReader, bits: number): number {
  let ones = 0;
  for (let bit = 0; bit < bits; bit++) {
    const at = offset + (bit >> 3);
    if (at >= view.byteLength) break;
    ones += (view.getUint8(at) >> (bit & 7)) & 1;
  }
  return ones;
}
