import { lstatSync, realpathSync } from 'node:fs';

/** A study's own file, where `path` is a link to it: what is beside the study is beside that one. */
export function ownFile(path: string): string {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  try {
    return isLink ? realpathSync(path) : path;
  } catch (error) {
    // A link to what is gone.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return path;
    throw error;
  }
}
