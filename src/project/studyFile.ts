import type Database from 'better-sqlite3-multiple-ciphers';

export const studyExtension = '.lfstudy';

/** An open study: one SQLite file. Every repository of this room works on one of these. */
export interface StudyFile {
  readonly path: string;
  readonly database: Database.Database;
  close(): void;
}

export function touch(study: StudyFile): void {
  study.database.prepare('UPDATE study SET changedAt = ?').run(new Date().toISOString());
}

export function studyName(study: StudyFile): string {
  return study.database.prepare<[], string>('SELECT name FROM study').pluck().get() ?? '';
}
