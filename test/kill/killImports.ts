import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as passed } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { openStudy } from '#project/studyFile.ts';
import { seeded } from '../fuzz/seeded.ts';
import { writeSmallSurvey } from '../helpers/smallSurvey.ts';
import { root } from '../helpers/terminal.ts';

export interface KillTally {
  /** Imports that were killed before anything of them was kept, and those that were through. */
  nothing: number;
  all: number;
  readonly faults: string[];
}

const program = join(root, 'out', 'main', 'cli.js');

/**
 * Kills imports (SIGKILL) at random moments, by turns into a study that holds a survey and into a new one. After
 * each the study must open, be sound (`PRAGMA integrity_check`), hold what it held, and all of the new survey or
 * nothing of it. Another import then goes through.
 */
export async function killImports(folder: string, times: number, seed: number): Promise<KillTally> {
  const random = seeded(seed);
  const tally: KillTally = { nothing: 0, all: 0, faults: [] };
  const first = join(folder, 'first.sav');
  const second = join(folder, 'second.sav');
  writeSmallSurvey(first);
  writeSmallSurvey(second, 120_000, 40);
  const old = join(folder, 'old.lfstudy');
  const fresh = join(folder, 'new.lfstudy');
  await importing(first, old, null);
  const before = survey(old, 'first');
  const start = performance.now();
  await importing(second, join(folder, 'whole.lfstudy'), null);
  const durationMs = performance.now() - start;
  const whole = survey(join(folder, 'whole.lfstudy'), 'second');

  for (let time = 0; time < times; time++) {
    const study = time % 2 === 0 ? old : fresh;
    const momentMs = random(Math.ceil(durationMs * 1.05));
    await importing(second, study, momentMs);
    const place = `time ${time}, killed after ${momentMs} ms, ${time % 2 === 0 ? 'a study' : 'a new study'}`;
    const fault = (what: string): void => void tally.faults.push(`${place}: ${what}`);
    if (!existsSync(study)) {
      if (study === old) fault('the study is gone');
      tally.nothing++;
      continue;
    }
    try {
      const names = soundSurveys(study);
      if (study === old && survey(old, 'first') !== before) fault('what it held has changed');
      const brought = names.filter((name) => name !== 'first');
      if (brought.length === 0) {
        if (study === fresh) fault('a new study without a survey');
        tally.nothing++;
      } else {
        if (survey(study, 'second') !== whole) fault('the survey is not whole');
        tally.all++;
      }
      if (brought.length > 0) await startAgain(study, first, study === old);
    } catch (error) {
      fault(error instanceof Error ? error.message : String(error));
    }
  }
  rmSync(fresh, { force: true });
  for (const study of [old, fresh]) {
    if ((await importing(second, study, null)) !== 0) tally.faults.push(`${study}: no import afterwards`);
    else if (survey(study, 'second') !== whole) tally.faults.push(`${study}: another import is not whole`);
  }
  const left = readdirSync(folder).filter((name) => name.includes('unfinished'));
  if (left.length > 1) tally.faults.push(`unfinished studies pile up: ${left.join(', ')}`);
  return tally;
}

/** Makes the study what it was before an import that was through. */
async function startAgain(study: string, first: string, holdsFirst: boolean): Promise<void> {
  for (const ending of ['', '-wal', '-shm']) rmSync(study + ending, { force: true });
  if (holdsFirst) await importing(first, study, null);
}

/** Imports into `study` in a process of its own, which is killed after `momentMs` unless it has ended. */
async function importing(file: string, study: string, momentMs: number | null): Promise<number | null> {
  const child = spawn(process.execPath, [program, 'import', file, '--study', study], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  if (momentMs !== null) {
    await Promise.race([ended, passed(momentMs)]);
    if (child.exitCode === null) child.kill('SIGKILL');
  }
  await ended;
  return child.exitCode;
}

/** Names of the surveys of a study that opens and is sound, each with all rows of each column. */
function soundSurveys(study: string): string[] {
  const { database, close } = openStudy(study);
  try {
    const integrity = database.pragma('integrity_check', { simple: true });
    if (integrity !== 'ok') throw new Error(`integrity_check: ${String(integrity)}`);
    const broken = database
      .prepare<[], string>(
        `SELECT variable.name FROM survey JOIN variable ON variable.survey = survey.id
         WHERE rowCount IS NOT (SELECT sum(rowCount) FROM chunk WHERE chunk.survey = survey.id AND variable = position)`,
      )
      .pluck()
      .all();
    if (broken.length > 0) throw new Error(`columns without all rows: ${broken.join(', ')}`);
    return database.prepare<[], string>('SELECT name FROM survey').pluck().all();
  } finally {
    close();
  }
}

/** A checksum of the cells and the dictionary of one survey. */
function survey(study: string, name: string): string {
  const database = new Database(study, { readonly: true });
  try {
    const hash = createHash('sha256');
    const rows = [
      'SELECT variable.* FROM variable JOIN survey ON survey.id = survey WHERE survey.name = ? ORDER BY position',
      'SELECT chunk.* FROM chunk JOIN survey ON survey.id = survey WHERE survey.name = ? ORDER BY variable, ordinal',
    ];
    for (const sql of rows) {
      for (const row of database.prepare<[string], Record<string, unknown>>(sql).iterate(name)) {
        for (const [column, value] of Object.entries(row)) {
          if (column !== 'survey')
            hash.update(Buffer.isBuffer(value) ? value : `${column} ${String(value)}\n`);
        }
      }
    }
    return hash.digest('hex');
  } finally {
    database.close();
  }
}
