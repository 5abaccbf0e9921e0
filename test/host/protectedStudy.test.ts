import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Client } from '#contract/client.ts';
import { Problem } from '#engine/survey/problem.ts';
import { pageOf } from '../helpers/pageOf.ts';
import { sourceHost } from '../helpers/sourceHost.ts';
import { writeSmallSurvey } from '../helpers/smallSurvey.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

const secret = 'four words of mine';
const locked = { code: 'study.locked' };

async function protectedStudy(): Promise<{ folder: string; study: string }> {
  const folder = temporaryFolder();
  const file = join(folder, 'small.sav');
  writeSmallSurvey(file);
  const study = join(folder, 'Small.lfstudy');
  const { client } = sourceHost(folder);
  await client.survey.import({ file, study, name: 'Wave of Amina' });
  await client.study.open({ study });
  await client.study.protect({ study, passphrase: secret });
  await client.study.close({ study });
  return { folder, study };
}

test('a study that was put under a passphrase goes on being open, in every lane, until it is closed', async () => {
  const { folder, study } = await protectedStudy();
  const { client } = sourceHost(folder);
  await expect(client.study.open({ study })).rejects.toMatchObject(locked);
  await expect(client.study.unlock({ study, passphrase: 'Four words of mine' })).rejects.toMatchObject({
    code: 'study.wrongPassphrase',
  });
  await expect(client.study.open({ study })).rejects.toMatchObject(locked);

  await client.study.unlock({ study, passphrase: secret });
  expect(await client.study.open({ study })).toMatchObject({
    locked: true,
    surveys: [{ name: 'Wave of Amina' }],
  });
  const source = { study, survey: null };
  const quick = await client.crosstab.run({ source, rows: 'afraid', columns: 'theft' });
  expect(quick.cells.length).toBeGreaterThan(3);
  const to = join(folder, 'out.csv');
  await client.export.run({ source, to });
  expect(existsSync(to)).toBe(true);
  expect((await client.study.backUp({ study, when: 'now' })).made).toBe(true);

  await client.study.close({ study });
  await expect(client.study.open({ study })).rejects.toMatchObject(locked);
}, 120_000);

test('a locked study is listed by its file’s name alone, and what it holds is not remembered beside it', async () => {
  const { folder, study } = await protectedStudy();
  const settings = join(folder, 'settings.json');
  const { client } = sourceHost(folder, 'any', { settings });
  const { studies } = await client.study.list({});
  expect(studies).toMatchObject([{ name: 'Small', surveys: [], problem: locked }]);
  await client.study.unlock({ study, passphrase: secret });
  await client.settings.remember({ study });
  expect(readFileSync(settings, 'utf8')).not.toContain('Amina');
}, 120_000);

test('while a study is put under a passphrase, what else is asked of it waits and is answered', async () => {
  const { folder, study } = await protectedStudy();
  const { client } = sourceHost(folder);
  await client.study.unlock({ study, passphrase: secret });
  await client.study.open({ study });
  const source = { study, survey: null };
  const [, crosstab, saved] = await Promise.all([
    client.study.protect({ study, passphrase: null }),
    client.crosstab.run({ source, rows: 'afraid', columns: 'theft' }),
    client.survey.setRoles({
      ...source,
      roles: { weight: 'weight', strata: 'stratum', psu: 'psu', fpc: null, area: null, lonelyPsu: 'fail' },
    }),
  ]);
  expect(crosstab.cells.length).toBeGreaterThan(3);
  expect(saved.surveys[0].roles.weight).toBe('weight');
  const { client: other } = sourceHost(folder);
  await client.study.close({ study });
  const { surveys, locked: still } = await other.study.open({ study });
  expect(still).toBe(false);
  expect(surveys[0].roles.psu).toBe('psu');
}, 120_000);

const elsewhere = async (client: Client, study: string): Promise<unknown> =>
  client.study.open({ study, toLookAt: true }).then(() => 'open', toCode);
const toCode = (error: unknown): unknown => (error instanceof Problem ? error.code : error);

test('a locked study is locked again once nobody has it open: closed, left, or loaded again', async () => {
  const { folder, study } = await protectedStudy();
  const { host } = sourceHost(folder);
  const [left, right, third] = ['left', 'right', 'third'].map((page) => pageOf(host, page));
  await left.study.unlock({ study, passphrase: secret });
  await left.study.open({ study });
  await right.study.open({ study, toLookAt: true });
  // Whoever only looks goes on looking.
  await left.study.close({ study });
  expect((await right.variable.list({ study, survey: null })).variables).not.toEqual([]);
  host.leave('right');
  expect(await elsewhere(third, study)).toBe('study.locked');

  await third.study.unlock({ study, passphrase: secret });
  await third.study.open({ study });
  host.leave('third');
  expect(await elsewhere(left, study)).toBe('study.locked');
}, 120_000);

test('a study made of a copy stays open when the one that the copy is of is closed', async () => {
  const { folder, study } = await protectedStudy();
  const { client } = sourceHost(folder);
  await client.study.unlock({ study, passphrase: secret });
  await client.study.open({ study });
  const { backups } = await client.study.backUp({ study, when: 'now' });
  const made = await client.study.restore({ study, backup: backups[0].backup });
  await client.study.open(made);
  await client.study.close({ study });
  expect((await client.variable.list({ ...made, survey: null })).variables).not.toEqual([]);
  await client.study.close(made);
  await expect(client.study.open(made)).rejects.toMatchObject(locked);
}, 120_000);
