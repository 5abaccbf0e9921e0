import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SurveyReference } from '#contract/source.ts';
import { survey } from '#operations/survey.ts';
import { openSurveyData } from '#operations/data/surveyData.ts';
import { formWorkbook, type Sheets } from '../../formats/kobo/formWorkbook.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { contextIn, noticed } from '../notice/study.ts';

const households: Sheets[string] = [
  ['region', 'weight', 'stratum', 'psu', 'size', '_index'],
  ['North', 1.5, 1, 11, 2, 1],
  ['South', 0.5, 2, 21, 1, 2],
  ['South', 2, 2, 22, 1, 3],
  ['South', 3, 2, 22, 1, 3],
  ['North', 1, 1, 12, 0, 4],
  ['North', 1, 1, 13, 0, 5],
  ['North', 1, 1, 14, 0, 6],
];
const members: Sheets[string] = [
  ['sex', 'size', '_index', '_parent_index'],
  ['f', 9, 1, 1],
  ['m', 9, 2, 1],
  ['f', 9, 3, 2],
  ['f', 9, 4, 3],
  ['m', 9, 5, 77],
  ['m', 9, 6, null],
];

async function imported(sheets: Sheets, more: Readonly<Record<string, unknown>> = {}) {
  const folder = temporaryFolder();
  const context = contextIn(folder);
  const file = join(folder, 'answers.xlsx');
  writeFileSync(file, formWorkbook(sheets));
  const result = await survey['survey.import'](
    { file, study: null, name: 'Survey', repeats: ['members'], ...more },
    context,
  );
  const of = (index: number): SurveyReference => ({
    study: result.study.study,
    survey: result.study.surveys.at(index)?.survey ?? null,
  });
  return { folder, context, file, result, households: of(0), members: of(1), of };
}

async function valuesOf(reference: SurveyReference, name: string): Promise<(number | string | null)[]> {
  const data = await openSurveyData(reference);
  const column = (await data.load([name])).get(name)!;
  return Array.from({ length: data.rowCount }, (_, row) =>
    column.kind === 'text'
      ? column.dictionary[column.codes[row]]
      : column.reasons !== null && column.reasons[row] !== 0
        ? null
        : column.values[row],
  );
}

describe('a repeated part of a form', () => {
  it('has the weight, strata, clusters and area of its household', async () => {
    const study = await imported({ households, members });
    expect(await valuesOf(study.members, 'weight')).toEqual([1.5, 1.5, 0.5, null, null, null]);
    expect(await valuesOf(study.members, 'stratum')).toEqual([1, 1, 2, null, null, null]);
    expect(await valuesOf(study.members, 'psu')).toEqual([11, 11, 21, null, null, null]);
    expect(await valuesOf(study.members, 'region')).toEqual(['North', 'North', 'South', '', '', '']);
    expect(await valuesOf(study.members, 'size')).toEqual([9, 9, 9, 9, 9, 9]);
    const { roles } = await noticed(study.members, study.context);
    expect(roles.map(({ role, variable }) => [role, variable])).toEqual([
      ['weight', 'weight'],
      ['strata', 'stratum'],
      ['area', 'region'],
    ]);
  });

  it('names members without a household, and those with several', async () => {
    const study = await imported({ households, members });
    const links = {
      survey: 'Survey',
      variable: '_parent_index',
      household: '_index',
      without: { n: 2, rows: [5, 6] },
      several: { n: 1, rows: [4] },
    };
    expect((await noticed(study.members, study.context)).households).toEqual(links);
    expect((await noticed(study.households, study.context)).households).toBeNull();
    expect(study.result.members).toEqual([
      { ...links, members: study.members.survey, brought: ['region', 'weight', 'stratum', 'psu'] },
    ]);
  });

  it('gets other variables that are asked for, but none that is left out', async () => {
    const renamed = [['region', 'weight', 'stratum', 'psu', 'hhsize', '_index'], ...households.slice(1)];
    const study = await imported(
      { households: renamed, members },
      { bring: ['HHSIZE'], leaveOut: ['region'] },
    );
    expect(study.result.members?.[0].brought).toEqual(['weight', 'stratum', 'psu', 'hhsize']);
    expect(await valuesOf(study.members, 'hhsize')).toEqual([2, 2, 1, null, null, null]);
    await expect(imported({ households, members }, { bring: ['gone'] })).rejects.toMatchObject({
      code: 'variable.unknown',
    });
  });

  it('is clustered by household where there are no other clusters', async () => {
    const study = await imported({
      households: [['weight', '_index'], ...[1, 2, 3, 4, 5, 6].map((index) => [index, index])],
      members: [['sex', '_parent_index'], ...[1, 1, 2, 3, 4, 5, 6, 6].map((index) => ['f', index])],
    });
    const { roles } = await noticed(study.members, study.context);
    expect(roles.map(({ role, variable }) => [role, variable])).toEqual([
      ['weight', 'weight'],
      ['psu', '_parent_index'],
    ]);
  });

  it('finds its household by the submission, even from a repeat within a repeat', async () => {
    const study = await imported(
      {
        households: [
          ['weight', '_uuid', '_index'],
          [1, 'a', 1],
          [2, 'b', 2],
        ],
        members: [
          ['sex', '_index', '_parent_index', '_submission__uuid'],
          ['f', 1, 1, 'a'],
          ['m', 2, 2, 'b'],
          ['m', 3, 2, 'b'],
        ],
        jobs: [
          ['pay', '_parent_index', '_parent_table_name', '_submission__uuid'],
          [7, 3, 'members', 'b'],
          [8, 1, 'members', 'a'],
        ],
      },
      { repeats: ['members', 'jobs'] },
    );
    expect(await valuesOf(study.of(2), 'weight')).toEqual([2, 1]);
  });

  it('does not take the number of another repeated part for that of the household', async () => {
    const study = await imported(
      {
        households: [
          ['weight', '_index'],
          [1, 1],
          [2, 2],
        ],
        members: [
          ['sex', '_index', '_parent_index'],
          ['f', 1, 1],
          ['m', 2, 2],
        ],
        jobs: [
          ['pay', '_parent_index', '_parent_table_name'],
          [7, 2, 'members'],
          [8, 1, 'members'],
        ],
      },
      { repeats: ['members', 'jobs'] },
    );
    expect(study.result.members?.map(({ members: id }) => id)).toEqual([study.members.survey]);
    await expect(valuesOf(study.of(2), 'weight')).rejects.toMatchObject({ code: 'variable.unknown' });
  });

  it('takes the place in a study that its households are already in, with their roles', async () => {
    const study = await imported({ households, members }, { repeats: [] });
    await survey['survey.setRoles'](
      {
        ...study.households,
        roles: { weight: 'size', strata: 'stratum', psu: null, fpc: null, area: null, lonelyPsu: 'average' },
      },
      study.context,
    );
    const later = await survey['survey.import'](
      { file: study.file, study: study.households.study, name: 'Members', reading: { sheet: 'members' } },
      study.context,
    );
    expect(later.members?.[0].brought).toEqual(['region', 'stratum', 'psu']);
    expect(later.study.surveys[1].roles).toMatchObject({
      weight: 'size',
      strata: 'stratum',
      lonelyPsu: 'average',
    });
  });

  it('keeps what it has of its household when a corrected file takes the place of both', async () => {
    const study = await imported({ households, members });
    const corrected = join(study.folder, 'corrected.xlsx');
    const weights = households.map((row, index) => (index === 1 ? ['North', 4, 1, 11, 2, 1] : row));
    writeFileSync(corrected, formWorkbook({ households: weights, members }));
    const { changes } = await survey['survey.replace'](
      { ...study.households, file: corrected },
      study.context,
    );
    expect(changes.repeats).toMatchObject([{ changes: { removed: [] } }]);
    expect(await valuesOf(study.members, 'weight')).toEqual([4, 4, 0.5, null, null, null]);
  });
});
