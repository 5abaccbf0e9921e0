import type { OpenFile } from '../openFile.ts';
import type { DtaLongTexts } from './dtaLongTexts.ts';
import type { DtaVersion } from './dtaVersion.ts';

/** How (v, o) of a long text lies in the 8 bytes of a row: `v` has so many bytes, `o` the rest. */
export type ReferenceSplit = 2 | 3 | 4;

export interface ReferencePlace {
  readonly dataOffset: number;
  readonly rowBytes: number;
  readonly littleEndian: boolean;
  /** First byte of each variable in a row. */
  readonly offsets: readonly number[];
}

/**
 * As the version has it, but for 119 as haven writes it: with 2 and 6 bytes, as 118, where Stata has 3 and 5. The
 * row that the first text belongs to tells, because no reference goes forwards: it holds its own (v, o).
 */
export function referenceSplit(
  open: OpenFile,
  version: DtaVersion,
  texts: DtaLongTexts,
  { dataOffset, rowBytes, littleEndian, offsets }: ReferencePlace,
): ReferenceSplit {
  const first = texts.first();
  if (version.release !== 119 || first === null) return version.longTextVariable;
  const bytes = open.bytes(dataOffset + (first.row - 1) * rowBytes + offsets[first.variable - 1], 8);
  if (bytes.length < 8) return version.longTextVariable;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const isSplit = (split: ReferenceSplit): boolean => {
    const { variable, row } = referenceAt(view, 0, split, littleEndian);
    return variable === first.variable && row === first.row;
  };
  return !isSplit(3) && isSplit(2) ? 2 : 3;
}

export function referenceAt(
  view: DataView,
  start: number,
  split: ReferenceSplit,
  littleEndian: boolean,
): { variable: number; row: number } {
  return {
    variable: unsigned(view, start, split, littleEndian),
    row: unsigned(view, start + split, 8 - split, littleEndian),
  };
}

function unsigned(view: DataView, start: number, length: number, littleEndian: boolean): number {
  let value = 0;
  for (let index = 0; index < length; index++) {
    value = value * 256 + view.getUint8(littleEndian ? start + length - 1 - index : start + index);
  }
  return value;
}
