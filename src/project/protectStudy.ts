import { rmSync } from 'node:fs';
import { backupsOf } from './backups.ts';
import Database from 'better-sqlite3-multiple-ciphers';
import { renameWhole } from './durable.ts';
import { openDatabase } from './openDatabase.ts';
import { changeKey, useKey, type StudyKey } from './studyKey.ts';
import { namingStudy } from './studyProblem.ts';
import { removeUnfinishedOf, unfinishedName } from './unfinished.ts';

/**
 * Puts a study and all its copies under a key, or with `null` under none. Each file is written anew beside the old one
 * and takes its name once it is whole and on the disk: a crash leaves each as it was or as it is to be. Nobody else may
 * have the study open meanwhile. What the disk itself remembers of the old files is not in our hands.
 *
 * @throws Problem study.locked, study.diskFull, study.notWritable, study.openElsewhere
 */
export function protectStudy(study: string, key: StudyKey | null): void {
  // The copies first: where one cannot be written, nothing says yet that the study is protected.
  for (const { path } of backupsOf(study)) rewrite(path, key);
  rewrite(study, key);
}

function rewrite(path: string, key: StudyKey | null): void {
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
      renameWhole(unfinished, path);
    });
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
