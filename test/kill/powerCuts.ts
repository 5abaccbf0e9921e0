import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { backupsOf } from '#project/backups.ts';
import { claimStudy } from '#project/claimStudy.ts';
import { supportedVersion } from '#project/migrations.ts';
import { touch } from '#project/studyFile.ts';
import { openStudy } from '#project/openStudy.ts';
import { seeded } from '../fuzz/seeded.ts';
import { root } from '../helpers/terminal.ts';
import { Disk, layOut, type Fate } from './disk.ts';
import { recordWrites, type DiskEvent } from './recordWrites.ts';

/** `kill`: only the program ends; what it asked for the system still does. */
export type Cut = 'power' | 'kill';

export interface PowerTally {
  /** Calls that the work made, of these syncs, and things that it said were done. */
  readonly calls: number;
  readonly syncs: number;
  readonly done: number;
  cuts: number;
  /** Cuts after which something that was not said to be done was there all the same. */
  ahead: number;
  readonly faults: string[];
}

/** Content of each file by its name; of a study of its rows. */
type State = ReadonlyMap<string, string>;

/** Has the work done once (`powerWork.ts`), and gives what it asked of the system. */
export function recordWork(folder: string): { readonly disk: () => Disk; readonly events: DiskEvent[] } {
  const work = join(folder, 'work');
  const start = join(folder, 'start');
  for (const place of [work, start]) {
    mkdirSync(place);
    copyFileSync(join(root, 'test/projects/survey.sav'), join(place, 'survey.sav'));
    copyFileSync(join(root, 'test/projects/survey.sav'), join(place, 'corrected.sav'));
    copyFileSync(join(root, 'test/projects/version-6.lfstudy'), join(place, 'old.lfstudy'));
  }
  const events = recordWrites(join(root, 'test/kill/powerWork.ts'), work);
  rmSync(work, { recursive: true });
  copyFolder(start, work);
  return { disk: () => new Disk(work), events };
}

/**
 * Cuts the power at `cuts` places of that work. Whatever was not synced may be there or not, in any order, or in part.
 * What was said to be done must then be there; what was at work, all of it or nothing; every study must open, be sound,
 * take a change, and an updated one have its copy. `unsynced`: files whose syncs are passed over, to see that this
 * would find it. A program that is killed is the same with all that it asked for.
 */
export function powerCuts(
  folder: string,
  { disk: begin, events: all }: ReturnType<typeof recordWork>,
  cuts: number,
  seed: number,
  { cut = 'power', unsynced = () => false }: { cut?: Cut; unsynced?: (path: string) => boolean } = {},
): PowerTally {
  const work = join(folder, 'work');
  const after = join(folder, 'after');
  const events = all.filter((event) => event.kind !== 'sync' || !unsynced(event.path));
  const expected = statesAt(begin(), all, work, after);
  const random = seeded(seed);
  const tally: PowerTally = {
    calls: events.length,
    syncs: events.filter(({ kind }) => kind === 'sync').length,
    done: expected.length - 1,
    cuts: 0,
    ahead: 0,
    faults: [],
  };
  const places = placesOf(events, cuts, random);
  const disk = begin();
  let done = 0;
  for (let at = 0; at <= events.length; at++) {
    for (let time = 0; time < (places.get(at) ?? 0); time++) {
      const fate = fateOf(random);
      layOut(cut === 'kill' ? disk.whole() : disk.afterPowerCut(fate, random), work, after);
      for (const name of namesIn(after)) if (name.endsWith('-shm')) rmSync(join(after, name));
      const place = `cut ${at} of ${events.length}, after “${whatIsDone(events, at)}”`;
      const faults = faultsOf(after, expected[done], expected.at(done + 1) ?? expected[done], tally);
      for (const fault of faults) tally.faults.push(`${place}: ${fault}`);
      tally.cuts++;
    }
    const event = events.at(at);
    if (at === events.length || event === undefined) break;
    if (event.kind === 'done') done++;
    disk.take(event);
  }
  rmSync(after, { recursive: true, force: true });
  return tally;
}

/** What is there at the start, and whenever something is done. */
function statesAt(disk: Disk, events: readonly DiskEvent[], work: string, after: string): State[] {
  const states: State[] = [];
  const look = (): void => {
    layOut(disk.whole(), work, after);
    states.push(stateOf(after));
  };
  look();
  for (const event of events) {
    disk.take(event);
    if (event.kind === 'done') look();
  }
  return states;
}

function stateOf(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of namesIn(folder)) {
    if (/-unfinished-|-(wal|shm|lock|journal)$/.test(name)) continue;
    // Copies are only read: opened as studies they would be updated.
    const read = name.includes('-backups/') ? rowsOf : openedRowsOf;
    const path = join(folder, name);
    found.set(name, name.endsWith('.lfstudy') ? read(path) : hashOf(readFileSync(path)));
  }
  return found;
}

function faultsOf(folder: string, before: State, next: State, tally: PowerTally): string[] {
  const faults: string[] = [];
  const old = join(folder, 'old.lfstudy');
  try {
    if (versionOf(old) === supportedVersion() && backupsOf(old).length === 0)
      faults.push('updated without a copy');
    const found = stateOf(folder);
    for (const name of new Set([...before.keys(), ...next.keys(), ...found.keys()])) {
      // Opening a study of the older form makes a copy, of a time of its own.
      if (name.startsWith('old.lfstudy-backups/')) continue;
      const now = found.get(name);
      if (now === before.get(name)) continue;
      if (now === next.get(name)) tally.ahead++;
      else faults.push(`${name} is ${now === undefined ? 'gone' : 'neither as it was nor as it was to be'}`);
    }
    for (const name of found.keys()) if (/^[^/]+\.lfstudy$/.test(name)) changeAgain(join(folder, name));
  } catch (error) {
    faults.push(error instanceof Error ? `${error.name} ${error.message}` : String(error));
  }
  return faults;
}

/** Nothing that was left keeps it from being opened for changes. */
function changeAgain(study: string): void {
  claimStudy(study).release();
  const opened = openStudy(study);
  touch(opened);
  opened.close();
  if (existsSync(`${study}-wal`)) throw new Error('it is not one file afterwards');
}

function openedRowsOf(path: string): string {
  const { database, close } = openStudy(path);
  try {
    return rows(database);
  } finally {
    close();
  }
}

function rowsOf(path: string): string {
  const database = new Database(path, { readonly: true });
  try {
    return rows(database);
  } finally {
    database.close();
  }
}

function rows(database: Database.Database): string {
  const integrity = database.pragma('integrity_check', { simple: true });
  if (integrity !== 'ok') throw new Error(`integrity_check: ${String(integrity)}`);
  const hash = createHash('sha256');
  const tables = database
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .pluck()
    .all();
  for (const table of tables.sort()) {
    for (const row of database.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}"`).iterate()) {
      for (const [column, value] of Object.entries(row)) {
        hash.update(`${table} ${column} `).update(Buffer.isBuffer(value) ? value : String(value));
      }
    }
  }
  return hash.digest('hex');
}

function versionOf(path: string): unknown {
  const database = new Database(path);
  try {
    return database.pragma('user_version', { simple: true });
  } finally {
    database.close();
  }
}

/** By turns all that was not synced is lost, all of it is kept, any of it, any sector of it. */
function fateOf(random: (below: number) => number): () => Fate {
  const kind = random(6);
  if (kind === 0) return () => 'lost';
  if (kind === 1) return () => 'kept';
  if (kind < 4) return () => (random(2) === 0 ? 'kept' : 'lost');
  return () => (['kept', 'lost', 'torn'] as const)[random(3)];
}

/** A third of them as soon as something was said to be done. */
function placesOf(
  events: readonly DiskEvent[],
  cuts: number,
  random: (below: number) => number,
): Map<number, number> {
  const afterDone = events.flatMap(({ kind }, index) => (kind === 'done' ? [index + 1] : []));
  const places = new Map<number, number>();
  for (let cut = 0; cut < cuts; cut++) {
    const at = cut % 3 === 0 ? afterDone[random(afterDone.length)] : random(events.length + 1);
    places.set(at, (places.get(at) ?? 0) + 1);
  }
  return places;
}

function whatIsDone(events: readonly DiskEvent[], at: number): string {
  const last = events.slice(0, at).findLast((event) => event.kind === 'done');
  return last?.kind === 'done' ? last.what : 'nothing';
}

function namesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

function copyFolder(from: string, to: string): void {
  mkdirSync(to);
  for (const name of readdirSync(from)) copyFileSync(join(from, name), join(to, name));
}

const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
