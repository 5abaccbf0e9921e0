import { extname, resolve } from 'node:path';
import { sampleName } from '#contract/study.ts';

/** What to open first: a teaching study, a study, a survey file, or nothing. */
export interface Start {
  readonly sample?: string;
  readonly study?: string;
  readonly file?: string;
}

export const sampleNames: readonly string[] = sampleName.options;

/** A path from the command line or from the desktop. */
export function startWithPath(path: string, folder: string): Start {
  const full = resolve(folder, path);
  return extname(full).toLowerCase() === '.lfstudy' ? { study: full } : { file: full };
}

/** The window reads it from its own address. */
export function startQuery(start: Start): string {
  const query = new URLSearchParams(
    Object.entries(start).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  ).toString();
  return query && `?${query}`;
}

/** The path that the host has to let through before the window asks for it. */
export function startPath(start: Start): string | undefined {
  return start.study ?? start.file;
}
