import { readdirSync, readFileSync } from 'node:fs';
import type Database from 'better-sqlite3-multiple-ciphers';
import { addChecksumFunction } from './checksum.ts';

/** Two folders up from here, in the sources and in the bundle alike. */
const folder = new URL('../../migrations/', import.meta.url);

/** `LFst`: tells a study from any other SQLite file. */
export const applicationId = 0x4c467374;

interface Migration {
  readonly version: number;
  readonly sql: string;
}

let known: readonly Migration[] | null = null;

function migrations(): readonly Migration[] {
  known ??= readdirSync(folder)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort()
    .map((name) => ({ version: Number(name.slice(0, 4)), sql: readFileSync(new URL(name, folder), 'utf8') }));
  return known;
}

/** The newest version of the study file that this program knows. */
export function supportedVersion(): number {
  return migrations().at(-1)!.version;
}

/**
 * Brings a study up to `supportedVersion`, in one transaction; of two programs that try, one does it. `before` is
 * called once nobody else can change it: where that throws, nothing is changed.
 */
export function migrate(database: Database.Database, before?: (version: number) => void): void {
  migrateTo(database, supportedVersion(), before);
}

/** As `migrate`, but no further than `last`. */
export function migrateTo(
  database: Database.Database,
  last: number,
  before: (version: number) => void = () => undefined,
): void {
  if (versionOf(database) >= last) return;
  addChecksumFunction(database);
  database
    .transaction(() => {
      const current = versionOf(database);
      if (current < last) before(current);
      for (const { version, sql } of migrations()) {
        if (version <= current || version > last) continue;
        database.exec(sql);
        database.pragma(`user_version = ${version}`);
      }
      database.pragma(`application_id = ${applicationId}`);
    })
    .immediate();
}

/** The form of an open study. */
export function versionOf(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}
