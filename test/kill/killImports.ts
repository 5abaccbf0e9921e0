import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as passed } from 'node:timers/promises';
import { seeded } from '../fuzz/seeded.ts';
import { writeSmallSurvey } from '../helpers/smallSurvey.ts';
import { root } from '../helpers/terminal.ts';
import { soundSurveys, surveyChecksum } from './soundSurveys.ts';
import { writeKillFile, type KillFormat } from './writeKillFile.ts';

export interface KillTally {
  /** Times that left nothing of the new survey, and times that left all of it. */
  nothing: number;
  all: number;
  readonly faults: string[];
}

/** `replace`: a corrected `.sav` takes the place of a survey. The others bring in a file of that format. */
export const killKinds = ['sav', 'csv', 'dta', 'xlsx', 'replace'] as const;
export type KillKind = (typeof killKinds)[number];

const terminal = join(root, 'out', 'main', 'cli.js');
const replaceAlone = join(root, 'test', 'host', 'replaceAlone.ts');
const seconds = 60;

/**
 * Kills imports (SIGKILL) at random moments, by turns into a study that holds a survey and into a new one, or
 * replacements of a study's survey. After each the study must open, be sound (`PRAGMA integrity_check`), hold what
 * it held, and all of the new survey or nothing of it. Another one then goes through.
 */
export async function killImports(
  folder: string,
  kind: KillKind,
  times: number,
  seed: number,
): Promise<KillTally> {
  const random = seeded(seed);
  const tally: KillTally = { nothing: 0, all: 0, faults: [] };
  const format: KillFormat = kind === 'replace' ? 'sav' : kind;
  const first = join(folder, 'first.sav');
  const second = await writeKillFile(folder, format);
  writeSmallSurvey(first);
  const kept = join(folder, 'kept.lfstudy');
  const old = join(folder, 'old.lfstudy');
  const fresh = join(folder, 'new.lfstudy');
  await importing(first, kept, null);
  const before = surveyChecksum(kept, 'first');
  const work = kind === 'replace' ? replacing : importing;
  const nameAfter = kind === 'replace' ? 'first' : 'second';

  const begin = (study: string): void => {
    for (const ending of ['', '-wal', '-shm']) rmSync(study + ending, { force: true });
    if (study === old) copyFileSync(kept, old);
  };
  begin(old);
  const start = performance.now();
  if ((await work(second, old, null)) !== 0) throw new Error(`${kind}: it does not go through undisturbed`);
  const durationMs = performance.now() - start;
  const whole = surveyChecksum(old, nameAfter);
  begin(old);

  for (let time = 0; time < times; time++) {
    const study = kind === 'replace' || time % 2 === 0 ? old : fresh;
    const momentMs = random(Math.ceil(durationMs * 1.25));
    await work(second, study, momentMs);
    const place = `${kind}, time ${time}, killed after ${momentMs} ms, ${study === old ? 'a study' : 'a new study'}`;
    const fault = (what: string): void => void tally.faults.push(`${place}: ${what}`);
    if (!existsSync(study)) {
      if (study === old) fault('the study is gone');
      tally.nothing++;
      continue;
    }
    try {
      const names = soundSurveys(study);
      const isThrough =
        kind === 'replace' ? surveyChecksum(study, 'first') !== before : names.includes('second');
      if (kind !== 'replace' && study === old && surveyChecksum(old, 'first') !== before)
        fault('what it held has changed');
      if (!isThrough && study === fresh) fault('a new study without a survey');
      if (isThrough && surveyChecksum(study, nameAfter) !== whole) fault('the survey is not whole');
      tally[isThrough ? 'all' : 'nothing']++;
      if (isThrough) begin(study);
    } catch (error) {
      fault(error instanceof Error ? error.message : String(error));
      begin(study);
    }
  }
  rmSync(fresh, { force: true });
  for (const study of kind === 'replace' ? [old] : [old, fresh]) {
    if ((await work(second, study, null)) !== 0)
      tally.faults.push(`${kind}, ${study}: none goes through afterwards`);
    else if (surveyChecksum(study, nameAfter) !== whole)
      tally.faults.push(`${kind}, ${study}: another is not whole`);
  }
  const left = readdirSync(folder).filter((name) => name.includes('unfinished'));
  if (left.length > 1) tally.faults.push(`${kind}: unfinished studies pile up: ${left.join(', ')}`);
  return tally;
}

const importing = (file: string, study: string, momentMs: number | null): Promise<number | null> =>
  ended([terminal, 'import', file, '--study', study], momentMs);

const replacing = (file: string, study: string, momentMs: number | null): Promise<number | null> =>
  ended([replaceAlone, study, file], momentMs);

/** Runs a program in a process of its own, which is killed after `momentMs` unless it has ended. */
async function ended(words: readonly string[], momentMs: number | null): Promise<number | null> {
  const child = spawn(process.execPath, words, { stdio: 'ignore' });
  const exit = once(child, 'exit');
  await Promise.race([exit, passed(momentMs ?? seconds * 1000, undefined, { ref: false })]);
  if (child.exitCode === null) child.kill('SIGKILL');
  await exit;
  return child.exitCode;
}
