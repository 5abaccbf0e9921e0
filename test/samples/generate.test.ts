import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateSample } from '../../samples/generate.ts';
import { sampleFolder, surveyAnswers } from './samples.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'samples-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const hash = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

describe.each([
  { name: 'bangladesh', files: 4, limit: 300_000 },
  { name: 'benin', files: 3, limit: 1_500_000 },
] as const)('the generator, run again for $name', ({ name, files, limit }) => {
  it('gives the files of the repository, byte for byte', () => {
    const target = mkdtempSync(join(folder, name));
    generateSample(name, target);
    const made = readdirSync(target);
    expect(made).toHaveLength(files);
    for (const file of made) expect(hash(join(target, file)), file).toBe(hash(join(sampleFolder, file)));
  });

  it('gives a file small enough for the repository', () => {
    expect(statSync(join(sampleFolder, `${name}.sav`)).size).toBeLessThan(limit);
  });

  it('gives the file that R has analysed', () => {
    expect(surveyAnswers(name).sha256).toBe(hash(join(sampleFolder, `${name}.sav`)));
  });
});
