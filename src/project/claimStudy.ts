import { accessSync, constants, existsSync, lstatSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { studyProblem } from './studyProblem.ts';

export interface Claim {
  release(): void;
}

/**
 * Keeps a study for this program while it is open: no other program may write to it. The claim is a
 * lock that the operating system drops when the program ends, however it ends.
 *
 * @throws Problem study.notFound where not even its folder is there, study.openElsewhere, study.notWritable
 */
export function claimStudy(study: string): Claim {
  if (!existsSync(dirname(study))) throw new Problem('study.notFound', { study });
  const path = `${study}-lock`;
  const there = lstatSync(path, { throwIfNoEntry: false });
  // A lock holds nothing. Whatever else has its name, a link to another file for example, is not touched.
  if (there && !(there.isFile() && there.size === 0)) {
    throw new Problem('study.notWritable', { study, reason: phrase('inTheWay', { path }) });
  }
  try {
    if (existsSync(study)) accessSync(study, constants.W_OK);
    const database = new Database(path, { timeout: 0 });
    try {
      database.pragma('journal_mode = MEMORY');
      database.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      database.close();
      throw error;
    }
    return {
      release: () => {
        database.close();
        rmSync(path, { force: true });
      },
    };
  } catch (error) {
    throw studyProblem(study, error);
  }
}
