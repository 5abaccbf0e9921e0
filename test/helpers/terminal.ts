import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Real survey files of others, where they are beside the project. */
export const realSurveys = resolve(root, process.env.LARGER_FREEDOM_DATA ?? '../shared/data', 'surveys');
export const realSurveysHere = existsSync(realSurveys);

export const program = join(root, 'bin', 'larger-freedom');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly problem: string;
}

/** Runs the terminal program to its end. */
export function larger(...words: string[]): Ended {
  const { status, stdout, stderr } = spawnSync(program, words, {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return { code: status, out: stdout, problem: stderr };
}

/** Whether R and these of its packages are installed here. */
export function hasR(...packages: string[]): boolean {
  const check = packages.map((name) => `stopifnot(requireNamespace("${name}", quietly = TRUE))`).join(';');
  return spawnSync('Rscript', ['--vanilla', '-e', check], { stdio: 'ignore' }).status === 0;
}
