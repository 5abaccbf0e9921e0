import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { phrase, type Phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { saltOf } from './studyKey.ts';

/** SQLite's and the system's refusals, as problems that name the study and what to do. */
export function studyProblem(study: string, error: unknown): unknown {
  const code = errorCode(error);
  const detail = error instanceof Error ? error.message : String(error);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new Problem('study.openElsewhere', { study });
  }
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') {
    return new Problem('study.diskFull', { study });
  }
  if (code.startsWith('SQLITE_CORRUPT')) {
    return new Problem('study.damaged', { study, detail: phrase('notAsWritten') });
  }
  if (code === 'SQLITE_NOTADB') {
    // Of a study under a passphrase, whose key was proven: a page is not what was written.
    const isLocked = saltOf(study) !== null;
    return isLocked
      ? new Problem('study.damaged', { study, detail: phrase('notAsWritten') })
      : new Problem('study.notAStudy', { study });
  }
  if (/^(SQLITE_IOERR_(READ|SHORT_READ|FSTAT|MMAP|CORRUPTFS)|EIO|ESTALE|ENXIO|ENODEV)$/.test(code)) {
    return new Problem('study.unreadable', { study, reason: detail });
  }
  if (code.startsWith('SQLITE_IOERR')) return new Problem('study.diskFull', { study });
  if (/^(SQLITE_CANTOPEN|ENOENT)/.test(code) && !existsSync(study) && !existsSync(dirname(study))) {
    return new Problem('study.notFound', { study });
  }
  const reason = refusal(code);
  return reason === null ? error : new Problem('study.notWritable', { study, reason });
}

/** Why a file cannot be written, in words of its user; `null` where that is not it. */
export function refusal(code: string): Phrase | null {
  if (/^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|EACCES|EPERM)/.test(code)) return phrase('mayNotWrite');
  if (code === 'EROFS') return phrase('readOnlyDisk');
  if (code === 'ENOTDIR' || code === 'EEXIST') return phrase('notAFolder');
  if (code === 'ENAMETOOLONG') return phrase('nameTooLong');
  return code === 'EBUSY' ? phrase('heldByOther') : null;
}

/** What SQLite refused while work on `study` was under way; anything else is as it was. */
export function refusedWork(study: string, error: unknown): unknown {
  return error instanceof Database.SqliteError ? studyProblem(study, error) : error;
}

/** Runs `work`; what SQLite or the system refuse comes out as a `Problem` about `study`. */
export function namingStudy<Result>(study: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw studyProblem(study, error);
  }
}

function errorCode(error: unknown): string {
  if (error instanceof Database.SqliteError) return error.code;
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
