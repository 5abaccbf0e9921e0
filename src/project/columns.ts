import type { Column, ColumnChunk } from '#engine/survey/column.ts';
import { packColumn, unpackColumn, type Storage, type StoredChunk } from './columnStorage.ts';
import type { StudyFile } from './studyFile.ts';

/** Writes chunks of all columns of a survey, in row order. Call within a transaction. */
export function columnWriter({ database }: StudyFile, survey: number): (chunk: ColumnChunk) => void {
  const insert = database.prepare(
    'INSERT INTO chunk (survey, variable, ordinal, rowCount, storage, content, reasons) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  let ordinal = 0;
  return ({ columns, rowCount }) => {
    columns.forEach((column, variable) => {
      const { storage, content, reasons } = packColumn(column, rowCount);
      insert.run(survey, variable, ordinal, rowCount, storage, content, reasons);
    });
    ordinal++;
  };
}

interface Row {
  storage: Storage;
  rowCount: number;
  content: Buffer;
  reasons: Buffer | null;
}

/** Reads one column whole. `variable` is its position in the survey. */
export function readColumn({ database }: StudyFile, survey: number, variable: number): Column {
  const chunks: StoredChunk[] = database
    .prepare<[number, number], Row>(
      'SELECT storage, rowCount, content, reasons FROM chunk WHERE survey = ? AND variable = ? ORDER BY ordinal',
    )
    .all(survey, variable);
  return unpackColumn(chunks);
}

/**
 * The rows of several columns in order, in the chunks that they were imported in. `variables` are positions in
 * the survey. Without any, chunks of a usual size that hold no column.
 */
export function* readChunks(
  { database }: StudyFile,
  survey: number,
  variables: readonly number[],
  rowCount: number,
): Generator<ColumnChunk> {
  if (variables.length === 0) {
    for (let start = 0; start < rowCount; start += chunkWithoutColumns) {
      yield { rowCount: Math.min(chunkWithoutColumns, rowCount - start), columns: [] };
    }
    return;
  }
  const chunk = database.prepare<[number, number, number], Row>(
    'SELECT storage, rowCount, content, reasons FROM chunk WHERE survey = ? AND variable = ? AND ordinal = ?',
  );
  for (let ordinal = 0, start = 0; start < rowCount; ordinal++) {
    const rows = variables.map((variable) => chunk.get(survey, variable, ordinal));
    const found = rows[0]?.rowCount;
    if (found === undefined) throw new Error(`chunk ${ordinal} of survey ${survey} is not there`);
    yield { rowCount: found, columns: rows.map((row) => unpackColumn(row === undefined ? [] : [row])) };
    start += found;
  }
}

const chunkWithoutColumns = 8192;
