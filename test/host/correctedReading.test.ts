import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '#contract/client.ts';
import { openStudy } from '#project/openStudy.ts';
import { sheetXml, workbookParts, zipBytes, type HandSheet } from '../formats/zipBytes.ts';
import { sourceHost } from '../helpers/sourceHost.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

type Rows = Parameters<typeof sheetXml>[0];

let folder: string;
let client: Client;

beforeEach(() => {
  folder = temporaryFolder();
  ({ client } = sourceHost(temporaryFolder()));
});

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function writeWorkbook(name: string, sheets: Readonly<Record<string, Rows>>): string {
  const parts = Object.entries(sheets).map(([sheet, rows]): HandSheet => ({
    name: sheet,
    xml: sheetXml(rows),
  }));
  return write(name, zipBytes(workbookParts(parts)));
}

const form = (): string =>
  writeWorkbook('form.xlsx', {
    survey: [
      ['type', 'name', 'label::English (en)', 'label::Français (fr)'],
      ['select_one sex', 'head', 'Sex of the head', 'Sexe du chef'],
      ['integer', 'size', 'Members', 'Membres'],
      ['begin repeat', 'member', 'Member', 'Membre'],
      ['select_one sex', 'sex', 'Sex', 'Sexe'],
      ['end repeat', null, null, null],
    ],
    choices: [
      ['list_name', 'name', 'label::English (en)', 'label::Français (fr)'],
      ['sex', 1, 'Woman', 'Femme'],
      ['sex', 2, 'Man', 'Homme'],
    ],
    settings: [['default_language'], ['English (en)']],
  });
const households: Rows = [
  ['head', 'size', '_index'],
  [1, 2, 1],
  [2, 1, 2],
];
const members: Rows = [
  ['sex', '_index', '_parent_index'],
  [1, 1, 1],
  [2, 2, 1],
  [2, 3, 2],
];

async function importKobo(): Promise<{ study: string; survey: number; member: number }> {
  const companion = form();
  const file = writeWorkbook('answers.xlsx', { main: households, member: members });
  const reading = { companion, language: 'Français (fr)' };
  const { study, survey } = await client.survey.import({
    file,
    study: null,
    name: null,
    reading,
    repeats: ['member'],
    leaveOut: ['size'],
  });
  rmSync(companion);
  return { study: study.study, survey, member: study.surveys[1].survey };
}

const labels = async (study: string, survey: number): Promise<string[]> =>
  (await client.variable.list({ study, survey })).variables.map(({ name, label }) =>
    `${name} ${label}`.trim(),
  );

describe('a corrected file', () => {
  test('of text is read with the encoding, the delimiter and the decimal mark that the first one was', async () => {
    const text = (last: string): Buffer => Buffer.from(`âge;revenu\n34;1,5\n51;2,5\n19;${last}\n`, 'latin1');
    const reading = { encoding: 'windows-1252', delimiter: ';', decimal: ',' as const };
    const file = write('first.csv', text('3,5'));
    const { study, survey } = await client.survey.import({ file, study: null, name: null, reading });
    const reference = { study: study.study, survey };
    expect(await client.survey.reading(reference)).toMatchObject({ reading, companion: null });

    const corrected = write('corrected.csv', text('9,25'));
    const { changes } = await client.survey.replace({ ...reference, file: corrected });
    expect([changes.added, changes.removed, changes.types]).toEqual([[], [], []]);
    const { variables } = await client.variable.list(reference);
    expect(variables.map(({ name, sum }) => [name, sum])).toEqual([
      ['âge', 104],
      ['revenu', 1.5 + 2.5 + 9.25],
    ]);
  });

  test('may be read in another way, which counts from then on', async () => {
    const file = write('first.csv', 'a;b\n1;1,5\n2;2,5\n');
    const reading = { delimiter: ';', decimal: ',' as const };
    const { study, survey } = await client.survey.import({ file, study: null, name: null, reading });
    const reference = { study: study.study, survey };
    const corrected = write('corrected.csv', 'a|b\n1|1.5\n2|2.5\n');
    const other = { delimiter: '|', decimal: '.' as const };
    await client.survey.replace({ ...reference, file: corrected, reading: other });
    expect((await client.survey.reading(reference)).reading).toEqual(other);
  });

  test('of Kobo is explained by the form that came with the first one, though it is gone, with its repeats', async () => {
    const { study, survey, member } = await importKobo();
    const before = await client.survey.reading({ study, survey });
    expect(before).toEqual({
      reading: { language: 'Français (fr)' },
      companion: 'form.xlsx',
      repeats: [{ survey: member, name: 'answers member', sheet: 'member' }],
      leftOut: ['size'],
      variables: ['head', '_index', 'sex', '_parent_index'],
    });
    expect(await labels(study, survey)).toContain('head Sexe du chef');

    const file = writeWorkbook('corrected.xlsx', {
      main: [...households, [1, 1, 3]],
      member: [...members, [1, 4, 3], [1, 5, 3]],
    });
    const preview = await client.file.preview({
      file,
      reading: before.reading,
      keptOf: { study, survey },
    });
    expect(preview.variables[0]).toMatchObject({ name: 'head', label: 'Sexe du chef' });

    const { changes, study: after } = await client.survey.replace({ study, survey, file });
    expect([changes.rows, changes.labels, changes.added]).toEqual([{ before: 2, after: 3 }, [], []]);
    expect(changes.repeats).toMatchObject([
      { survey: member, changes: { rows: { before: 3, after: 5 }, labels: [] } },
    ]);
    expect(after.surveys.map(({ rows }) => rows)).toEqual([3, 5]);
    expect(await labels(study, member)).toContain('sex Sexe');
    expect(await client.survey.reading({ study, survey })).toEqual(before);
  });

  test('without a repeated part leaves that survey as it is, and says so', async () => {
    const { study, survey, member } = await importKobo();
    const file = writeWorkbook('corrected.xlsx', { main: [...households, [1, 1, 3]] });
    const { changes, study: after } = await client.survey.replace({ study, survey, file });
    expect(changes.repeats).toEqual([
      { survey: member, name: 'answers member', sheet: 'member', changes: null },
    ]);
    expect(after.surveys.map(({ rows }) => rows)).toEqual([3, 3]);
  });

  test('of a repeated part alone is read from its sheet, by the same form', async () => {
    const { study, member } = await importKobo();
    const file = writeWorkbook('corrected.xlsx', { main: households, member: members.slice(0, 3) });
    const { study: after } = await client.survey.replace({ study, survey: member, file });
    expect(after.surveys.map(({ rows }) => rows)).toEqual([2, 2]);
    expect(await labels(study, member)).toContain('sex Sexe');
  });

  test('whose repeated part cannot be read changes nothing at all', async () => {
    const { study, survey } = await importKobo();
    const file = writeWorkbook('corrected.xlsx', { main: [...households, [1, 1, 3]], member: members });
    const leaveOut = ['sex', '_index', '_parent_index'];
    await expect(client.survey.replace({ study, survey, file, leaveOut })).rejects.toMatchObject({
      code: 'survey.nothingLeft',
    });
    const after = await client.study.open({ study });
    expect(after.surveys.map(({ rows }) => rows)).toEqual([2, 3]);
  });
});

test.each(['no JSON', '[]', '{"decimal":"x"}', '{"sheet":3}'])(
  'a study with a reading that is none is damaged: %s',
  async (said) => {
    const { study, survey } = await importKobo();
    const open = openStudy(study);
    open.database.prepare('UPDATE reading SET said = ?').run(said);
    open.close();
    await expect(client.survey.reading({ study, survey })).rejects.toMatchObject({ code: 'study.damaged' });
  },
);

test('the form of a study that was not chosen is not opened for a preview', async () => {
  const { host, client: chosen } = sourceHost(temporaryFolder(), 'chosen');
  const file = write('a.csv', 'a,b\n1,2\n');
  host.permit(file);
  const keptOf = { study: join(folder, 'elsewhere.lfstudy'), survey: 1 };
  await expect(chosen.file.preview({ file, keptOf })).rejects.toMatchObject({ code: 'file.notPermitted' });
});
