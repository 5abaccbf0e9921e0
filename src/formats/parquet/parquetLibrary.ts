import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import {
  parquetMetadataAsync,
  parquetRead,
  type AsyncBuffer,
  type Compressors,
  type FileMetaData,
} from 'hyparquet';
import { compressors as others } from 'hyparquet-compressors';
import { Problem } from '#engine/survey/problem.ts';
import type { OpenFile } from '../openFile.ts';
import type { ParquetValues } from './parquetColumn.ts';
import { refusePages } from './refusePages.ts';

/** Seconds from 1582-10-14, from which dates are counted here as in SPSS, to 1970-01-01. */
const secondsTo1970 = 12_219_379_200;
const secondsADay = 86_400;
const mostPageBytes = 256 * 1024 * 1024;
/** Texts that are the same for everybody pack very well; beyond this it is no survey. */
const mostRatio = 20_000;

/** Dates and moments as seconds, not as objects. */
const parsers = {
  dateFromDays: (days: number | undefined) =>
    days === undefined ? null : days * secondsADay + secondsTo1970,
  timestampFromMilliseconds: (count: bigint | undefined) => seconds(count, 1e3),
  timestampFromMicroseconds: (count: bigint | undefined) => seconds(count, 1e6),
  timestampFromNanoseconds: (count: bigint | undefined) => seconds(count, 1e9),
};

const compressors: Compressors = Object.fromEntries(
  Object.entries({
    ...others,
    GZIP: (input: Uint8Array, size: number) => gunzipSync(input, { maxOutputLength: size }),
    BROTLI: (input: Uint8Array, size: number) => brotliDecompressSync(input, { maxOutputLength: size }),
    ZSTD: (input: Uint8Array, size: number) => zstdDecompressSync(input, { maxOutputLength: size }),
  }).map(([codec, unpack]) => [
    codec,
    (input: Uint8Array, size: number): Uint8Array => {
      if (size > mostPageBytes || size > mostRatio * Math.max(64, input.length)) {
        throw new Error(`a page of ${input.length} bytes would unpack to ${size}`);
      }
      return size === 0 ? new Uint8Array() : unpack(input, size);
    },
  ]),
);

/** What stands at the end of a Parquet file. This is the one module that knows hyparquet. @throws Problem `file.damaged` */
export function readMetadata(open: OpenFile): Promise<FileMetaData> {
  // Places on maps are not read here, and the library's search for them never ends in some damaged files.
  return withProblem(open, 'the list of its columns', () =>
    parquetMetadataAsync(bufferOf(open), { geoparquet: false }),
  );
}

/** Reads some columns over some rows; `take` gets stretches of a column, which may reach beyond these rows. */
export function readColumns(
  open: OpenFile,
  metadata: FileMetaData,
  columns: readonly string[],
  rows: { readonly from: number; readonly to: number },
  take: (column: string, firstRow: number, values: ParquetValues) => void,
): Promise<void> {
  return withProblem(open, `rows ${rows.from + 1} to ${rows.to}`, async () => {
    refusePages(open, metadata, columns, rows, compressors);
    // One after the other: the library keeps all that it reads at once.
    for (const column of columns) {
      await parquetRead({
        file: bufferOf(open),
        metadata,
        columns: [column],
        rowStart: rows.from,
        rowEnd: rows.to,
        compressors,
        parsers,
        onChunk: ({ columnName, columnData, rowStart }) => take(columnName, rowStart, columnData),
      });
    }
  });
}

function seconds(count: bigint | undefined, steps: number): number | null {
  return count === undefined ? null : Number(count) / steps + secondsTo1970;
}

function bufferOf(open: OpenFile): AsyncBuffer {
  return {
    byteLength: open.size,
    slice: (start, end = open.size) => {
      const bytes = open.bytes(start, end - start);
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    },
  };
}

/** Whatever the library throws at bytes that cannot be (it throws errors of every kind) is a damaged file. */
async function withProblem<Result>(
  open: OpenFile,
  place: string,
  read: () => Promise<Result>,
): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Problem || !(error instanceof Error)) throw error;
    throw new Problem('file.damaged', { file: open.path, place, detail: error.message });
  }
}
