import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { threadId } from 'node:worker_threads';

/** Of the file's own name, so that the whole stays within what file systems take. */
const mostCharacters = 50;
const ours = /-unfinished-(\d+)-(\d+)-[0-9a-f]{16}(-journal|-wal|-shm)?$/;

/**
 * A name beside `path` for what is to become it. It says who is writing (process and thread), and cannot be guessed:
 * nobody can lay a link there before.
 */
export function unfinishedName(path: string): string {
  const ending = extname(path);
  const stem = basename(path, ending).slice(0, mostCharacters);
  const own = `${process.pid}-${threadId}-${randomBytes(8).toString('hex')}`;
  return join(dirname(path), `${stem}${ending.slice(0, mostCharacters)}-unfinished-${own}`);
}

/** Removes what a thread of this program, which is no more, was writing in `folder`. */
export function removeUnfinishedBy(folder: string, thread: number): void {
  removeWhere(folder, (pid, of) => pid === process.pid && of === thread);
}

/** Removes what killed programs were writing in `folder`. Programs of other machines may be writing there too: an hour. */
export function removeUnfinished(folder: string): void {
  const hourAgo = Date.now() - 3_600_000;
  removeWhere(
    folder,
    (pid, _, path) => !isRunning(pid) && (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) < hourAgo,
  );
}

/** Removes what killed programs left of this very file. */
export function removeUnfinishedOf(path: string): void {
  const ending = extname(path);
  const start = basename(path, ending).slice(0, mostCharacters) + ending.slice(0, mostCharacters);
  removeWhere(dirname(path), (pid, _, found) => !isRunning(pid) && startOf(found) === start);
}

function removeWhere(folder: string, wanted: (pid: number, thread: number, path: string) => boolean): void {
  for (const name of namesIn(folder)) {
    const [, pid, thread] = ours.exec(name) ?? [];
    if (pid === undefined) continue;
    const path = join(folder, name);
    if (wanted(Number(pid), Number(thread), path)) rmSync(path, { force: true, recursive: true });
  }
}

function startOf(path: string): string {
  return basename(path).replace(ours, '');
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (/^(ENOENT|ENOTDIR|EACCES|EPERM|ENAMETOOLONG)$/.test(code)) return [];
    throw error;
  }
}

/** Windows and Linux alike: signal 0 only asks. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
