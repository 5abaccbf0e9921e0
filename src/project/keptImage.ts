import { statSync } from 'node:fs';
import type Database from 'better-sqlite3-multiple-ciphers';
import { openImage } from './openImage.ts';
import { saltOf } from './studyKey.ts';

/** A larger one is read again each time. */
const mostKept = 256 * 1024 ** 2;

interface Image {
  readonly database: Database.Database;
  close(): void;
}

/** The image that was read last. One that is let go may still be read from: it closes once nothing does. */
let kept: { readonly identity: string; readonly database: Database.Database } | null = null;

/**
 * As `openImage`, for each click: the last image is kept while its file is the same, unless the study is large or under
 * a passphrase. `prepare` is called once for each image.
 */
export function keptImage(
  path: string,
  from: Database.Database | undefined,
  prepare: (database: Database.Database) => void,
): Image | null {
  const identity = identityOf(path);
  if (kept?.identity === identity) return { database: kept.database, close: () => undefined };
  const database = openImage(path, from);
  if (database === null) return null;
  prepare(database);
  if (statSync(path).size > mostKept || saltOf(path) !== null) {
    return { database, close: () => void database.close() };
  }
  kept = { identity, database };
  return { database, close: () => undefined };
}

function identityOf(path: string): string {
  const { ino, size, mtimeMs } = statSync(path);
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  return [path, ino, size, mtimeMs, ...(log && log.size > 0 ? [log.size, log.mtimeMs] : [])].join(' ');
}
