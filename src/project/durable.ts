import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Gives a file that is whole its name, so that a power cut leaves the one or the other: its content reaches the disk
 * before the name does, and the name before this returns. (On macOS Node asks for F_FULLFSYNC.)
 */
export function renameWhole(from: string, to: string): void {
  flush(from);
  renameSync(from, to);
  flushFolder(dirname(to));
}

/**
 * Puts the names in a folder on the disk. Windows has no such call, and writes names with their files; some network
 * folders refuse it.
 */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  try {
    flush(folder, 'r');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!/^(EINVAL|ENOTSUP|EOPNOTSUPP|ENOSYS|EACCES|EPERM|EISDIR|EBADF)$/.test(code)) throw error;
  }
}

/** Puts a file's content on the disk. */
export function flush(path: string, flags: 'r' | 'r+' = 'r+'): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
