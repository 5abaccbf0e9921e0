import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { openSurveyFile } from '#formats/openSurveyFile.ts';
import type { SurveyOutput } from '#formats/surveyOutput.ts';
import { writeDtaFile } from '#formats/dta/writeDtaFile.ts';
import { writeSavFile } from '#formats/sav/writeSavFile.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';
import { hasR } from '../helpers/terminal.ts';

/**
 * What came in from a `.sav` goes out equal to haven's reading of the original; PSPP reads it alike. Where R or
 * PSPP is not installed this says so and is passed over: `written.test.ts` holds what they read, recorded.
 */
const data = process.env['LARGER_FREEDOM_DATA'] ?? join(import.meta.dirname, '../../../shared/data');
const files = [
  ...globSync(join(import.meta.dirname, 'fixtures/*.{sav,zsav}')),
  ...globSync(join(data, '**/*.sav')),
].sort();
/** haven passes over the value labels of version 108, which R's foreign reads as we do. */
const stata = [
  ...globSync(join(import.meta.dirname, 'fixtures/haven*.dta')),
  ...globSync(join(import.meta.dirname, 'fixtures/foreign-7.dta')),
  ...globSync(join(data, '**/*.dta')),
].sort();
/** PSPP takes seconds for a large one. */
const small = files.filter((path) => statSync(path).size < 500_000);
const readByHaven = hasR('haven');
const readByPspp = spawnSync('pspp-convert', ['--version'], { stdio: 'ignore' }).status === 0;
if (!readByHaven) console.log('not compared with haven: R or its package is not here');
if (!readByPspp) console.log('not compared with PSPP: it is not here');
if (!existsSync(data)) console.log(`without the surveys of others: there is no ${data}`);

async function outputOf(path: string): Promise<SurveyOutput & { close(): void }> {
  const file = await openSurveyFile(path);
  return {
    ...file,
    documents: [],
    createdAt: '2011-03-01T12:00:00',
    rowCount: file.rowCount!,
    chunks: () => file.read({ chunkRows: 1000 }),
  };
}

/** What haven says of pairs of an original and a file written from it. */
function inHaven(folder: string, pairs: readonly (readonly [string, string])[]): string[] {
  const list = join(folder, 'pairs.txt');
  writeFileSync(list, pairs.map((pair) => `${pair.join('\t')}\n`).join(''));
  const script = join(import.meta.dirname, 'sameInHaven.R');
  return execFileSync('Rscript', ['--vanilla', script, list], { encoding: 'utf8' }).trim().split('\n');
}

test.runIf(readByHaven)(
  'haven reads what we write as it reads the original',
  { timeout: 180_000 },
  async () => {
    const folder = temporaryFolder();
    const pairs: [string, string][] = [];
    for (const [index, path] of files.entries()) {
      const output = await outputOf(path);
      const to = (ending: string): string => join(folder, `${index}-${basename(path)}${ending}`);
      await writeSavFile(to('.sav'), output, 'bytes');
      await writeSavFile(to('.zsav'), output, 'zlib');
      await writeDtaFile(to('.dta'), output);
      output.close();
      for (const ending of ['.sav', '.zsav', '.dta']) pairs.push([path, to(ending)]);
    }
    expect(inHaven(folder, pairs)).toEqual(pairs.map(([, to]) => `${basename(to)}: the same`));
  },
);

test.runIf(readByHaven)(
  'haven reads a .dta that we write as it reads the .dta it came from',
  { timeout: 180_000 },
  async () => {
    const folder = temporaryFolder();
    const pairs: [string, string][] = [];
    for (const [index, path] of stata.entries()) {
      const output = await outputOf(path);
      const to = join(folder, `${index}-${basename(path)}`);
      await writeDtaFile(to, output);
      output.close();
      pairs.push([path, to]);
    }
    expect(inHaven(folder, pairs)).toEqual(pairs.map(([, to]) => `${basename(to)}: the same`));
  },
);

test.runIf(readByPspp)(
  'PSPP reads what we write as it reads the original',
  { timeout: 120_000 },
  async () => {
    const folder = temporaryFolder();
    for (const [index, path] of small.entries()) {
      const output = await outputOf(path);
      const original = join(folder, `${index}.csv`);
      if (spawnSync('pspp-convert', ['-O', 'csv', path, original], { stdio: 'ignore' }).status !== 0)
        continue;
      for (const compression of ['bytes', 'zlib'] as const) {
        const to = join(folder, `${index}.${compression}.sav`);
        await writeSavFile(to, output, compression);
        execFileSync('pspp-convert', ['-O', 'csv', to, `${to}.csv`], { stdio: 'ignore' });
        expect(
          readFileSync(`${to}.csv`).equals(readFileSync(original)),
          `${basename(path)} ${compression}`,
        ).toBe(true);
      }
      output.close();
    }
  },
);
