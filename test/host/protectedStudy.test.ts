import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
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
