import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { beforeEach, expect, test } from 'vitest';
import { asked } from '../helpers/asked.ts';
import { sourceHost } from '../helpers/sourceHost.ts';
import { writeSmallSurvey } from '../helpers/smallSurvey.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

let folder: string;
let study: string;

beforeEach(async () => {
  folder = temporaryFolder();
  const file = join(folder, 'small.sav');
  writeSmallSurvey(file);
  study = join(folder, 'Small.lfstudy');
  await asked('survey.import', { file, study, name: null });
});

/** Empties the first page of a table, as a bad place of a disk may be. */
function empty(table: string): void {
  const database = new Database(study);
  const page = database
    .prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(table)!;
  database.close();
  const content = readFileSync(study);
  writeFileSync(study, content.fill(0xee, (page - 1) * 4096, page * 4096));
}

const damaged = { code: 'study.damaged', params: { study: expect.stringContaining('Small.lfstudy') } };

test('damage that is found only after the study is open is damage of that study, in each lane', async () => {
  empty('concern');
  const { client } = sourceHost(folder);
  await expect(client.concern.list({ study, survey: null })).rejects.toMatchObject(damaged);
  await expect(client.study.open({ study })).rejects.toMatchObject(damaged);
  const source = { study, survey: null };
  await expect(client.export.run({ source, to: join(folder, 'out.csv') })).rejects.toMatchObject(damaged);
  await expect(
    client.concern.save({
      ...source,
      concerns: [{ variable: 'afraid', freedom: 'fear', dimensions: [], concernedWhen: [1] }],
    }),
  ).rejects.toMatchObject(damaged);
});

test('a study that is damaged where its surveys stand is listed with the others, and says so', async () => {
  empty('survey');
  const { studies } = await asked('study.list', {}, { places: { studies: folder, samples: folder } });
  expect(studies).toMatchObject([{ name: 'Small', surveys: [], problem: damaged }]);
});

test('a page of a locked study that is not what was written is damage, not another kind of file', async () => {
  await asked('study.protect', { study, passphrase: 'four words of mine' });
  const content = readFileSync(study);
  for (let page = 1; page * 4096 < content.length; page++) content[page * 4096 + 200] ^= 1;
  writeFileSync(study, content);
  await expect(asked('study.open', { study })).rejects.toMatchObject(damaged);
});
