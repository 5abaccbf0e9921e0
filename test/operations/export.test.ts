import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '#contract/client.ts';
import { MissingReason } from '#engine/survey/column.ts';
import { readAll } from '../formats/readAll.ts';
import { sourceHost } from '../helpers/sourceHost.ts';
import { writeSmallSurvey } from '../helpers/smallSurvey.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

let client: Client;
let folder: string;
let file: string;

beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder, 'survey.sav');
  writeSmallSurvey(file, 40);
  ({ client } = sourceHost(temporaryFolder()));
});

const noRoles = { strata: null, psu: null, fpc: null, area: null, lonelyPsu: 'fail' as const };

describe('a survey of a study', () => {
  let source: { study: string; survey: number };
  beforeEach(async () => {
    const made = await client.survey.import({ file, study: null, name: null });
    source = { study: made.study.study, survey: made.survey };
  });

  test('goes out as it came in, with the marked codes declared and the chosen weight', async () => {
    await client.survey.markMissing({ ...source, marks: [{ variable: 'afraid', codes: [8] }] });
    await client.survey.setRoles({ ...source, roles: { ...noRoles, weight: 'weight' } });
    const to = join(folder, 'out.sav');
    const result = await client.export.run({ source, to });
    expect(result).toEqual({ files: [to], format: 'sav', rows: 40, variables: 6, losses: [] });
    const before = await readAll(file);
    const after = await readAll(to);
    expect(after.values).toEqual(before.values);
    expect(after.weight).toBe('weight');
    expect(after.fileLabel).toBe('Made up for tests');
    expect(after.variables.map(({ missing }) => missing.codes)).toEqual([[], [], [], [8], [], []]);
    expect(after.variables.map((variable) => ({ ...variable, missing: null }))).toEqual(
      before.variables.map((variable) => ({ ...variable, missing: null })),
    );
  });

  test('may leave missing answers empty', async () => {
    await client.survey.markMissing({ ...source, marks: [{ variable: 'afraid', codes: [8] }] });
    const to = join(folder, 'out.sav');
    await client.export.run({ source, to, applyMissing: true, variables: ['Afraid', 'hungry'] });
    const { values, variables } = await readAll(to);
    expect(variables.map(({ name, missing }) => [name, missing.codes])).toEqual([
      ['afraid', []],
      ['hungry', []],
    ]);
    const before = await readAll(file, { variables: ['afraid', 'hungry'] });
    expect(values).toEqual([before.values[0].map((value) => (value === 8 ? null : value)), before.values[1]]);
  });

  test('in Stata has .a where a code was marked, with its label, and says so', async () => {
    await client.survey.markMissing({ ...source, marks: [{ variable: 'afraid', codes: [8] }] });
    const to = join(folder, 'out.dta');
    const { losses } = await client.export.run({ source, to });
    expect(losses).toContainEqual({ variable: 'afraid', kind: 'missingCode', count: 1, becomes: '8 → .a' });
    const described = await client.describe.run({ source: { file: to } });
    const afraid = described.variables.find(({ name }) => name === 'afraid')!;
    expect(afraid.valueLabels.at(-1)).toEqual({ value: '.a', label: 'Refused' });
    expect(afraid.missingCount).toBe(1);
    expect(MissingReason.extendedA).toBe(2);
  });

  test('has its derived variables and edited labels, in the order asked for', async () => {
    await client.derived.save({
      ...source,
      replaces: null,
      variable: {
        name: 'unsafe',
        label: 'Feels unsafe often',
        measure: 'nominal',
        valueLabels: [{ value: 1, label: 'Often' }],
        definition: { kind: 'topBox', source: 'afraid', codes: [3, 4] },
      },
    });
    await client.variable.edit({ ...source, variable: 'theft', label: 'Robbed' });
    const to = join(folder, 'out.sav');
    await client.export.run({ source, to, variables: ['unsafe', 'theft', 'afraid'] });
    const { variables, values } = await readAll(to);
    expect(variables.map(({ name, label }) => [name, label])).toEqual([
      ['unsafe', 'Feels unsafe often'],
      ['theft', 'Robbed'],
      ['afraid', 'Feels unsafe after dark'],
    ]);
    expect(variables[0].valueLabels).toContainEqual({ value: 1, label: 'Often' });
    const often = values[2].map((value) => Number(Number(value) === 3 || Number(value) === 4));
    expect(values[0]).toEqual(often);
  });

  test('comes back from a CSV with its DDI codebook', async () => {
    await client.survey.markMissing({ ...source, marks: [{ variable: 'afraid', codes: [8] }] });
    const csv = join(folder, 'out.csv');
    const codebook = join(folder, 'out.xml');
    await client.export.run({ source, to: csv });
    await client.export.run({ source, to: codebook });
    const back = await client.describe.run({ source: { file: csv, reading: { companion: codebook } } });
    const study = await client.describe.run({ source });
    const asFile = join(folder, 'out.sav');
    await client.export.run({ source, to: asFile });
    const file = await client.describe.run({ source: { file: asFile } });
    expect(study.rows).toBe(40);
    expect(
      back.variables.map(({ name, label, valueLabels, missing, sum }) => ({
        name,
        label,
        valueLabels,
        missing,
        sum,
      })),
    ).toEqual(
      file.variables.map(({ name, label, valueLabels, missing, sum }) => ({
        name,
        label,
        valueLabels,
        missing,
        sum,
      })),
    );
  });

  test('writes a codebook beside a CSV', async () => {
    const to = join(folder, 'out.csv');
    const { files } = await client.export.run({ source, to, variables: ['theft'] });
    expect(files).toEqual([to, join(folder, 'out.codebook.csv')]);
    expect(readFileSync(to, 'utf8').split('\r\n').slice(0, 3)).toEqual(['theft', '1', '0']);
    // every third of 40 households, the first among them: 14
    expect(readFileSync(files[1], 'utf8').split('\r\n')).toEqual([
      'variable,label,type,measure,valid,missing,value,value_label,value_is_missing,value_n',
      'theft,Had something stolen,numeric,nominal,40,0,0,No,no,26',
      'theft,Had something stolen,numeric,nominal,40,0,1,Yes,no,14',
      '',
    ]);
  });
});

describe('a file that stands there already', () => {
  test('is kept, and the user told', async () => {
    const to = join(folder, 'out.sav');
    writeFileSync(to, 'mine');
    await expect(client.export.run({ source: { file }, to })).rejects.toMatchObject({
      code: 'export.exists',
    });
    expect(readFileSync(to, 'utf8')).toBe('mine');
    expect(readdirSync(folder).sort()).toEqual(['out.sav', 'survey.sav']);
  });

  test('is replaced where the user said so', async () => {
    const to = join(folder, 'out.sav');
    writeFileSync(to, 'mine');
    await client.export.run({ source: { file }, to, replace: true });
    expect((await readAll(to)).rowCount).toBe(40);
  });

  test('is never the one that is read', async () => {
    const before = readFileSync(file);
    await expect(client.export.run({ source: { file }, to: file, replace: true })).rejects.toMatchObject({
      code: 'export.overSource',
    });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('is not the one that is read under another name either', async () => {
    const link = join(folder, 'link.sav');
    symlinkSync(file, link);
    await expect(client.export.run({ source: { file }, to: link, replace: true })).rejects.toMatchObject({
      code: 'export.overSource',
    });
  });

  test('may be a codebook that stands beside a new CSV', async () => {
    writeFileSync(join(folder, 'out.codebook.csv'), 'mine');
    await expect(client.export.run({ source: { file }, to: join(folder, 'out.csv') })).rejects.toMatchObject({
      code: 'export.exists',
    });
  });

  test('may be a codebook beside a CSV that is not there, even where the CSV may be replaced', async () => {
    const codebook = join(folder, 'out.codebook.csv');
    const to = join(folder, 'out.csv');
    writeFileSync(codebook, 'mine');
    await expect(client.export.run({ source: { file }, to, replace: true })).rejects.toMatchObject({
      code: 'export.besideExists',
      params: { file: codebook },
    });
    expect(readFileSync(codebook, 'utf8')).toBe('mine');
    writeFileSync(to, 'an earlier export');
    await client.export.run({ source: { file }, to, replace: true });
    expect(readFileSync(codebook, 'utf8')).not.toBe('mine');
  });
});

describe('nothing is left behind', () => {
  const left = (): string[] => readdirSync(folder).filter((name) => name !== 'survey.sav');

  test.each([
    ['an unknown ending', { to: 'out.docx' }, 'export.unknownFormat'],
    ['an unknown variable', { to: 'out.sav', variables: ['hungri'] }, 'variable.unknownNear'],
    ['a folder that is not there', { to: 'nowhere/out.sav' }, 'export.notWritable'],
  ])('by %s', async (_, { to, ...rest }, code) => {
    await expect(
      client.export.run({ source: { file }, to: join(folder, to), ...rest }),
    ).rejects.toMatchObject({ code });
    expect(left()).toEqual([]);
  });

  test('by a name that is a folder', async () => {
    const to = join(folder, 'out.sav');
    mkdirSync(to);
    await expect(client.export.run({ source: { file }, to, replace: true })).rejects.toMatchObject({
      code: 'export.notWritable',
    });
    expect(left()).toEqual(['out.sav']);
  });

  test('by a cancelled export', async () => {
    const stop = new AbortController();
    const to = join(folder, 'out.xlsx');
    const running = client.export.run({ source: { file }, to }, { signal: stop.signal });
    stop.abort();
    await expect(running).rejects.toMatchObject({ name: 'Cancelled' });
    expect(left()).toEqual([]);
  });
});

test('a window writes only where its user said', async () => {
  const { host, client: window } = sourceHost(temporaryFolder(), 'chosen');
  host.permit(file);
  const to = join(folder, 'out.sav');
  const attempt = (): Promise<unknown> => window.export.run({ source: { file }, to });
  await expect(attempt()).rejects.toMatchObject({ code: 'file.notPermitted' });
  host.permit(to);
  await expect(attempt()).rejects.toMatchObject({ code: 'file.notPermitted' });
  host.permitWriting(to);
  await expect(attempt()).resolves.toMatchObject({ rows: 40 });
});
