import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { Problem } from '#engine/survey/problem.ts';
import { backupFolder, backupsOf } from './backups.ts';
import { renameWhole } from './durable.ts';
import { openDatabase } from './openDatabase.ts';
import { ownFile } from './ownFile.ts';
import { changeKey, isLockedAway, useKey, type StudyKey } from './studyKey.ts';
import { namingStudy } from './studyProblem.ts';
import { removeUnfinished, removeUnfinishedOf, unfinishedName } from './unfinished.ts';

/**
 * Puts a study and all its copies under a key, or with `null` under none. Each file is written anew beside the old one
 * and takes its name once it is whole and on the disk: a crash leaves each as it was or as it is to be. Nobody else may
 * have the study open meanwhile. What the disk itself remembers of the old files is not in our hands.
 *
 * Returns how many copies stay under an earlier key that is not known: a crash in the middle of a change leaves them.
 *
 * @throws Problem study.locked, study.diskFull, study.notWritable, study.openElsewhere, backup.unreadable
 */
export function protectStudy(study: string, key: StudyKey | null): number {
  const path = ownFile(study);
  removeUnfinished(dirname(path));
  removeUnfinished(backupFolder(path));
  const all = backupsOf(path);
  const copies = all.filter((one) => !isLockedAway(one.path));
  for (const copy of copies) refuseUnreadable(study, copy.backup, copy.path);
  const written = writtenAnew(path, key);
  try {
    // The copies first: where one cannot be written, nothing says yet that the study is protected.
    for (const copy of copies) renameWhole(writtenAnew(copy.path, key), copy.path);
    namingStudy(path, () => renameWhole(written, path));
  } catch (error) {
    rmSync(written, { force: true });
    throw error;
  }
  return all.length - copies.length;
}

/** A copy that cannot be read cannot be encrypted either: it would stay as it is, and be taken for protected. */
function refuseUnreadable(study: string, backup: string, path: string): void {
  try {
    const copy = openDatabase(path);
    try {
      const found = copy.pragma('quick_check(1)', { simple: true });
      if (found !== 'ok') throw new Problem('backup.unreadable', { study, backup });
    } finally {
      copy.close();
    }
  } catch (error) {
    if (error instanceof Database.SqliteError) throw new Problem('backup.unreadable', { study, backup });
    throw error;
  }
}

/** A file's content under another key, in a file beside it. */
function writtenAnew(path: string, key: StudyKey | null): string {
  removeUnfinishedOf(path);
  const unfinished = unfinishedName(path);
  try {
    namingStudy(path, () => {
      const old = openDatabase(path);
      try {
        old.pragma('trusted_schema = OFF');
        old.prepare('VACUUM INTO ?').run(unfinished);
        // Leaves no log beside the file, which would be taken for one of the new file.
        old.pragma('journal_mode = DELETE');
      } finally {
        old.close();
      }
      const made = openDatabase(unfinished);
      try {
        changeKey(made, key);
      } finally {
        made.close();
      }
    });
    return unfinished;
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** Whether it is the key of this study. */
export function opensWith(study: string, key: StudyKey): boolean {
  return namingStudy(study, () => {
    const database = new Database(study, { fileMustExist: true, timeout: 4000 });
    try {
      useKey(database, key);
      database.pragma('user_version');
      return true;
    } catch (error) {
      if (error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB') return false;
      throw error;
    } finally {
      database.close();
    }
  });
}
