import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { createStudy } from '#project/openStudy.ts';
import { addSurvey } from '#project/surveys.ts';
import { sourceHost } from '../helpers/sourceHost.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

let folder: string;
let settings: string;

beforeEach(() => {
  folder = temporaryFolder();
  settings = join(temporaryFolder(), 'of the app', 'settings.json');
});

async function makeStudy(name: string, place = folder): Promise<string> {
  const path = join(place, `${name}.lfstudy`);
  await createStudy(path, name, async (study) => {
    const origin = {
      name: `Wave of ${name}`,
      fileName: 'a',
      fileLabel: '',
      format: 'sav',
      encoding: 'utf-8',
    };
    addSurvey(study, { ...origin, rowCount: 7, importedAt: '', madeUp: true, declaredWeight: null });
  });
  return path;
}

test('the last ten are kept, the last one first, each once, with their surveys', async () => {
  const { client } = sourceHost(folder, 'chosen', { settings });
  expect(await client.settings.recent({})).toEqual({ studies: [] });
  const paths: string[] = [];
  for (let index = 0; index < 12; index++) paths.push(await makeStudy(`Study ${index}`));
  for (const study of [...paths, paths[5]]) await client.settings.remember({ study });
  const { studies } = await client.settings.recent({});
  expect(studies.map(({ name }) => name)).toEqual(
    [5, 11, 10, 9, 8, 7, 6, 4, 3, 2].map((index) => `Study ${index}`),
  );
  expect(studies[0]).toMatchObject({
    study: paths[5],
    surveys: [{ name: 'Wave of Study 5', rows: 7, madeUp: true }],
    there: true,
  });
  expect(Date.now() - Date.parse(studies[0].openedAt)).toBeLessThan(60_000);
  expect(new Set(studies.map(({ recent }) => recent)).size).toBe(10);
});

test('a theme that is chosen and the list do not touch each other; another program reads both', async () => {
  const { client } = sourceHost(folder, 'chosen', { settings });
  await client.settings.remember({ study: await makeStudy('One') });
  expect(await client.settings.change({ theme: 'dark' })).toMatchObject({ theme: 'dark' });
  await client.settings.remember({ study: await makeStudy('Two') });
  const other = sourceHost(folder, 'chosen', { settings }).client;
  expect(await other.settings.get({})).toMatchObject({ theme: 'dark' });
  expect((await other.settings.recent({})).studies.map(({ name }) => name)).toEqual(['Two', 'One']);
});

test('what is gone stays in the list as missing, until it is taken off', async () => {
  const { client } = sourceHost(folder, 'chosen', { settings });
  const [one, two] = [await makeStudy('One'), await makeStudy('Two')];
  await client.settings.remember({ study: one });
  await client.settings.remember({ study: two });
  rmSync(one);
  const { studies } = await client.settings.recent({});
  expect(studies.map(({ name, there }) => [name, there])).toEqual([
    ['Two', true],
    ['One', false],
  ]);
  const left = await client.settings.forget({ recent: studies[1].recent });
  expect(left.studies.map(({ name }) => name)).toEqual(['Two']);
  expect(await client.settings.forget({ recent: null })).toEqual({ studies: [] });
  expect(JSON.parse(readFileSync(settings, 'utf8'))).toMatchObject({ theme: 'system' });
});

test('only what a window may open is remembered', async () => {
  const elsewhere = await makeStudy('Elsewhere', temporaryFolder());
  const { client, host } = sourceHost(folder, 'chosen', { settings });
  await expect(client.settings.remember({ study: elsewhere })).rejects.toMatchObject({
    code: 'file.notPermitted',
  });
  await expect(client.settings.remember({ study: join(folder, 'None.lfstudy') })).rejects.toMatchObject({
    code: 'study.notFound',
  });
  expect(await client.settings.recent({})).toEqual({ studies: [] });
  host.permit(elsewhere);
  expect((await client.settings.remember({ study: elsewhere })).studies).toHaveLength(1);
});

test('a study outside the studies folder opens again on the desktop, and asks again in a browser', async () => {
  const elsewhere = await makeStudy('Elsewhere', temporaryFolder());
  const first = sourceHost(folder, 'chosen', { settings });
  first.host.permit(elsewhere);
  await first.client.settings.remember({ study: elsewhere });
  const browser = sourceHost(folder, 'chosen', { settings });
  expect((await browser.client.settings.recent({})).studies).toMatchObject([{ there: true }]);
  await expect(browser.client.study.open({ study: elsewhere })).rejects.toMatchObject({
    code: 'file.notPermitted',
  });
  const desktop = sourceHost(folder, 'chosen', { settings, reopens: true });
  expect(await desktop.client.study.open({ study: elsewhere })).toMatchObject({ name: 'Elsewhere' });
  const moved = join(folder, '..', 'moved.lfstudy');
  renameSync(elsewhere, moved);
  await expect(desktop.client.study.open({ study: moved })).rejects.toMatchObject({
    code: 'file.notPermitted',
  });
  rmSync(moved);
});

test('a list that is damaged is empty, and the theme beside it is kept', async () => {
  mkdirSync(join(settings, '..'));
  writeFileSync(settings, '{"theme":"dark","recent":[{"study":5}]}');
  const { client } = sourceHost(folder, 'chosen', { settings, reopens: true });
  expect(await client.settings.recent({})).toEqual({ studies: [] });
  expect(await client.settings.get({})).toMatchObject({ theme: 'dark' });
});
