import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { atByte } from '../atByte.ts';
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
  const magic = String.fromCharCode(...reader.take(4, 'fileHeader'));
  reader.skip(60, 'fileHeader');
  readByteOrder(reader);
  reader.skip(4, 'fileHeader');
  const code = reader.int32('fileHeader');
  const compression = compressions[magic]?.[code];
  if (compression === undefined) {
    throw reader.damaged(atByte(72, 'fileHeader'), phrase('unknownCompression', { code }));
  }
  const weightIndex = reader.int32('fileHeader');
  const rowCount = reader.int32('fileHeader');
  if (rowCount < -1)
    throw reader.damaged(atByte(80, 'fileHeader'), phrase('rowCountOf', { count: rowCount }));
  const bias = reader.float64('fileHeader');
  if (!Number.isFinite(bias)) {
    throw reader.damaged(atByte(84, 'fileHeader'), phrase('compressionBias', { bias: String(bias) }));
  }
  reader.skip(17, 'fileHeader');
  const fileLabel = reader.take(64, 'fileHeader');
  reader.skip(3, 'fileHeader');
  return {
    compression,
    weightIndex,
    rowCount: rowCount < 0 ? null : rowCount,
    bias,
    fileLabel,
  };
}

function readByteOrder(reader: BlockReader): void {
  const layout = reader.take(4, 'fileHeader');
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
    place: atByte(64, 'fileHeader'),
    detail: phrase('unknownLayout', { code: view.getInt32(0, true) }),
  });
}
