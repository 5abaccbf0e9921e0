import { randomUUID } from 'node:crypto';
import { createWriteStream, lstatSync, mkdtempSync, readdirSync, rmSync, type Stats } from 'node:fs';
import { mkdir, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Problem } from '#engine/survey/problem.ts';
import { plainName } from '#page/plainName.ts';

/** Left free on the disk, for all else that is going on. */
const spareBytes = 64 * 1024 * 1024;
const prefix = 'larger-freedom-files-';

export interface Uploads {
  /**
   * Keeps what a browser sends as a file of its name.
   * @throws `Problem` `file.noSpace`, and leaves nothing behind, where the disk cannot hold it.
   */
  receive(name: string, content: Readable, bytes: number): Promise<string>;
  /** A place where a file of this name can be written, for the browser to fetch. */
  reserve(name: string): Promise<string>;
  /** What was written there, by the name of its folder and its own as an address spells it. */
  written(folder: string, name: string): string | undefined;
  /** Lets go of a file that was received; of no other. */
  remove(path: string): void;
  removeAll(): void;
}

/** A browser gives a file's content, not its path: it is copied to a folder that only this user can read. */
export function createUploads(): Uploads {
  removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  let count = 0;
  const reserved = new Set<string>();
  const received = new Set<string>();
  return {
    async reserve(name) {
      // Nobody guesses the address that it is fetched from.
      const own = randomUUID();
      await mkdir(join(folder, own), { mode: 0o700 });
      reserved.add(own);
      return join(folder, own, plainName(name));
    },
    written(own, name) {
      if (!reserved.has(own)) return undefined;
      const found = readdirSync(join(folder, own)).find((entry) => encodeURIComponent(entry) === name);
      return found && join(folder, own, found);
    },
    async receive(name, content, bytes) {
      const own = join(folder, String(++count));
      const path = join(own, plainName(name));
      const noSpace = new Problem('file.noSpace', { file: plainName(name), folder: tmpdir() });
      const { bavail, bsize } = await statfs(folder);
      if (bytes > bavail * bsize - spareBytes) throw noSpace;
      await mkdir(own, { mode: 0o700 });
      try {
        await pipeline(content, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
      } catch (error) {
        await rm(own, { recursive: true, force: true });
        const { code } = error as NodeJS.ErrnoException;
        throw code === 'ENOSPC' || code === 'EDQUOT' ? noSpace : error;
      }
      received.add(path);
      return path;
    },
    remove(path) {
      if (!received.delete(path)) return;
      rmSync(dirname(path), { recursive: true, force: true });
    },
    removeAll: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * Copies that an earlier run of this user could not remove, because it was killed. Others may write to the same folder:
 * what is not a folder of ours, a link to one for example, is passed over.
 */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : NaN;
    if (Number.isNaN(pid) || isRunning(pid)) continue;
    const folder = join(tmpdir(), name);
    const status = lstatSync(folder, { throwIfNoEntry: false });
    if (status?.isDirectory() && isOwn(status)) rmSync(folder, { recursive: true, force: true });
  }
}

/** Windows knows no such numbers; there each user has a folder for temporary files. */
function isOwn({ uid }: Stats): boolean {
  return process.getuid === undefined || uid === process.getuid();
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
