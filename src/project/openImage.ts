import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { openDatabase } from './openDatabase.ts';
import { saltOf } from './studyKey.ts';

/** What is larger cannot be read in one piece, nor be held beside what is computed from it. */
const mostBytes = 2 ** 31 - 1;

/**
 * A study as it lies on the disk, opened in memory: a file in write-ahead mode can otherwise not be read where nothing
 * can be put beside it. `null` where the latest changes are still beside the file, which alone would be an older state
 * or none, and where it is too large. `from`: a connection to it, which knows them.
 */
export function openImage(path: string, from?: Database.Database): Database.Database | null {
  if (!from && (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) return null;
  if (statSync(path).size > mostBytes) return null;
  const content = from?.serialize() ?? (saltOf(path) === null ? readFileSync(path) : unlocked(path));
  // The file format's version, for writing and reading: 2 asks for a write-ahead log, 1 for none.
  content[18] = 1;
  content[19] = 1;
  return new Database(content);
}

/** What a locked study holds, through a copy, as locked, where one can be written. */
function unlocked(path: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'larger-freedom-'));
  try {
    const copy = join(folder, 'study');
    copyFileSync(path, copy);
    chmodSync(copy, 0o600);
    const database = openDatabase(copy);
    try {
      return database.serialize();
    } finally {
      database.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
