import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmdirSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type Database from 'better-sqlite3-multiple-ciphers';
import { Problem } from '#engine/survey/problem.ts';
import { flushFolder, renameWhole } from './durable.ts';
import { supportedVersion, versionOf } from './migrations.ts';
import { openDatabase } from './openDatabase.ts';
import { ownFile } from './ownFile.ts';
import { refuseDamaged } from './refuseDamaged.ts';
import { isLockedAway } from './studyKey.ts';
import { refusal, studyProblem } from './studyProblem.ts';
import { removeUnfinished, removeUnfinishedOf, unfinishedName } from './unfinished.ts';

/** A copy of a study as it was. */
export interface Backup {
  /** Its file's name in the folder of copies. */
  readonly backup: string;
  readonly path: string;
  /** When it was made, as ISO 8601. */
  readonly at: string;
  readonly bytes: number;
  /** Of a copy that was made before an update of the study's form: the version that the study has in it. */
  readonly beforeUpdateOf: number | null;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const latestKept = 3;
const daysKept = 7;
const updatesKept = 2;
/** All copies of one study together; the newest one stays whatever its size. */
const mostBytes = 2 * 1024 ** 3;
/** The disk is never filled with copies. */
const leftFreeBytes = 100 * 1024 ** 2;

const named = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z(?:-before-update-of-(\d{1,6}))?\.lfstudy$/;

/** Beside the study, so that its answers are kept where the user keeps them, and nowhere else. */
export function backupFolder(study: string): string {
  return `${ownFile(study)}-backups`;
}

/** The newest first; also where the study itself is damaged or gone. */
export function backupsOf(study: string): Backup[] {
  const folder = backupFolder(study);
  if (!existsSync(folder)) return [];
  return namesIn(study, folder)
    .flatMap((backup) => {
      const found = named.exec(backup);
      if (found === null) return [];
      const path = join(folder, backup);
      const status = statSync(path, { throwIfNoEntry: false });
      if (!status?.isFile()) return [];
      const [, year, month, day, hour, minute, second, milliseconds, version] = found;
      const at = `${year}-${month}-${day}T${hour}:${minute}:${second}.${milliseconds}Z`;
      return [{ backup, path, at, bytes: status.size, beforeUpdateOf: version ? Number(version) : null }];
    })
    .sort((left, right) => (left.at < right.at ? 1 : -1));
}

/** @throws Problem backup.failed where the folder cannot be read */
function namesIn(study: string, folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw backupProblem(study, error);
  }
}

/** @throws Problem backup.unknown */
export function backupNamed(study: string, backup: string): Backup {
  const found = backupsOf(study).find((one) => one.backup === backup);
  if (!found) throw new Problem('backup.unknown', { study, backup });
  return found;
}

/** Whether the study has changed since its last copy, and that is old enough: minutes at opening, an hour at work. */
export function isBackupDue(study: string, now: number, opening: boolean): boolean {
  const last = backupsOf(study).at(0);
  if (last === undefined) return true;
  const at = Date.parse(last.at);
  const changed = Math.max(
    ...['', '-wal'].map((ending) => statSync(study + ending, { throwIfNoEntry: false })?.mtimeMs ?? 0),
  );
  const oldEnough = now - at >= (opening ? 5 * minuteMs : hourMs);
  // A clock that was set back makes copies of the future: they do not keep new ones from being made.
  return changed > at ? oldEnough || at > now : at > now + dayMs;
}

/**
 * Copies the study as it is, whole, and lets go of copies that are too many. It reads one state of it; others may
 * change it meanwhile. A study that is damaged is not copied: one by one its copies would take the places of those
 * that are sound.
 *
 * @throws Problem backup.noRoom, backup.failed, study.damaged
 */
export function makeBackup(study: string, now: number): Backup {
  return keepCopy(study, now, '', (copy) => {
    if (versionOf(copy) === supportedVersion()) refuseDamaged(copy, study);
  });
}

/** @throws Problem backup.noRoom, backup.failed */
export function copyBeforeUpdate(study: string, version: number): void {
  keepCopy(study, Date.now(), `-before-update-of-${version}`);
}

/** Removes all copies of a study. What else is in the folder stays, and the folder with it. */
export function removeBackups(study: string): number {
  const all = backupsOf(study);
  try {
    for (const { path } of all) rmSync(path, { force: true });
    const folder = backupFolder(study);
    if (existsSync(folder) && namesIn(study, folder).length === 0) rmdirSync(folder);
  } catch (error) {
    throw backupProblem(study, error);
  }
  return all.length;
}

/**
 * Makes a study of a copy, which nobody writes to. One under an earlier passphrase is taken as it is: it asks for that
 * one when it is opened.
 */
export function restoreBackup({ path }: Backup, to: string): void {
  if (!isLockedAway(path)) {
    // By its name it is told from the study that the copy is of.
    const name = basename(to, extname(to));
    return copyStudy(path, to, (copy) => void copy.prepare('UPDATE study SET name = ?').run(name));
  }
  removeUnfinishedOf(to);
  const unfinished = unfinishedName(to);
  try {
    copyFileSync(path, unfinished);
    if (existsSync(to)) throw new Problem('study.exists', { study: to });
    renameWhole(unfinished, to);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** Writes a study as it is now, without what was removed from it, under a new name; `finish` has the last word, and may refuse. */
export function copyStudy(
  from: string,
  to: string,
  finish: (copy: Database.Database) => void = () => undefined,
): void {
  removeUnfinishedOf(to);
  const unfinished = unfinishedName(to);
  try {
    const database = openDatabase(from);
    try {
      database.pragma('trusted_schema = OFF');
      database.prepare('VACUUM INTO ?').run(unfinished);
    } finally {
      database.close();
    }
    const copy = openDatabase(unfinished);
    try {
      finish(copy);
    } finally {
      copy.close();
    }
    if (existsSync(to)) throw new Problem('study.exists', { study: to });
    renameWhole(unfinished, to);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

function keepCopy(
  study: string,
  now: number,
  why: string,
  refuse?: (copy: Database.Database) => void,
): Backup {
  const folder = backupFolder(study);
  const backup = `${new Date(now).toISOString().replaceAll(/[-:.]/g, '')}${why}.lfstudy`;
  try {
    const isNew = mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined;
    if (isNew) flushFolder(dirname(folder));
    removeUnfinished(folder);
    refuseWithoutRoom(study, folder);
    copyStudy(study, join(folder, backup), refuse);
    for (const { path } of tooMany(backupsOf(study), now)) rmSync(path, { force: true });
  } catch (error) {
    throw backupProblem(study, error);
  }
  return backupNamed(study, backup);
}

/** Those to let go, of `all`, the newest first. */
export function tooMany(all: readonly Backup[], now: number): Backup[] {
  const usual = all.filter(({ beforeUpdateOf }) => beforeUpdateOf === null);
  const updates = all.filter(({ beforeUpdateOf }) => beforeUpdateOf !== null);
  const kept = new Set([...usual.slice(0, latestKept), ...updates.slice(0, updatesKept)]);
  const days = new Set<string>();
  for (const one of usual) {
    const day = one.at.slice(0, 10);
    if (!days.has(day) && now - Date.parse(one.at) <= daysKept * dayMs) kept.add(one);
    days.add(day);
  }
  let bytes = 0;
  return all.filter((one, index) => {
    if (!kept.has(one)) return true;
    bytes += one.bytes;
    return index > 0 && bytes > mostBytes;
  });
}

function refuseWithoutRoom(study: string, folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < statSync(study).size + leftFreeBytes) {
    throw new Problem('backup.noRoom', { study, folder });
  }
}

function backupProblem(study: string, error: unknown): unknown {
  if (error instanceof Problem) return error;
  const known = studyProblem(study, error);
  if (known instanceof Problem && ['study.damaged', 'study.unreadable'].includes(known.code)) return known;
  const folder = backupFolder(study);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT)$/.test(code)) return new Problem('backup.noRoom', { study, folder });
  const isExpected = /^(SQLITE_|EACCES|EPERM|EROFS|ENOTDIR|EEXIST|EIO|EBUSY|ENAMETOOLONG|ENOENT)/.test(code);
  if (!isExpected) return error;
  return new Problem('backup.failed', {
    study,
    folder,
    reason: refusal(code) ?? (error instanceof Error ? error.message : code),
  });
}
