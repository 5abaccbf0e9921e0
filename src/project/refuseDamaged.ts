import type Database from 'better-sqlite3-multiple-ciphers';
import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { checksumOf } from './checksum.ts';
import type { Storage } from './columnStorage.ts';
import { isAsWritten, type VariableRow } from './variables.ts';

interface ChunkRow {
  readonly survey: number;
  readonly variable: number;
  readonly ordinal: number;
  readonly rowCount: number;
  readonly storage: Storage;
  readonly content: Uint8Array;
  readonly reasons: Uint8Array | null;
  readonly checksum: number | null;
}

/**
 * Holds all variables and columns of a study in the present form against their checksums: what nobody has looked at for
 * a while may be damaged too. @throws Problem study.damaged, which names `study` and the first one that is
 */
export function refuseDamaged(database: Database.Database, study: string): void {
  const names = new Map<string, string>();
  for (const row of database.prepare<[], VariableRow>('SELECT * FROM variable').iterate()) {
    if (!isAsWritten(row)) throw damaged(study, row.name);
    names.set(`${row.survey} ${row.position}`, row.name);
  }
  for (const row of database.prepare<[], ChunkRow>('SELECT * FROM chunk').iterate()) {
    const { survey, variable, ordinal, rowCount, storage, content, reasons, checksum } = row;
    if (checksumOf([survey, variable, ordinal, rowCount, storage, content, reasons]) !== checksum)
      throw damaged(study, names.get(`${survey} ${variable}`) ?? variable);
  }
}

function damaged(study: string, variable: string | number): Problem {
  return new Problem('study.damaged', { study, detail: phrase('columnOf', { variable }) });
}
