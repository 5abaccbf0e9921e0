import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { expect, test } from 'vitest';
import { studyName, type StudyFile } from '#project/studyFile.ts';
import { createStudy, openStudy } from '#project/openStudy.ts';
import { surveysOf } from '#project/surveys.ts';
import { removeUnfinished, removeUnfinishedOf, unfinishedName } from '#project/unfinished.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

const nothing = async (): Promise<void> => undefined;

async function madeIn(folder: string): Promise<string> {
  const path = join(folder, 'One.lfstudy');
  await createStudy(path, 'One', nothing);
  return path;
}

function problemOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('a problem was expected');
}

test('a study that was made opens, empty, with its name', async () => {
  const study = openStudy(await madeIn(temporaryFolder()));
  expect(studyName(study)).toBe('One');
  expect(surveysOf(study)).toEqual([]);
  study.close();
});

test('a study is one file once it is closed', async () => {
  const folder = temporaryFolder();
  openStudy(await madeIn(folder)).close();
  expect(readdirSync(folder)).toEqual(['One.lfstudy']);
});

test('no study is made over another', async () => {
  const path = await madeIn(temporaryFolder());
  await expect(createStudy(path, 'Two', nothing)).rejects.toMatchObject({ code: 'study.exists' });
});

test('a study whose making failed is not there at all', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'One.lfstudy');
  const failing = createStudy(path, 'One', async () => {
    throw new Error('the cable was pulled');
  });
  await expect(failing).rejects.toThrow('the cable was pulled');
  expect(readdirSync(folder)).toEqual([]);
});

test('a full disk while a study is made leaves nothing', async () => {
  const folder = temporaryFolder();
  const filling = createStudy(join(folder, 'One.lfstudy'), 'One', async ({ database }: StudyFile) => {
    database.pragma('max_page_count = 12');
    database.exec('CREATE TABLE big (content)');
    for (;;) database.prepare('INSERT INTO big VALUES (zeroblob(4096))').run();
  });
  await expect(filling).rejects.toMatchObject({ code: 'study.diskFull' });
  expect(readdirSync(folder)).toEqual([]);
});

test('a study of a newer version is refused and left alone', async () => {
  const path = await madeIn(temporaryFolder());
  const database = new Database(path);
  database.pragma('user_version = 999');
  database.close();
  expect(problemOf(() => openStudy(path))).toMatchObject({
    code: 'study.newer',
    params: { study: path, version: 999 },
  });
});

test('a file that is no study is refused', async () => {
  const folder = temporaryFolder();
  const text = join(folder, 'text.lfstudy');
  writeFileSync(text, 'no database at all');
  expect(problemOf(() => openStudy(text))).toMatchObject({ code: 'study.notAStudy' });
  const other = join(folder, 'other.lfstudy');
  new Database(other).exec('CREATE TABLE t (x)').close();
  expect(problemOf(() => openStudy(other))).toMatchObject({ code: 'study.notAStudy' });
  expect(problemOf(() => openStudy(join(folder, 'gone.lfstudy')))).toMatchObject({ code: 'study.notFound' });
});

test('a study that another program keeps locked says so', async () => {
  const path = await madeIn(temporaryFolder());
  const other = new Database(path);
  other.pragma('locking_mode = EXCLUSIVE');
  other.exec('BEGIN EXCLUSIVE');
  expect(problemOf(() => openStudy(path))).toMatchObject({ code: 'study.openElsewhere' });
  other.close();
}, 20_000);

test('what a killed program left is removed, what another is making is not', () => {
  const folder = temporaryFolder();
  const left = join(folder, 'left.lfstudy-unfinished-999999999-1-0123456789abcdef');
  const young = join(folder, 'young.lfstudy-unfinished-999999999-1-0123456789abcdef');
  const growing = unfinishedName(join(folder, 'growing.lfstudy'));
  for (const path of [left, young, growing]) writeFileSync(path, '');
  for (const path of [left, growing]) utimesSync(path, 0, 0);
  removeUnfinished(folder);
  expect([left, young, growing].map((path) => existsSync(path))).toEqual([false, true, true]);
  removeUnfinishedOf(join(folder, 'young.lfstudy'));
  removeUnfinishedOf(join(folder, 'growing.lfstudy'));
  expect([young, growing].map((path) => existsSync(path))).toEqual([false, true]);
});
