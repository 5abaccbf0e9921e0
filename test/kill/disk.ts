import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DiskEvent } from './recordWrites.ts';

/** What a power cut leaves of a change that was not synced: it, nothing, or some of it. */
export type Fate = 'kept' | 'lost' | 'torn';

type DataChange =
  | { readonly kind: 'write'; readonly offset: number; readonly content: Buffer }
  | { readonly kind: 'truncate'; readonly size: number };

interface File {
  readonly isFolder: boolean;
  content: Buffer;
  /** Asked for, and not yet sure to be on the disk. */
  waiting: DataChange[];
}

type NameChange = { readonly name: string; readonly file: File | null };

/** What power is cut to on most drives: either all of it is new, or nothing. */
const sectorBytes = 512;

/**
 * A disk as POSIX promises it and no better: the content of a file is sure once the file was synced, its name once its
 * folder was. Of what was not synced any part may be there, in any order; names change in order.
 */
export class Disk {
  readonly #sure = new Map<string, File>();
  readonly #names = new Map<string, File>();
  readonly #waiting = new Map<string, NameChange[]>();

  readonly #folder: string;

  /** What is in `folder` when the work begins. */
  constructor(folder: string) {
    this.#folder = folder;
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const path = join(folder, name);
      if (!statSync(path).isFile()) continue;
      const file = { isFolder: false, content: readFileSync(path), waiting: [] };
      this.#sure.set(path, file);
      this.#names.set(path, file);
    }
  }

  take(event: DiskEvent): void {
    if (event.kind === 'done') return;
    const { path } = event;
    switch (event.kind) {
      case 'write':
      case 'truncate':
        // A file that has no name any more is nobody's.
        this.#names.get(path)?.waiting.push(event);
        return;
      case 'create':
      case 'folder':
        this.#rename(path, { isFolder: event.kind === 'folder', content: Buffer.alloc(0), waiting: [] });
        return;
      case 'remove':
        this.#rename(path, null);
        return;
      case 'rename':
        this.#rename(event.to, this.#names.get(path) ?? null);
        this.#rename(path, null);
        return;
      case 'sync':
        this.#sync(path);
    }
  }

  #rename(name: string, file: File | null): void {
    const folder = dirname(name);
    this.#waiting.set(folder, [...(this.#waiting.get(folder) ?? []), { name, file }]);
    put(this.#names, name, file);
  }

  #sync(path: string): void {
    for (const { name, file } of this.#waiting.get(path) ?? []) put(this.#sure, name, file);
    this.#waiting.delete(path);
    const file = this.#names.get(path);
    if (file === undefined) return;
    file.content = file.waiting.reduce((content, change) => changed(content, change), file.content);
    file.waiting = [];
  }

  /** All that was asked for, as the next program finds it while the power is on. */
  whole(): Map<string, Buffer> {
    return this.#contents(this.#names, () => 'kept', 0);
  }

  /** What a power cut leaves. `random(n)`: a number below n. */
  afterPowerCut(fate: () => Fate, random: (below: number) => number): Map<string, Buffer> {
    const names = new Map(this.#sure);
    for (const changes of this.#waiting.values()) {
      const fates = fate() === 'kept' ? changes.length : random(changes.length + 1);
      for (const { name, file } of changes.slice(0, fates)) put(names, name, file);
    }
    return this.#contents(names, fate, random(0xffff));
  }

  #contents(names: ReadonlyMap<string, File>, fate: () => Fate, seed: number): Map<string, Buffer> {
    const isThere = (name: string): boolean => dirname(name) === this.#folder || names.has(dirname(name));
    const files = [...names].filter(([name, { isFolder }]) => !isFolder && isThere(name));
    return new Map(files.map(([name, file]) => [name, contentOf(file, fate, seed)]));
  }
}

function put(names: Map<string, File>, name: string, file: File | null): void {
  if (file === null) names.delete(name);
  else names.set(name, file);
}

function contentOf({ content, waiting }: File, fate: () => Fate, seed: number): Buffer {
  return waiting.reduce((sofar, change) => {
    const end = fate();
    return end === 'lost' ? sofar : changed(sofar, change, end === 'torn' ? seed : null);
  }, content);
}

/** `torn`: of a write, only sectors that this number has a bit for. */
function changed(content: Buffer, change: DataChange, torn: number | null = null): Buffer {
  if (change.kind === 'truncate') {
    const cut = Buffer.alloc(change.size);
    content.copy(cut);
    return cut;
  }
  const end = change.offset + change.content.length;
  const after = Buffer.alloc(Math.max(content.length, end));
  content.copy(after);
  for (let at = 0, sector = 0; at < change.content.length; at += sectorBytes, sector++) {
    if (torn !== null && ((torn >> (sector % 16)) & 1) === 0) continue;
    change.content.subarray(at, at + sectorBytes).copy(after, change.offset + at);
  }
  return after;
}

/** Lays a disk's files into `folder`, which is emptied first. `from`: the folder that they were in. */
export function layOut(files: ReadonlyMap<string, Buffer>, from: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [path, content] of files) {
    const to = join(folder, path.slice(from.length));
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, content);
  }
}
