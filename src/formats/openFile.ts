import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { Problem } from '#engine/survey/problem.ts';

/** A file on disk, opened for reading. */
export interface OpenFile {
  readonly path: string;
  readonly descriptor: number;
  readonly size: number;
  /** Up to `length` bytes from `offset`; fewer at the end of the file. */
  bytes(offset: number, length: number): Uint8Array;
  close(): void;
}

/** @throws Problem `file.notFound`, `file.unreadable`, `file.empty`. */
export function openFile(path: string): OpenFile {
  const descriptor = withProblem(path, () => openSync(path, 'r'));
  let closed = false;
  const close = (): void => {
    if (closed) return;
    closed = true;
    closeSync(descriptor);
  };
  try {
    const status = withProblem(path, () => fstatSync(descriptor));
    if (status.isDirectory()) throw new Problem('file.unreadable', { file: path, reason: 'it is a folder' });
    if (!status.isFile()) throw new Problem('file.unreadable', { file: path, reason: 'it is not a file' });
    if (status.size === 0) throw new Problem('file.empty', { file: path });
    const bytes = (offset: number, length: number): Uint8Array => {
      const target = new Uint8Array(Math.max(0, Math.min(length, status.size - offset)));
      const count = withProblem(path, () => readSync(descriptor, target, 0, target.length, offset));
      return target.subarray(0, count);
    };
    return { path, descriptor, size: status.size, bytes, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Turns what the operating system refuses into a problem with a name. */
function withProblem<Result>(path: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new Problem('file.notFound', { file: path });
    if (code === 'EACCES' || code === 'EPERM') {
      throw new Problem('file.unreadable', { file: path, reason: 'permission denied' });
    }
    if (code.startsWith('E')) throw new Problem('file.unreadable', { file: path, reason: code });
    throw error;
  }
}
