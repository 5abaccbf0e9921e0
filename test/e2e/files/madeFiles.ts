import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { closeChromium } from '../harness/chromium.ts';

/** Files that a spec writes for itself, in a folder that goes with it. Gives the path of each. */
export function madeFiles(files: Readonly<Record<string, string | Buffer>>): (name: string) => string {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'larger-freedom-files-'));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await closeChromium();
  });
  return (name) => join(folder, name);
}
