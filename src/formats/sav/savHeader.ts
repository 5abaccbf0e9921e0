import { Problem } from '#engine/survey/problem.ts';
import type { BlockReader } from '../blockReader.ts';

export interface SavHeader {
  readonly compression: SavCompression;
  /** 1-based position among the variable records; 0 for none. */
  readonly weightIndex: number;
  /** `null` where the writer did not know. */
  readonly rowCount: number | null;
  /** A compressed byte stands for the number `byte − bias`. */
  readonly bias: number;
  readonly fileLabel: Uint8Array;
}

/** How rows are kept: 8 bytes a number, codes of one byte for small numbers, or such codes in ZLIB blocks. */
export type SavCompression = 'none' | 'bytes' | 'zlib';

const compressions: Readonly<Record<string, readonly (SavCompression | undefined)[]>> = {
  $FL2: ['none', 'bytes'],
  $FL3: [undefined, undefined, 'zlib'],
};

/**
 * Reads the 176 bytes at the start and sets the reader's byte order from the layout code.
 * The nominal case size is not used: writers put -1, 0 or a count of their own there, and the
 * variable records say the same thing reliably (PSPP ignores it too).
 * Source: PSPP Developers Guide, "File Header Record".
 */
export function readSavHeader(reader: BlockReader): SavHeader {
  const magic = String.fromCharCode(...reader.take(4, 'the file header'));
  reader.skip(60, 'the file header');
  readByteOrder(reader);
  reader.skip(4, 'the file header');
  const code = reader.int32('the file header');
  const compression = compressions[magic]?.[code];
  if (compression === undefined) {
    throw reader.damaged('byte 72 (file header)', `unknown compression code ${code}`);
  }
  const weightIndex = reader.int32('the file header');
  const rowCount = reader.int32('the file header');
  if (rowCount < -1) throw reader.damaged('byte 80 (file header)', `a row count of ${rowCount}`);
  const bias = reader.float64('the file header');
  if (!Number.isFinite(bias)) {
    throw reader.damaged('byte 84 (file header)', `a compression bias of ${bias}`);
  }
  reader.skip(17, 'the file header');
  const fileLabel = reader.take(64, 'the file header');
  reader.skip(3, 'the file header');
  return {
    compression,
    weightIndex,
    rowCount: rowCount < 0 ? null : rowCount,
    bias,
    fileLabel,
  };
}

function readByteOrder(reader: BlockReader): void {
  const layout = reader.take(4, 'the file header');
  const view = new DataView(layout.buffer);
  for (const littleEndian of [true, false]) {
    const code = view.getInt32(0, littleEndian);
    if (code === 2 || code === 3) {
      reader.littleEndian = littleEndian;
      return;
    }
  }
  throw new Problem('file.damaged', {
    file: reader.file,
    place: 'byte 64 (file header)',
    detail: `unknown layout code ${view.getInt32(0, true)}`,
  });
}
