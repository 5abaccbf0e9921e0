import type Database from 'better-sqlite3-multiple-ciphers';
import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { chunkChecksum, type ChunkRow } from './chunkRow.ts';
import { isAsWritten, type VariableRow } from './variables.ts';

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
    if (chunkChecksum(row) !== row.checksum)
      throw damaged(study, names.get(`${row.survey} ${row.variable}`) ?? row.variable);
  }
}

function damaged(study: string, variable: string | number): Problem {
  return new Problem('study.damaged', { study, detail: phrase('columnOf', { variable }) });
}
