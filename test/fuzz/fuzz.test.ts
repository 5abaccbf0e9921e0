import './allocations.ts';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';
import { fuzzFile, fuzzTargets } from './fuzzTargets.ts';
import { outcomeOf } from './outcomeOf.ts';
import { writeExplained } from './writeExplained.ts';

/** The first of the files that `npm run fuzz` tries: every one is read or refused, quickly, in bounded memory. */
const files = 200;
/** Other tests run beside this one. */
const mostMs = 10_000;

describe.each(fuzzTargets)('damaged files: $name', (target) => {
  const bounds = { perByte: target.perByte, mostMs };

  it(`${files} of them are read or refused`, async () => {
    const folder = temporaryFolder();
    const path = join(folder, `a.${target.ending}`);
    const data = writeExplained(target, folder);
    const originals = target.originals();
    let read = 0;
    for (let index = 0; index < files; index++) {
      const { code, fault } = await outcomeOf(path, fuzzFile(target, originals, index), bounds, data);
      expect(fault, `file ${index}`).toBeNull();
      if (code === 'read') read++;
    }
    expect(read).toBeGreaterThan(files / 40);
    expect(files - read).toBeGreaterThan(files / 4);
  });

  it('are not mistaken for sound ones: what they are made from is read', async () => {
    const folder = temporaryFolder();
    const path = join(folder, `a.${target.ending}`);
    const data = writeExplained(target, folder);
    for (const { bytes, build } of target.originals()) {
      expect((await outcomeOf(path, build(bytes), bounds, data)).code).toBe('read');
    }
  });
});

const corpus = join(import.meta.dirname, 'corpus');

describe('files that a reader once failed on', () => {
  it('are read or refused', async () => {
    for (const name of existsSync(corpus) ? readdirSync(corpus) : []) {
      const ending = extname(name).slice(1);
      const path = join(temporaryFolder(), `a.${ending}`);
      const { fault } = await outcomeOf(path, readFileSync(join(corpus, name)), { perByte: 2000, mostMs });
      expect(fault, name).toBeNull();
    }
  });
});
