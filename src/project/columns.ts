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
