import { copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { expect, test } from 'vitest';
import { createStudy } from '#project/openStudy.ts';
import { addSurvey } from '#project/surveys.ts';
import { sourceHost } from '../helpers/sourceHost.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

test('the good studies are listed, whatever lies beside them', async () => {
  const folder = temporaryFolder();
  const nothing = async (): Promise<void> => undefined;
  await createStudy(join(folder, 'Good.lfstudy'), 'Good', nothing);
  writeFileSync(join(folder, 'Text.lfstudy'), 'no database');
  mkdirSync(join(folder, 'Folder.lfstudy'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'Link.lfstudy'));
  const odd = join(folder, 'Odd.lfstudy');
  await createStudy(odd, 'Odd', async (study) => {
    const origin = { name: 'A', fileName: 'a', fileLabel: '', format: 'sav', encoding: 'utf-8' };
    addSurvey(study, { ...origin, rowCount: 1, importedAt: '', madeUp: false, declaredWeight: null });
  });
  new Database(odd).exec("UPDATE survey SET leftOut = 'no list'").close();

  const { studies } = await sourceHost(folder).client.study.list({});
  expect(Object.fromEntries(studies.map(({ name, problem }) => [name, problem?.code ?? 'good']))).toEqual({
    Good: 'good',
    Text: 'study.notAStudy',
    Odd: 'study.damaged',
  });
});

test('to be listed a study of an earlier form is neither changed nor copied', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'Old.lfstudy');
  copyFileSync(new URL('../project/studies/version-5.lfstudy', import.meta.url), path);
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database.close();
  const before = readFileSync(path);
  const { studies } = await sourceHost(folder).client.study.list({});
  const surveys = [{ name: 'Wave 1', rows: 4, madeUp: true }];
  expect(studies).toMatchObject([{ name: 'An older study', surveys, problem: null }]);
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(folder)).toEqual(['Old.lfstudy']);
});
