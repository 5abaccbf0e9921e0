import { createWriteStream, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { mkdir, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Problem } from '#engine/survey/problem.ts';
import { plainName } from '#page/plainName.ts';

const prefix = 'larger-freedom-files-';

export interface Uploads {
  /**
   * Keeps what a browser sends as a file of its name.
   * @throws `Problem` `file.noSpace`, and leaves nothing behind, where the disk cannot hold it.
   */
  receive(name: string, content: Readable, bytes: number): Promise<string>;
  /** A place where a file of this name can be written, for the browser to fetch. */
  reserve(name: string): Promise<string>;
  /** What was written there, by the number of its folder and its name as an address spells it. */
  written(number: string, name: string): string | undefined;
  remove(): void;
}

/** A browser gives a file's content, not its path: it is copied to a folder that only this user can read. */
export function createUploads(): Uploads {
  removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  let count = 0;
  const reserved = new Set<string>();
  return {
    async reserve(name) {
      const number = String(++count);
      await mkdir(join(folder, number), { mode: 0o700 });
      reserved.add(number);
      return join(folder, number, plainName(name));
    },
    written(number, name) {
      if (!reserved.has(number)) return undefined;
      const found = readdirSync(join(folder, number)).find((entry) => encodeURIComponent(entry) === name);
      return found && join(folder, number, found);
    },
    async receive(name, content, bytes) {
      const own = join(folder, String(++count));
      const path = join(own, plainName(name));
      const noSpace = new Problem('file.noSpace', { file: plainName(name), folder: tmpdir() });
      const { bavail, bsize } = await statfs(folder);
      if (bytes > bavail * bsize) throw noSpace;
      await mkdir(own, { mode: 0o700 });
      try {
        await pipeline(content, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
      } catch (error) {
        await rm(own, { recursive: true, force: true });
        throw (error as NodeJS.ErrnoException).code === 'ENOSPC' ? noSpace : error;
      }
      return path;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Copies that an earlier run of this user could not remove, because it was killed. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : NaN;
    if (Number.isNaN(pid) || isRunning(pid)) continue;
    const folder = join(tmpdir(), name);
    if (statSync(folder).uid === process.getuid?.()) rmSync(folder, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
