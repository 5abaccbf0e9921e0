import Database from 'better-sqlite3-multiple-ciphers';
import { unlock } from './studyKey.ts';

/** A study's file, or a copy of one, unlocked where it is under a passphrase. @throws Problem study.locked; SqliteError */
export function openDatabase(path: string): Database.Database {
  const database = new Database(path, { fileMustExist: true, timeout: 4000 });
  try {
    unlock(database, path);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}
