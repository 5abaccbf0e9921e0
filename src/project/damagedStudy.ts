import {
  closeSync,
  copyFileSync,
  existsSync,
  ftruncateSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import Database from 'better-sqlite3-multiple-ciphers';
import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { applicationId, supportedVersion } from './migrations.ts';
import { openDatabase } from './openDatabase.ts';
import { saltOf } from './studyKey.ts';
import { hasStudySchema } from './studySchema.ts';

export type Row = Record<string, string | number | null | Uint8Array>;

/** A copy of a damaged study, to read from. */
export interface DamagedStudy {
  readonly database: Database.Database;
  readonly version: number;
  /** Where the parts of columns lie, by “survey variable”. */
  rowids(): ReadonlyMap<string, readonly number[]>;
  close(): void;
}

/** In which SQLite writes our studies, as they are by default. */
const usualPage = 4096;

/**
 * Opens a copy of a damaged study under `copy`; the study itself is only read.
 * @throws Problem study.beyondRescue where not even the list of its tables can be read
 */
export function openDamaged(path: string, copy: string): DamagedStudy {
  const said = pageSizeOf(path);
  try {
    return openWith(path, copy, said);
  } catch (error) {
    if (said === usualPage || !(error instanceof Problem)) throw error;
    return openWith(path, copy, usualPage);
  }
}

function pageSizeOf(path: string): number {
  const head = Buffer.alloc(18);
  const file = openSync(path, 'r');
  try {
    readSync(file, head, 0, head.length, 0);
  } finally {
    closeSync(file);
  }
  const size = head.readUInt16BE(16);
  return size >= 512 && size <= 32_768 && (size & (size - 1)) === 0 ? size : usualPage;
}

function openWith(path: string, copy: string, pageSize: number): DamagedStudy {
  const remove = (): void => {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(copy + ending, { force: true });
  };
  let database: Database.Database | null = null;
  try {
    copyFileSync(path, copy);
    if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`);
    // A locked study has no header that could be mended: its first page is encrypted with the others.
    if (saltOf(copy) === null) mendHeader(copy, pageSize, existsSync(`${path}-wal`));
    database = openDatabase(copy);
    database.pragma('trusted_schema = OFF');
    database.pragma('cell_size_check = ON');
    const version = versionOf(database);
    if (version === null)
      throw new Problem('study.beyondRescue', { study: path, detail: phrase('tableList') });
    const opened = database;
    let rowids: ReadonlyMap<string, readonly number[]> | null = null;
    return {
      database,
      version,
      rowids: () => (rowids ??= rowidsOf(opened)),
      close: () => {
        opened.close();
        remove();
      },
    };
  } catch (error) {
    database?.close();
    remove();
    if (!(error instanceof Database.SqliteError)) throw error;
    throw new Problem('study.beyondRescue', { study: path, detail: error.message });
  }
}

/** What it says of itself, or, where that is damaged, the version whose tables it has. */
function versionOf(database: Database.Database): number | null {
  const versions = Array.from({ length: supportedVersion() }, (_, index) => supportedVersion() - index);
  return versions.find((version) => hasStudySchema(database, version)) ?? null;
}

/** The first hundred bytes (sqlite.org/fileformat2.html, 1.3) say little that is not known of a study anyway. */
function mendHeader(path: string, pageSize: number, hasLog: boolean): void {
  const file = openSync(path, 'r+');
  try {
    const header = Buffer.alloc(100);
    readSync(file, header, 0, header.length, 0);
    // Of a file that was cut off, the rest is empty pages: its tables lie where they are said to.
    const there = Math.max(1, Math.floor(statSync(path).size / pageSize));
    const said = header.readUInt32BE(28);
    const pages = said > there && said <= 16 * there + 256 ? said : there;
    writeSync(file, knownHeader(pages, pageSize, hasLog), 0, header.length, 0);
    ftruncateSync(file, pages * pageSize);
  } finally {
    closeSync(file);
  }
}

function knownHeader(pages: number, pageSize: number, hasLog: boolean): Buffer {
  const header = Buffer.alloc(100);
  header.write('SQLite format 3\0', 0, 'latin1');
  header.writeUInt16BE(pageSize, 16);
  header.fill(hasLog ? 2 : 1, 18, 20);
  header.set([0, 64, 32, 32], 20);
  header.writeUInt32BE(1, 24);
  header.writeUInt32BE(pages, 28);
  header.writeUInt32BE(1, 40);
  header.writeUInt32BE(4, 44);
  header.writeUInt32BE(1, 56);
  header.writeUInt32BE(applicationId, 68);
  header.writeUInt32BE(1, 92);
  return header;
}

/** Nobody has more parts; places are not tried without an end. */
const mostTried = 300_000;

function rowidsOf(database: Database.Database): Map<string, number[]> {
  interface Place {
    rowid: number;
    survey: number;
    variable: number;
  }
  const places = new Map<number, Place>();
  const select = 'SELECT rowid, survey, variable FROM chunk NOT INDEXED';
  const scan = (order: 'ASC' | 'DESC'): boolean =>
    readable(() => {
      for (const place of database.prepare<[], Place>(`${select} ORDER BY rowid ${order}`).iterate()) {
        places.set(place.rowid, place);
      }
    });
  if (!scan('ASC')) {
    scan('DESC');
    const one = database.prepare<[number], Place>(`${select} WHERE rowid = ?`);
    const last = Math.min(
      mostTried,
      [...places.keys()].reduce((most, rowid) => Math.max(most, rowid), 0) + 1000,
    );
    for (let rowid = 1; rowid <= last; rowid++) {
      if (places.has(rowid)) continue;
      readable(() => {
        const place = one.get(rowid);
        if (place !== undefined) places.set(rowid, place);
      });
    }
  }
  const found = new Map<string, number[]>();
  for (const { rowid, survey, variable } of places.values()) {
    const key = `${survey} ${variable}`;
    found.set(key, [...(found.get(key) ?? []), rowid]);
  }
  return found;
}

/**
 * The rows of a table that can be read, and whether all parts of it could. Where SQLite stops, rows are asked for one
 * by one by their keys, which takes other ways through the file.
 */
export function readableRows(
  { database }: DamagedStudy,
  table: string,
  key: readonly string[],
  keys: Iterable<readonly (string | number)[]>,
): { readonly rows: Row[]; readonly whole: boolean } {
  const found = new Map<string, Row>();
  const take = (row: Row): void => void found.set(JSON.stringify(key.map((column) => row[column])), row);
  const scan = (direction: 'ASC' | 'DESC'): boolean => {
    const order = key.map((column) => `${column} ${direction}`).join(', ');
    // An index of the table may be sound where the table is not, and the other way round.
    return readable(() => {
      for (const row of database.prepare<[], Row>(`SELECT * FROM ${table} ORDER BY ${order}`).iterate())
        take(row);
    });
  };
  if (scan('ASC')) return { rows: [...found.values()], whole: true };
  scan('DESC');
  const where = key.map((column) => `${column} = ?`).join(' AND ');
  for (const values of keys) {
    if (found.has(JSON.stringify(values))) continue;
    readable(() => {
      const row = database.prepare<unknown[], Row>(`SELECT * FROM ${table} WHERE ${where}`).get(...values);
      if (row !== undefined) take(row);
    });
  }
  return { rows: [...found.values()], whole: false };
}

/** Whether it went without SQLite finding damage. */
export function readable(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (error instanceof Database.SqliteError || error instanceof RangeError) return false;
    throw error;
  }
}
