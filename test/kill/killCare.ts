import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as passed } from 'node:timers/promises';
import Database from 'better-sqlite3-multiple-ciphers';
import { backupsOf } from '#project/backups.ts';
import { supportedVersion } from '#project/migrations.ts';
import { seeded } from '../fuzz/seeded.ts';
import { asked } from '../helpers/asked.ts';
import { writeSmallSurvey } from '../helpers/smallSurvey.ts';
import type { KillTally } from './killImports.ts';
import { soundSurveys, surveyChecksum } from './soundSurveys.ts';

/** What is done for a study, beside changes of it. */
export const careKinds = ['update', 'copy', 'restore', 'rescue', 'export'] as const;
export type CareKind = (typeof careKinds)[number];

const doAlone = join(import.meta.dirname, 'doAlone.ts');
const exported = ['out.csv', 'out.codebook.csv'];
const olderExport = 'an older file\n';

/**
 * Kills (SIGKILL) a program that brings a study of 60,000 people up to date, copies it, makes a study of a copy,
 * rescues it or exports it. The study must then open, be sound and hold what it held; what is made of it is whole or not
 * there; an older export is there until the new one is. It then goes through.
 */
export async function killCare(
  folder: string,
  kind: CareKind,
  times: number,
  seed: number,
): Promise<KillTally> {
  const random = seeded(seed);
  const tally: KillTally = { nothing: 0, all: 0, faults: [] };
  const start = join(folder, 'start');
  const work = join(folder, 'work');
  mkdirSync(start);
  await prepare(start, kind);
  const held = surveyChecksum(join(start, 'study.lfstudy'), 'survey');
  const again = (): void => {
    rmSync(work, { recursive: true, force: true });
    cpSync(start, work, { recursive: true });
  };

  again();
  const began = performance.now();
  if ((await ended(kind, work, null)) !== 0) throw new Error(`${kind}: it does not go through undisturbed`);
  const durationMs = performance.now() - began;
  const whole = exported.map((name) => contentOf(join(work, name)));

  for (let time = 0; time < times; time++) {
    again();
    // What it does comes after the program's own start.
    const momentMs = durationMs * (0.4 + random(700) / 1000);
    await ended(kind, work, momentMs);
    const fault = (what: string): void =>
      void tally.faults.push(`${kind}, time ${time}, killed after ${Math.round(momentMs)} ms: ${what}`);
    try {
      const isThrough = through(work, kind, held, whole, fault);
      tally[isThrough ? 'all' : 'nothing']++;
      look(join(work, 'study.lfstudy'), held, fault);
      for (const name of ['made.lfstudy', ...exported]) rmSync(join(work, name), { force: true });
      if (time % 5 === 0 && (await ended(kind, work, null)) !== 0) fault('it does not go through afterwards');
    } catch (error) {
      fault(error instanceof Error ? error.message : String(error));
    }
  }
  return tally;
}

async function prepare(folder: string, kind: CareKind): Promise<void> {
  const file = join(folder, 'survey.sav');
  const study = join(folder, 'study.lfstudy');
  writeSmallSurvey(file, 60_000, 30);
  await asked('survey.import', { file, study, name: null });
  rmSync(file);
  if (kind === 'restore') await asked('study.backUp', { study, when: 'now' });
  if (kind === 'export') for (const name of exported) writeFileSync(join(folder, name), olderExport);
  if (kind !== 'update') return;
  const database = new Database(study);
  for (const table of ['chunk', 'variable']) database.exec(`ALTER TABLE ${table} DROP COLUMN checksum`);
  database.pragma('user_version = 6');
  database.close();
}

/** Whether what was to be made is there; then it must be whole. */
function through(
  folder: string,
  kind: CareKind,
  held: string,
  whole: readonly (string | null)[],
  fault: (what: string) => void,
): boolean {
  const study = join(folder, 'study.lfstudy');
  if (kind === 'export') {
    const now = exported.map((name) => contentOf(join(folder, name)));
    for (const [index, content] of now.entries()) {
      if (content !== olderExport && content !== whole[index])
        fault(`${exported[index]} is neither old nor new`);
    }
    return now[0] === whole[0];
  }
  if (kind === 'copy' || kind === 'update') {
    const copies = backupsOf(study);
    for (const { path } of copies) {
      if (integrityOf(path) !== 'ok' || surveyChecksum(path, 'survey') !== held) fault('a copy is not whole');
    }
    if (kind === 'copy') return copies.length > 0;
    const isUpdated = versionOf(study) === supportedVersion();
    if (isUpdated && copies.length === 0) fault('updated without a copy');
    return isUpdated;
  }
  const made = join(folder, 'made.lfstudy');
  if (!existsSync(made)) return false;
  look(made, held, fault);
  return true;
}

function look(study: string, held: string, fault: (what: string) => void): void {
  if (soundSurveys(study).length !== 1) fault(`${study} has not its survey`);
  if (surveyChecksum(study, 'survey') !== held) fault(`${study} does not hold what it held`);
  const left = readdirSync(join(study, '..')).filter((name) => /-(wal|shm|journal)$/.test(name));
  if (left.some((name) => !name.includes('unfinished'))) fault(`left beside the study: ${left.join(', ')}`);
}

const contentOf = (path: string): string | null => (existsSync(path) ? readFileSync(path, 'utf8') : null);

function integrityOf(path: string): unknown {
  return asking(path, 'integrity_check');
}

function versionOf(path: string): unknown {
  return asking(path, 'user_version');
}

function asking(path: string, pragma: string): unknown {
  const database = new Database(path);
  try {
    return database.pragma(pragma, { simple: true });
  } finally {
    database.close();
  }
}

/** Does it in a process of its own, which is killed after `momentMs` unless it has ended. */
async function ended(kind: CareKind, folder: string, momentMs: number | null): Promise<number | null> {
  const child = spawn(process.execPath, [doAlone, kind, folder], { stdio: 'ignore' });
  const exit = once(child, 'exit');
  await Promise.race([exit, passed(momentMs ?? 60_000, undefined, { ref: false })]);
  if (child.exitCode === null) child.kill('SIGKILL');
  await exit;
  return child.exitCode;
}
