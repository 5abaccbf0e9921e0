import { checksumOf } from './checksum.ts';
import type { Storage } from './columnStorage.ts';

/** A part of a column, as a row of the table `chunk`. */
export interface ChunkRow {
  readonly survey: number;
  readonly variable: number;
  readonly ordinal: number;
  readonly rowCount: number;
  readonly storage: Storage;
  readonly content: Uint8Array;
  readonly reasons: Uint8Array | null;
  /** Not there in studies of the first forms. */
  readonly checksum?: number | null;
}

/** What its checksum was when it was written. */
export function chunkChecksum(chunk: Omit<ChunkRow, 'checksum'>): number {
  const { survey, variable, ordinal, rowCount, storage, content, reasons } = chunk;
  return checksumOf([survey, variable, ordinal, rowCount, storage, content, reasons]);
}
