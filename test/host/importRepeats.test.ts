import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sourceHost } from '../helpers/sourceHost.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';
import { sheetXml, workbookParts, zipBytes } from '../formats/zipBytes.ts';

function writeExport(folder: string, members: Parameters<typeof sheetXml>[0]): string {
  const path = join(folder, 'export.xlsx');
  const households = sheetXml([
    ['size', '_index'],
    [2, 1],
    [1, 2],
  ]);
  writeFileSync(
    path,
    zipBytes(
      workbookParts([
        { name: 'household', xml: households },
        { name: 'member', xml: sheetXml([['age', '_parent_index'], ...members]) },
      ]),
    ),
  );
  return path;
}

test('a repeated part comes in beside its households, as a survey of its own', async () => {
  const folder = temporaryFolder();
  const file = writeExport(folder, [
    [30, 1],
    [4, 1],
    [61, 2],
  ]);
  const { client } = sourceHost(folder);
  expect((await client.file.preview({ file })).choices?.repeats.map(({ name }) => name)).toEqual(['member']);
  const { study, survey } = await client.survey.import({
    file,
    study: null,
    name: null,
    repeats: ['member'],
  });
  expect(study.surveys.map(({ name, rows }) => [name, rows])).toEqual([
    ['export', 2],
    ['export member', 3],
  ]);
  expect(survey).toBe(study.surveys[0].survey);
});

test('where a repeat cannot be brought in, nothing is', async () => {
  const folder = temporaryFolder();
  const file = writeExport(folder, []);
  const { client } = sourceHost(folder);
  const input = { file, study: null, name: null, repeats: ['member'] };
  await expect(client.survey.import(input)).rejects.toMatchObject({ code: 'file.noRows' });
  expect((await client.study.list({})).studies).toEqual([]);
});

test('a form that was not chosen in the window is not opened', async () => {
  const folder = temporaryFolder();
  const file = writeExport(folder, [[1, 1]]);
  const { host, client } = sourceHost(temporaryFolder(), 'chosen');
  host.permit(file);
  const reading = { companion: join(folder, 'form.xlsx') };
  await expect(client.file.preview({ file, reading })).rejects.toMatchObject({
    code: 'file.notPermitted',
    params: { file: reading.companion },
  });
});
