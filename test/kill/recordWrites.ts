import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What a program asked the system to do with a folder, in order. Paths are as they were then. */
export type DiskEvent =
  | { readonly kind: 'write'; readonly path: string; readonly offset: number; readonly content: Buffer }
  | { readonly kind: 'truncate'; readonly path: string; readonly size: number }
  | { readonly kind: 'create' | 'sync' | 'remove' | 'folder'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  /** The program said that something is done. */
  | { readonly kind: 'done'; readonly what: string };

const calls =
  'openat,close,pwrite64,pwritev,write,writev,fsync,fdatasync,ftruncate,rename,renameat2,unlink,unlinkat,mkdir,rmdir';

/** Whether system calls can be recorded here. */
export function canRecord(): boolean {
  return spawnSync('strace', ['-f', '-e', 'trace=fsync', 'true'], { stdio: 'ignore' }).status === 0;
}

/**
 * Runs `node script folder` under strace. Maps of memory are not seen: SQLite has the index of its log in one, which it
 * makes anew.
 */
export function recordWrites(script: string, folder: string): DiskEvent[] {
  const log = join(folder, '..', 'calls.txt');
  const words = ['-f', '-y', '-xx', '-s', '100000000', '-e', `trace=${calls}`, '-o', log];
  const { status, stderr } = spawnSync('strace', [...words, process.execPath, script, folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(`the work ended with ${status}: ${stderr}`);
  const events = eventsIn(readFileSync(log, 'latin1'), folder);
  rmSync(log);
  return events;
}

function eventsIn(log: string, folder: string): DiskEvent[] {
  const begun = new Map<string, string>();
  const places = new Map<string, number>();
  const names = new Set<string>();
  const events: DiskEvent[] = [];
  for (const line of log.split('\n')) {
    const [, thread, text] = /^(\d+) +(.*)$/.exec(line) ?? [];
    if (text === undefined) continue;
    if (text.endsWith('<unfinished ...>')) {
      begun.set(thread, text.slice(0, -'<unfinished ...>'.length));
      continue;
    }
    const [, rest] = /^<\.\.\. \w+ resumed>(.*)$/.exec(text) ?? [];
    const call = rest === undefined ? text : begun.get(thread)! + rest;
    events.push(...eventsOf(call, places, names).filter((event) => isInside(event, folder)));
  }
  return events;
}

function isInside(event: DiskEvent, folder: string): boolean {
  return event.kind === 'done' || event.path.startsWith(folder);
}

/** `places`: where the next byte goes that is written to a file without a place. `names`: files that are there. */
function eventsOf(text: string, places: Map<string, number>, names: Set<string>): DiskEvent[] {
  const [, call, words, result] = /^(\w+)\((.*)\) += (-?\d+)/s.exec(text) ?? [];
  if (call === undefined || Number(result) < 0) return [];
  const texts = [...words.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex]) => unescaped(hex));
  const path = unescaped(/^\d+<((?:\\x[0-9a-f]{2})*)>/.exec(words)?.[1] ?? '').toString();
  const first = texts.at(0)?.toString() ?? '';
  switch (call) {
    case 'openat': {
      if (!words.includes('O_CREAT') && !words.includes('O_TRUNC')) return [];
      places.set(first, 0);
      const isNew = words.includes('O_CREAT') && !names.has(first);
      names.add(first);
      if (isNew) return [{ kind: 'create', path: first }];
      return words.includes('O_TRUNC') ? [{ kind: 'truncate', path: first, size: 0 }] : [];
    }
    case 'write':
    case 'writev': {
      const content = Buffer.concat(texts);
      if (/^1</.test(words) && content.toString().startsWith('done ')) {
        return [{ kind: 'done', what: content.toString().trim() }];
      }
      const offset = places.get(path) ?? 0;
      places.set(path, offset + Number(result));
      return [{ kind: 'write', path, offset, content: content.subarray(0, Number(result)) }];
    }
    case 'pwrite64':
    case 'pwritev': {
      const offset = Number(/, (\d+)$/.exec(words)![1]);
      return [{ kind: 'write', path, offset, content: Buffer.concat(texts).subarray(0, Number(result)) }];
    }
    case 'fsync':
    case 'fdatasync':
      return [{ kind: 'sync', path }];
    case 'ftruncate':
      return [{ kind: 'truncate', path, size: Number(/, (\d+)$/.exec(words)![1]) }];
    case 'rename':
    case 'renameat2':
      names.delete(first);
      names.add(texts[1].toString());
      return [{ kind: 'rename', path: first, to: texts[1].toString() }];
    case 'unlink':
    case 'unlinkat':
    case 'rmdir':
      names.delete(first);
      return [{ kind: 'remove', path: first }];
    case 'mkdir':
      return [{ kind: 'folder', path: first }];
    default:
      return [];
  }
}

const unescaped = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex');
