import type { Column, ColumnChunk } from '#engine/survey/column.ts';
import { phrase, type Phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { chunkChecksum, type ChunkRow } from './chunkRow.ts';
import { DamagedChunk, packColumn, unpackColumn } from './columnStorage.ts';
import type { StudyFile } from './studyFile.ts';

/** Writes chunks of all columns of a survey, in row order. Call within a transaction. */
export function columnWriter({ database }: StudyFile, survey: number): (chunk: ColumnChunk) => void {
  const insert = database.prepare(
    'INSERT INTO chunk (survey, variable, ordinal, rowCount, storage, content, reasons, checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  let ordinal = 0;
  return ({ columns, rowCount }) => {
    columns.forEach((column, variable) => {
      const { storage, content, reasons } = packColumn(column, rowCount);
      const checksum = chunkChecksum({ survey, variable, ordinal, rowCount, storage, content, reasons });
      insert.run(survey, variable, ordinal, rowCount, storage, content, reasons, checksum);
    });
    ordinal++;
  };
}

/**
 * Reads one column whole. `variable` is its position in the survey.
 * @throws Problem study.damaged
 */
export function readColumn(study: StudyFile, survey: number, variable: number): Column {
  const chunks = study.database
    .prepare<[number, number], ChunkRow>(
      'SELECT * FROM chunk WHERE survey = ? AND variable = ? ORDER BY ordinal',
    )
    .all(survey, variable);
  return unpacked(study, survey, variable, chunks);
}

function unpacked(study: StudyFile, survey: number, variable: number, chunks: readonly ChunkRow[]): Column {
  try {
    if (chunks.some((chunk) => chunkChecksum(chunk) !== chunk.checksum)) throw new DamagedChunk();
    return unpackColumn(chunks);
  } catch (error) {
    if (!(error instanceof DamagedChunk)) throw error;
    throw damaged(study, phrase('columnOf', { variable: nameOf(study, survey, variable) }));
  }
}

function damaged({ path }: StudyFile, detail: Phrase): Problem {
  return new Problem('study.damaged', { study: path, detail });
}

/** As the user knows it; its place where that cannot be read either. */
function nameOf({ database }: StudyFile, survey: number, variable: number): string | number {
  return (
    database
      .prepare<[number, number], string>('SELECT name FROM variable WHERE survey = ? AND position = ?')
      .pluck()
      .get(survey, variable) ?? variable
  );
}

/**
 * The rows of several columns in order, in the chunks that they were imported in. `variables` are positions in
 * the survey. Without any, chunks of a usual size that hold no column.
 * @throws Problem study.damaged
 */
export function* readChunks(
  study: StudyFile,
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
  const chunk = study.database.prepare<[number, number, number], ChunkRow>(
    'SELECT * FROM chunk WHERE survey = ? AND variable = ? AND ordinal = ?',
  );
  for (let ordinal = 0, start = 0; start < rowCount; ordinal++) {
    const rows = variables.map((variable) => chunk.get(survey, variable, ordinal));
    const found = rows[0]?.rowCount ?? 0;
    const columns = rows.map((row, index) => {
      if (row === undefined || found < 1 || row.rowCount !== found) {
        throw damaged(
          study,
          phrase('partOfColumn', { part: ordinal + 1, variable: nameOf(study, survey, variables[index]) }),
        );
      }
      return unpacked(study, survey, variables[index], [row]);
    });
    yield { rowCount: found, columns };
    start += found;
  }
}

const chunkWithoutColumns = 8192;
