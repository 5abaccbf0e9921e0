import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Cancelled } from '#contract/client.ts';
import type { Progress, Reply } from '#contract/envelope.ts';
import type { OperationName } from '#contract/index.ts';
import { sourceHost } from '../helpers/sourceHost.ts';
import { writeSmallSurvey } from '../helpers/smallSurvey.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

const ask = (
  host: ReturnType<typeof sourceHost>['host'],
  operation: string,
  input: unknown,
): Promise<Reply> =>
  new Promise((resolve) => host.call({ id: '1', operation: operation as OperationName, input }, resolve));

test('what is not in the contract is refused', async () => {
  const { host } = sourceHost(temporaryFolder());
  for (const operation of ['matrix.explode', '__proto__', 'constructor', 'toString']) {
    expect(await ask(host, operation, {})).toMatchObject({ problem: { code: 'request.unknown' } });
  }
});

test('an input that does not fit the contract is refused and says where', async () => {
  const { host } = sourceHost(temporaryFolder());
  expect(await ask(host, 'file.preview', { file: 5 })).toMatchObject({
    kind: 'error',
    problem: { code: 'request.invalid', params: { operation: 'file.preview', detail: /^file: / } },
  });
  expect(await ask(host, 'study.list', { more: 1 })).toMatchObject({ problem: { code: 'request.invalid' } });
});

test('a window may open only what the user chose, and studies in the studies folder', async () => {
  const folder = temporaryFolder();
  const elsewhere = temporaryFolder();
  const file = join(elsewhere, 'survey.sav');
  writeSmallSurvey(file);
  const { host, client } = sourceHost(folder, 'chosen');
  await expect(client.file.preview({ file })).rejects.toMatchObject({ code: 'file.notPermitted' });
  await expect(
    client.describe.run({ source: { study: join(folder, '..', 'other.lfstudy'), survey: null } }),
  ).rejects.toMatchObject({ code: 'file.notPermitted' });
  await expect(client.study.open({ study: join(folder, 'inside.sav') })).rejects.toMatchObject({
    code: 'file.notPermitted',
  });
  host.permit(file);
  expect(await client.file.preview({ file })).toMatchObject({ rows: 400, format: 'sav' });
});

test('a study whose name begins with dots is in the studies folder all the same', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'survey.sav');
  writeSmallSurvey(file);
  const { host, client } = sourceHost(folder, 'chosen');
  host.permit(file);
  const { study } = await client.survey.import({ file, study: null, name: '.. wave 2' });
  expect(await client.study.open({ study: study.study })).toMatchObject({ name: '.. wave 2' });
});

test('a path that others would read in another way is refused', async () => {
  const folder = temporaryFolder();
  const { client } = sourceHost(folder, 'chosen');
  const roles = { weight: null, strata: null, psu: null, fpc: null, area: null, lonelyPsu: 'fail' } as const;
  for (const study of [`${folder}/other\0.lfstudy`, `${folder}/link/../study.lfstudy`]) {
    await expect(client.survey.setRoles({ study, survey: null, roles })).rejects.toMatchObject({
      code: 'file.notPermitted',
    });
  }
  expect(readdirSync(folder)).toEqual([]);
});

test('an import reports how far it is and leaves one study', async () => {
  const folder = temporaryFolder();
  const file = join(temporaryFolder(), 'household survey.sav');
  writeSmallSurvey(file, 30_000, 20);
  const { client } = sourceHost(folder);
  const seen: Progress[] = [];
  const { study, survey } = await client.survey.import(
    { file, study: null, name: null },
    { onProgress: (progress) => seen.push(progress) },
  );
  expect(study).toMatchObject({
    study: join(folder, 'household survey.lfstudy'),
    name: 'household survey',
    surveys: [{ survey, rows: 30_000, variables: 26, format: 'sav' }],
  });
  expect(seen[0].stage).toBe('opening');
  expect(seen.at(-1)).toMatchObject({ stage: 'saving', fraction: 1, rows: 30_000 });
  expect(seen.map(({ fraction }) => fraction)).toEqual(
    seen.map(({ fraction }) => fraction).sort((a, b) => a - b),
  );
  await client.study.close({ study: study.study });
  expect(readdirSync(folder)).toEqual(['household survey.lfstudy']);
});

test('a cancelled import leaves no study', async () => {
  const folder = temporaryFolder();
  const file = join(temporaryFolder(), 'survey.sav');
  writeSmallSurvey(file, 200_000, 20);
  const { client } = sourceHost(folder);
  const stop = new AbortController();
  const importing = client.survey.import(
    { file, study: null, name: null },
    { signal: stop.signal, onProgress: ({ stage }) => stage === 'reading' && stop.abort() },
  );
  await expect(importing).rejects.toBeInstanceOf(Cancelled);
  expect(readdirSync(folder)).toEqual([]);
});

test('a cancelled import into a study leaves the study as it was', async () => {
  const folder = temporaryFolder();
  const small = join(temporaryFolder(), 'first.sav');
  writeSmallSurvey(small);
  const large = join(temporaryFolder(), 'second.sav');
  writeSmallSurvey(large, 200_000, 20);
  const { client } = sourceHost(folder);
  const { study } = await client.survey.import({ file: small, study: null, name: null });
  const stop = new AbortController();
  const importing = client.survey.import(
    { file: large, study: study.study, name: null },
    { signal: stop.signal, onProgress: ({ stage }) => stage === 'reading' && stop.abort() },
  );
  await expect(importing).rejects.toBeInstanceOf(Cancelled);
  expect(await client.study.open({ study: study.study })).toEqual({ ...study, readOnly: null });
});

test('a file that is damaged leaves no study and names the file', async () => {
  const folder = temporaryFolder();
  const file = join(temporaryFolder(), 'survey.sav');
  writeFileSync(file, '$FL2 and then nothing that makes sense');
  const { client } = sourceHost(folder);
  await expect(client.survey.import({ file, study: null, name: null })).rejects.toMatchObject({
    params: { file },
  });
  expect(readdirSync(folder)).toEqual([]);
});

test('two programs cannot change one study at a time', async () => {
  const folder = temporaryFolder();
  const file = join(temporaryFolder(), 'survey.sav');
  writeSmallSurvey(file);
  const one = sourceHost(folder);
  const { study } = await one.client.survey.import({ file, study: null, name: null });
  await one.client.study.open({ study: study.study });
  const other = sourceHost(folder);
  const { roles } = study.surveys[0];
  const change = { study: study.study, survey: null, roles: { ...roles, weight: 'weight' } };
  await expect(other.client.survey.setRoles(change)).rejects.toMatchObject({ code: 'study.openElsewhere' });
  expect(await other.client.variable.list({ study: study.study, survey: null })).toBeTruthy();
  await one.client.study.close({ study: study.study });
  expect(await other.client.survey.setRoles(change)).toMatchObject({
    surveys: [{ roles: { weight: 'weight' } }],
  });
});
