import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Backups, Rescue } from '#contract/study.ts';
import type { Answer } from '#cli/commandAnswer.ts';
import { answer } from '#cli/answer.ts';
import { parseCommandLine } from '#cli/commandLine/commandLine.ts';
import { UsageError } from '#cli/commandLine/usageError.ts';
import { directClient } from '../helpers/directClient.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

const older = join(import.meta.dirname, '..', 'project', 'studies', 'version-5.lfstudy');
let study: string;
let to: string;

beforeEach(() => {
  const folder = temporaryFolder();
  study = join(folder, 'One.lfstudy');
  to = join(folder, 'Other.lfstudy');
  copyFileSync(older, study);
});

const run = (...words: readonly string[]): Promise<Answer> =>
  answer(directClient(), parseCommandLine(words), new AbortController().signal);

test('copies are made, listed, made a study again, and removed', async () => {
  expect((await run('backups', study)).words).toContain('There is no copy yet');
  await run('backups', study, '--make');
  const { result, words } = await run('backups', study);
  expect((result as Backups).backups).toHaveLength(1);
  expect(words).toContain((result as Backups).backups[0].backup);
  await run('backups', study, '--restore', 'latest', '--to', to);
  expect((await run('describe', to)).words).toContain('Unsafe after dark');
  await run('backups', study, '--delete');
  expect(existsSync(`${study}-backups`)).toBe(false);
});

test('a rescue says what is whole, and what could not be checked', async () => {
  const { result, words } = await run('rescue', study, '--to', to);
  expect((result as Rescue).surveys).toMatchObject([{ name: 'Wave 1', rescued: 4, lost: [] }]);
  expect((result as Rescue).unchecked).toBe(true);
  expect(words).toContain('Wave 1: 4 of 4 variables are whole.');
  expect(words).toContain('could not be checked');
  expect((await run('describe', to)).words).toContain('Unsafe after dark');
  await expect(run('rescue', study, '--to', to)).rejects.toMatchObject({ code: 'study.exists' });
});

test.each([
  ['rescue', 'a.lfstudy'],
  ['rescue', 'a.sav', '--to', 'b.lfstudy'],
  ['rescue', 'a.lfstudy', '--to', 'b.sav'],
  ['backups', 'a.lfstudy', '--restore', 'latest'],
  ['backups', 'a.lfstudy', '--to', 'b.lfstudy'],
  ['backups', 'a.lfstudy', '--make', '--delete'],
])('%s %s %s %s is refused before anything is done', (...words) => {
  expect(() => parseCommandLine(words.filter((word) => word !== undefined))).toThrow(UsageError);
});
