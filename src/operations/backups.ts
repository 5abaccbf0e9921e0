import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Backups } from '#contract/study.ts';
import { Problem } from '#engine/survey/problem.ts';
import {
  backupFolder,
  backupNamed,
  backupsOf,
  isBackupDue,
  makeBackup,
  removeBackups,
  restoreBackup,
} from '#project/backups.ts';
import { rescueStudy } from '#project/rescue.ts';
import { studyExtension } from '#project/studyFile.ts';
import { namingStudy } from '#project/studyProblem.ts';
import type { Handlers } from './context.ts';

type Kept = 'study.backups' | 'study.backUp' | 'study.restore' | 'study.removeBackups' | 'study.rescue';

/** Copies of a study, and what to do with them; rescue of a damaged one. */
export const backups: Pick<Handlers<'study'>, Kept> = {
  'study.backups': ({ study }) => listed(study),
  'study.backUp': ({ study, when }, { now = Date.now }) => {
    if (!existsSync(study)) throw new Problem('study.notFound', { study });
    const made = when === 'now' || isBackupDue(study, now(), when === 'opening');
    if (made) makeBackup(study, now());
    return { ...listed(study), made };
  },
  'study.restore': ({ study, backup, to }) => {
    const copy = backupNamed(study, backup);
    const made = to ?? freeName(study, clockOf(copy.at));
    namingStudy(made, () => restoreBackup(copy, made));
    return { study: made };
  },
  'study.removeBackups': ({ study }) => {
    const removed = removeBackups(study);
    return { ...listed(study), removed };
  },
  'study.rescue': async ({ study, to }, { throwIfCancelled }) => {
    const made = to ?? freeName(study, 'rescued');
    const { surveys, parts, unchecked } = await rescueStudy(study, made, throwIfCancelled);
    return {
      study: made,
      surveys: surveys.map((survey) => ({ ...survey, lost: [...survey.lost] })),
      parts: [...parts],
      unchecked,
    };
  },
};

function listed(study: string): Backups {
  const all = backupsOf(study).map(({ backup, at, bytes, beforeUpdateOf }) => ({
    backup,
    at,
    bytes,
    beforeUpdateOf,
  }));
  return { study, folder: backupFolder(study), backups: all };
}

/** As the clock of this computer showed it, in signs that a file's name may have. */
function clockOf(at: string): string {
  const time = new Date(at);
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${day} ${two(time.getHours())}.${two(time.getMinutes())}`;
}

/** Beside the study: `Name (what).lfstudy`, `Name (what 2).lfstudy`, … */
function freeName(study: string, what: string): string {
  const stem = join(dirname(study), shortened(basename(study, studyExtension)));
  for (let number = 1; ; number++) {
    const path = `${stem} (${number === 1 ? what : `${what} ${number}`})${studyExtension}`;
    if (!existsSync(path)) return path;
  }
}

/** File systems take 255 bytes for a name, that of the folder of copies too; in Bangla each letter is three. */
function shortened(name: string): string {
  const letters = [...name];
  while (Buffer.byteLength(letters.join('')) > mostBytes) letters.pop();
  return letters.join('');
}

const mostBytes = 200;
