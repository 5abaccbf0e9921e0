import { closeSync, constants, fstatSync, openSync, readSync, statSync, type Stats } from 'node:fs';
import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';

/** A file on disk, opened for reading. */
export interface OpenFile {
  readonly path: string;
  readonly size: number;
  /** Up to `length` bytes from `offset`; fewer at the end of the file. */
  bytes(offset: number, length: number): Uint8Array;
  /** Puts up to `length` bytes from `offset` at `target[at]`; returns how many, 0 at the end of the file. */
  readInto(target: Uint8Array, at: number, length: number, offset: number): number;
  close(): void;
}

/** Nor does opening wait where a pipe took the file's place just then; Windows has no such flag. */
const reading = constants.O_RDONLY | ((constants as Partial<typeof constants>).O_NONBLOCK ?? 0);

/** @throws Problem `file.notFound`, `file.unreadable`, `file.empty`. */
export function openFile(path: string): OpenFile {
  if (path.includes('\0')) throw new Problem('file.notFound', { file: path });
  // Looked at before it is opened: opening a pipe would wait for its other end.
  refuseOtherThanFiles(
    path,
    withProblem(path, () => statSync(path)),
  );
  const descriptor = withProblem(path, () => openSync(path, reading));
  let closed = false;
  const close = (): void => {
    if (closed) return;
    closed = true;
    closeSync(descriptor);
  };
  try {
    const status = withProblem(path, () => fstatSync(descriptor));
    refuseOtherThanFiles(path, status);
    const { size } = status;
    if (size === 0) throw new Problem('file.empty', { file: path });
    const readInto: OpenFile['readInto'] = (target, at, length, offset) =>
      withProblem(path, () => readSync(descriptor, target, at, length, offset));
    const bytes: OpenFile['bytes'] = (offset, length) => {
      const target = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      return target.subarray(0, readInto(target, 0, target.length, offset));
    };
    return { path, size, bytes, readInto, close };
  } catch (error) {
    close();
    throw error;
  }
}

function refuseOtherThanFiles(path: string, status: Stats): void {
  if (status.isDirectory()) throw new Problem('file.unreadable', { file: path, reason: phrase('isFolder') });
  if (!status.isFile()) throw new Problem('file.unreadable', { file: path, reason: phrase('isNoFile') });
}

/** Turns what the operating system refuses into a problem with a name. */
function withProblem<Result>(path: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new Problem('file.notFound', { file: path });
    if (code === 'EACCES' || code === 'EPERM') {
      throw new Problem('file.unreadable', { file: path, reason: phrase('notPermitted') });
    }
    // Node's own errors (ERR_…) and a file that was closed are mistakes of ours.
    if (/^E[A-Z0-9]+$/.test(code) && code !== 'EBADF')
      throw new Problem('file.unreadable', { file: path, reason: code });
    throw error;
  }
}
