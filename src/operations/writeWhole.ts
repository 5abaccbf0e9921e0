import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { getSystemErrorMessage } from 'node:util';
import { Problem } from '#engine/survey/problem.ts';
import { flush, flushFolder } from '#project/durable.ts';
import { removeUnfinishedOf, unfinishedName } from '#project/unfinished.ts';

/** @throws Problem export.exists where one of the files is there */
export function refuseExisting(targets: readonly string[]): void {
  const existing = targets.find((target) => existsSync(target));
  if (existing !== undefined) throw new Problem('export.exists', { file: existing });
}

/**
 * Has `write` make files under names beside `targets`; they get their own names once they are whole and on the
 * disk. Where anything fails nothing is left of them, and older files of these names are as they were.
 *
 * @throws Problem export.exists, export.diskFull, export.notWritable, and what `write` throws
 */
export async function writeWhole<Result>(
  targets: readonly string[],
  replace: boolean,
  write: (paths: readonly string[]) => Promise<Result>,
): Promise<Result> {
  targets.forEach(removeUnfinishedOf);
  const paths = targets.map(unfinishedName);
  try {
    const result = await write(paths);
    for (const path of paths) flush(path);
    if (!replace) refuseExisting(targets);
    paths.forEach((path, index) => renameSync(path, targets[index]));
    for (const folder of new Set(targets.map((target) => dirname(target)))) flushFolder(folder);
    return result;
  } catch (error) {
    for (const path of paths) rmSync(path, { force: true });
    throw fileProblem(error, targets[0], (file) => targets[paths.indexOf(file)]);
  }
}

/** The system's refusals, as problems that name the file, by the name that the user gave it. */
function fileProblem(
  error: unknown,
  target: string,
  named: (unfinished: string) => string | undefined,
): unknown {
  if (error instanceof Problem) {
    const { file } = error.params;
    const name = typeof file === 'string' ? named(file) : undefined;
    return name === undefined ? error : new Problem(error.code, { ...error.params, file: name });
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') {
    return new Problem('export.diskFull', { file: target });
  }
  if (/^(EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EISDIR|ENOTEMPTY|EINVAL|ENAMETOOLONG|EBUSY|EIO)$/.test(code)) {
    return new Problem('export.notWritable', { file: target, reason: reasonOf(error) });
  }
  return error;
}

/** The system's own words for it, such as “permission denied”. */
function reasonOf(error: unknown): string {
  const number = error instanceof Error && 'errno' in error ? Number(error.errno) : 0;
  return number < 0 ? getSystemErrorMessage(number) : String(error);
}
