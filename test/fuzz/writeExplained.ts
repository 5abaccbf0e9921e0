import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FuzzTarget } from './fuzzTargets.ts';

/** Writes the survey that a form or codebook goes with, if the target is one, and gives its path. */
export function writeExplained({ explains }: FuzzTarget, folder: string): string | null {
  if (explains === undefined) return null;
  const path = join(folder, explains.name);
  writeFileSync(path, explains.text);
  return path;
}
