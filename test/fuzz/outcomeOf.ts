import { writeFileSync } from 'node:fs';
import { openSurveyFile } from '#formats/openSurveyFile.ts';
import type { Reading } from '#formats/reading.ts';
import { Problem } from '#engine/survey/problem.ts';
import { bytesAskedFor } from './allocations.ts';

/** What reading one damaged file came to. */
export interface Outcome {
  /** `read`, or the code of the problem. */
  readonly code: string;
  /** Why this is a fault of the reader; `null` where it is none. */
  readonly fault: string | null;
  readonly bytesAskedFor: number;
  readonly durationMs: number;
}

/**
 * What any file may take, and how much more for each of its bytes. zlib packs a byte into one bit at most 1,032
 * times over, a compressed SPSS file 8 bytes into one; a chunk has a reason beside each number, 9 for 8.
 */
const freely = 4e6;
/** Of a file of a few thousand bytes; most take less than one. */
export const longestMs = 2000;

export interface Bounds {
  /** Bytes of memory for each byte of the file. */
  readonly perByte: number;
  readonly mostMs?: number;
}

/**
 * Reads all of a file made of `bytes`, or with it as its companion all of `data`. Nothing but a `Problem` that names
 * the file may come out of it.
 */
export async function outcomeOf(
  path: string,
  bytes: Uint8Array,
  { perByte, mostMs = longestMs }: Bounds,
  data: string | null = null,
): Promise<Outcome> {
  writeFileSync(path, bytes);
  const before = bytesAskedFor();
  const start = performance.now();
  let code = 'read';
  let fault: string | null = null;
  try {
    if (data === null) await readToTheEnd(path, {});
    else await readToTheEnd(data, { companion: path });
  } catch (error) {
    if (error instanceof Problem) {
      code = error.code;
      const named = error.params.file;
      if (!code.startsWith('file.')) fault = `the problem ${code}, which is not about a file`;
      else if (named !== path && named !== data) fault = `the problem ${code} does not name the file`;
    } else {
      code = 'error';
      fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
  }
  const durationMs = performance.now() - start;
  const taken = bytesAskedFor() - before;
  const allowed = freely + perByte * bytes.length;
  if (durationMs > mostMs) fault ??= `it took ${Math.round(durationMs)} ms`;
  if (taken > allowed) fault ??= `it asked for ${taken} bytes of memory; ${allowed} are allowed`;
  return { code, fault, bytesAskedFor: taken, durationMs };
}

async function readToTheEnd(path: string, reading: Reading): Promise<void> {
  const file = await openSurveyFile(path, reading);
  try {
    let rows = 0;
    for await (const { columns, rowCount } of file.read()) {
      if (columns.length !== file.variables.length) throw new Error('a chunk with other columns');
      for (const column of columns) {
        if (column.kind === 'numeric' && column.values.length < rowCount) throw new Error('a short column');
        if (
          column.kind === 'text' &&
          rowCount > 0 &&
          column.dictionary[column.codes[rowCount - 1]] === undefined
        )
          throw new Error('a text that is not there');
      }
      rows += rowCount;
    }
    if (file.rowCount !== null && rows !== file.rowCount) {
      throw new Error(`${rows} rows were read, ${file.rowCount} were announced`);
    }
  } finally {
    file.close();
  }
}
