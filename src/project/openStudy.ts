import { accessSync, closeSync, constants, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3-multiple-ciphers';
import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { copyBeforeUpdate } from './backups.ts';
import { renameWhole } from './durable.ts';
import { keptImage } from './keptImage.ts';
import { applicationId, migrate, supportedVersion, versionOf } from './migrations.ts';
import { refuseUnmarked } from './marked.ts';
import { openDatabase } from './openDatabase.ts';
import { saltOf, useKey, type StudyKey } from './studyKey.ts';
import { namingStudy, studyProblem } from './studyProblem.ts';
import { hasStudySchema } from './studySchema.ts';
import { removeUnfinishedOf, unfinishedName } from './unfinished.ts';
import type { StudyFile } from './studyFile.ts';

/**
 * Opens a study to change it, and migrates it when it is older, after a copy is made. In write-ahead mode: readers never
 * wait for a writer, and what a killed program had not committed is not there. A study that cannot be written
 * opens for reading; a change to it meets `study.notWritable`. Whoever calls this has claimed the study: an older
 * program that has it open must not see it change its form.
 *
 * @throws Problem study.notFound, study.notAStudy, study.newer, study.damaged, study.openElsewhere,
 *   study.notWritable, backup.noRoom, backup.failed
 */
export function openStudy(path: string): StudyFile {
  refuseUnmarked();
  refuseOthers(path);
  try {
    return namingStudy(path, () => {
      accessSync(path, constants.W_OK);
      return openForChanges(path);
    });
  } catch (error) {
    const image = isNotWritable(error) ? imageOf(path) : null;
    if (image === null) throw error;
    return image;
  }
}

/**
 * Opens a study to read from it: no change can be made through it. One of an earlier form is left as it is, and looked
 * at in memory as it would be in the present form.
 *
 * @throws Problem study.notFound, study.notAStudy, study.newer, study.damaged, study.openElsewhere,
 *   study.notWritable, study.outOfMemory
 */
export function readStudy(path: string): StudyFile {
  refuseOthers(path);
  try {
    return namingStudy(path, () => {
      accessSync(path, constants.W_OK);
      // Not `readonly`: SQLite would leave its files beside the study.
      const study = prepared(path, openDatabase(path), (database) => void carefully(database));
      if (versionOf(study.database) === supportedVersion()) return lookOnly(study);
      try {
        const image = imageOf(path, study.database);
        if (image === null) throw new Problem('study.outOfMemory', { study: path });
        return image;
      } finally {
        study.close();
      }
    });
  } catch (error) {
    const image = isNotWritable(error) ? imageOf(path) : null;
    if (image === null) throw error;
    return image;
  }
}

/**
 * A study of an earlier form, as it is, for what every form has: to be listed it need not be brought up to date, which
 * takes a copy and its time. `null` where it has the present form, or cannot be written.
 *
 * @throws Problem study.notAStudy, study.newer, study.damaged, study.openElsewhere
 */
export function openEarlier(path: string): StudyFile | null {
  if (!looksLikeSqlite(path)) return null;
  try {
    return namingStudy(path, () => {
      accessSync(path, constants.W_OK);
      const study = lookOnly(prepared(path, openDatabase(path), (database) => void carefully(database)));
      if (versionOf(study.database) < supportedVersion()) return study;
      study.close();
      return null;
    });
  } catch (error) {
    if (isNotWritable(error)) return null;
    throw error;
  }
}

function openForChanges(path: string): StudyFile {
  return prepared(path, openDatabase(path), (database) => {
    database.pragma('journal_mode = WAL');
    carefully(database);
    database.pragma('foreign_keys = ON');
    migrate(database, (version) => copyBeforeUpdate(path, version));
  });
}

/** Whoever closes a study last puts its log into the file, one that only read from it too. */
function carefully(database: Database.Database): void {
  database.pragma('synchronous = FULL');
  // On macOS a plain sync leaves data in the drive's own memory. Other systems know no such option.
  database.pragma('fullfsync = ON');
  database.pragma('checkpoint_fullfsync = ON');
}

/** In memory, in the present form: as it lies on the disk, or as `from` has it. */
function imageOf(path: string, from?: Database.Database): StudyFile | null {
  return namingStudy(path, () => {
    const image = keptImage(path, from, (database) => {
      lookOnly(prepared(path, database, () => migrate(database)));
    });
    return image && { path, ...image };
  });
}

function lookOnly(study: StudyFile): StudyFile {
  study.database.pragma('query_only = ON');
  return study;
}

function refuseOthers(path: string): void {
  if (!existsSync(path)) throw new Problem('study.notFound', { study: path });
  if (!looksLikeSqlite(path)) throw new Problem('study.notAStudy', { study: path });
}

function isNotWritable(error: unknown): boolean {
  return error instanceof Problem && error.code === 'study.notWritable';
}

function prepared(
  path: string,
  database: Database.Database,
  prepare: (database: Database.Database) => void,
): StudyFile {
  try {
    // Nothing that the file itself brings along is run: it may come from somebody else.
    database.pragma('trusted_schema = OFF');
    database.pragma('cell_size_check = ON');
    check(path, database);
    prepare(database);
  } catch (error) {
    database.close();
    throw error;
  }
  return { path, database, close: () => void database.close() };
}

/**
 * Makes a study under `path` with what `fill` puts into it, or nothing at all: the work happens in a
 * file beside it, which takes the name only once it is whole and on the disk.
 */
export async function createStudy(
  path: string,
  name: string,
  fill: (study: StudyFile) => Promise<void>,
): Promise<void> {
  await writeStudy(path, async (database) => {
    migrate(database);
    const now = new Date().toISOString();
    database.prepare('INSERT INTO study VALUES (1, ?, ?, ?)').run(name, now, now);
    await fill({ path, database, close: () => undefined });
  });
}

/** As `createStudy`; what `write` makes in an empty database is the study, under `key` where there is one. */
export async function writeStudy(
  path: string,
  write: (database: Database.Database) => Promise<void> | void,
  key: StudyKey | null = null,
): Promise<void> {
  if (existsSync(path)) throw new Problem('study.exists', { study: path });
  removeUnfinishedOf(path);
  const unfinished = unfinishedName(path);
  try {
    closeSync(openSync(unfinished, 'wx'));
    const database = new Database(unfinished);
    try {
      if (key !== null) useKey(database, key);
      // None at all is refused by a library that keeps its files from being broken.
      database.pragma('journal_mode = MEMORY');
      database.pragma('synchronous = OFF');
      await write(database);
    } finally {
      database.close();
    }
    if (existsSync(path)) throw new Problem('study.exists', { study: path });
    renameWhole(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw studyProblem(path, error);
  }
}

function check(path: string, database: Database.Database): void {
  const version = versionOf(database);
  if (Number(database.pragma('application_id', { simple: true })) !== applicationId) {
    throw new Problem('study.notAStudy', { study: path });
  }
  if (version > supportedVersion()) {
    throw new Problem('study.newer', { study: path, version, supported: supportedVersion() });
  }
  if (!hasStudySchema(database, version)) {
    throw new Problem('study.damaged', { study: path, detail: phrase('notItsTables') });
  }
}

/** Looked at before it is opened: opening a pipe would wait for its other end. */
function looksLikeSqlite(path: string): boolean {
  if (!statSync(path).isFile()) return false;
  const head = Buffer.alloc(16);
  const file = namingStudy(path, () => openSync(path, 'r'));
  try {
    readSync(file, head, 0, 16, 0);
  } finally {
    closeSync(file);
  }
  return head.toString('latin1') === 'SQLite format 3\0' || saltOf(path) !== null;
}
