import { createHash } from 'node:crypto';
import Database from 'better-sqlite3-multiple-ciphers';
import { openStudy } from '#project/openStudy.ts';

/** Names of the surveys of a study that opens and is sound, each with all rows of each column. */
export function soundSurveys(study: string): string[] {
  const { database, close } = openStudy(study);
  try {
    const integrity = database.pragma('integrity_check', { simple: true });
    if (integrity !== 'ok') throw new Error(`integrity_check: ${String(integrity)}`);
    const broken = database
      .prepare<[], string>(
        `SELECT variable.name FROM survey JOIN variable ON variable.survey = survey.id
         WHERE rowCount IS NOT (SELECT sum(rowCount) FROM chunk WHERE chunk.survey = survey.id AND variable = position)`,
      )
      .pluck()
      .all();
    if (broken.length > 0) throw new Error(`columns without all rows: ${broken.join(', ')}`);
    return database.prepare<[], string>('SELECT name FROM survey').pluck().all();
  } finally {
    close();
  }
}

/** A survey's number in its study, and the checksum that counts it: the same survey has others in another study. */
const ofTheStudy = new Set(['survey', 'checksum']);

/** A checksum of the cells and the dictionary of one survey. */
export function surveyChecksum(study: string, name: string): string {
  // Not `readonly`: SQLite would leave its files beside the study.
  const database = new Database(study, { fileMustExist: true });
  try {
    const hash = createHash('sha256');
    const rows = [
      'SELECT variable.* FROM variable JOIN survey ON survey.id = survey WHERE survey.name = ? ORDER BY position',
      'SELECT chunk.* FROM chunk JOIN survey ON survey.id = survey WHERE survey.name = ? ORDER BY variable, ordinal',
    ];
    for (const sql of rows) {
      for (const row of database.prepare<[string], Record<string, unknown>>(sql).iterate(name)) {
        for (const [column, value] of Object.entries(row)) {
          if (!ofTheStudy.has(column))
            hash.update(Buffer.isBuffer(value) ? value : `${column} ${String(value)}\n`);
        }
      }
    }
    return hash.digest('hex');
  } finally {
    database.close();
  }
}
