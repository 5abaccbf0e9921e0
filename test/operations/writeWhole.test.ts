import { existsSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Problem } from '#engine/survey/problem.ts';
import { ByteSink } from '#formats/byteSink.ts';
import { writeWhole } from '#operations/writeWhole.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

test('a file has its name once it is whole', async () => {
  const folder = temporaryFolder();
  const to = join(folder, `${'é'.repeat(120)}.sav`);
  await writeWhole([to], false, async ([path]) => {
    writeFileSync(path, 'whole', { flag: 'wx' });
    expect(existsSync(to)).toBe(false);
  });
  expect(readFileSync(to, 'utf8')).toBe('whole');
  expect(readdirSync(folder)).toHaveLength(1);
});

test.skipIf(!existsSync('/dev/full'))(
  'a full disk leaves an older file as it was, and nothing else',
  async () => {
    const folder = temporaryFolder();
    const to = join(folder, 'out.sav');
    writeFileSync(to, 'mine');
    const writing = writeWhole([to], true, async ([path]) => {
      writeFileSync(path, 'half');
      writeFileSync('/dev/full', 'more');
    });
    await expect(writing).rejects.toMatchObject({ code: 'export.diskFull', params: { file: to } });
    expect(readFileSync(to, 'utf8')).toBe('mine');
    expect(readdirSync(folder)).toEqual(['out.sav']);
  },
);

test('a problem names the file as its user did', async () => {
  const to = join(temporaryFolder(), 'out.xlsx');
  const writing = writeWhole([to], false, async ([path]) => {
    throw new Problem('export.tooLarge', { file: path });
  });
  await expect(writing).rejects.toMatchObject({ code: 'export.tooLarge', params: { file: to } });
});

test('a writer follows no link, and writes over nothing', () => {
  const folder = temporaryFolder();
  const victim = join(folder, 'victim');
  const link = join(folder, 'link');
  symlinkSync(victim, link);
  expect(() => new ByteSink(link)).toThrow(/EEXIST/);
  expect(existsSync(victim)).toBe(false);
});

test('two exports of one name do not meet', async () => {
  const folder = temporaryFolder();
  const to = join(folder, 'out.csv');
  const write =
    (text: string) =>
    async (paths: readonly string[]): Promise<void> => {
      writeFileSync(paths[0], text, { flag: 'wx' });
    };
  await Promise.all([writeWhole([to], true, write('one')), writeWhole([to], true, write('two'))]);
  expect(['one', 'two']).toContain(readFileSync(to, 'utf8'));
  expect(readdirSync(folder)).toEqual(['out.csv']);
});
