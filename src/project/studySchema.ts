import Database from 'better-sqlite3-multiple-ciphers';
import { migrateTo } from './migrations.ts';

const wholeLineComment = /^\s*--.*$/gm;

/** What a study of each version consists of, as its migrations make it. */
const known = new Map<number, string>();

/**
 * Whether a database has the tables that a study of this version has, and nothing besides. A file from elsewhere could
 * hold triggers that change what is written, or views in the place of tables that never come to an end.
 */
export function hasStudySchema(database: Database.Database, version: number): boolean {
  let wanted = known.get(version);
  if (wanted === undefined) {
    const made = new Database(':memory:');
    try {
      migrateTo(made, version);
      wanted = schemaOf(made);
    } finally {
      made.close();
    }
    known.set(version, wanted);
  }
  return schemaOf(database) === wanted;
}

interface Part {
  readonly type: string;
  readonly name: string;
  readonly tbl_name: string;
  readonly sql: string | null;
}

function schemaOf(database: Database.Database): string {
  const parts = database
    .prepare<[], Part>('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name')
    .all();
  return JSON.stringify(
    parts.map(({ sql, ...part }) => ({
      ...part,
      sql: sql?.replace(wholeLineComment, '').replace(/\s+/g, ' ').trim(),
    })),
  );
}
