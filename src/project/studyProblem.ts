import Database from 'better-sqlite3-multiple-ciphers';
import { Problem } from '#engine/survey/problem.ts';

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
  if (code.startsWith('SQLITE_CORRUPT')) return new Problem('study.damaged', { study, detail });
  if (code === 'SQLITE_NOTADB') return new Problem('study.notAStudy', { study });
  if (code.startsWith('SQLITE_IOERR')) return new Problem('study.diskFull', { study });
  if (/^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|EACCES|EPERM|EROFS|ENOTDIR)/.test(code)) {
    return new Problem('study.notWritable', { study, reason: detail });
  }
  return error;
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
