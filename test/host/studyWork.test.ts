import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '#contract/client.ts';
import { sourceHost } from '../helpers/sourceHost.ts';
import { writeSmallSurvey } from '../helpers/smallSurvey.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

/** The job of a report team, from a file to a pair, over the contract. */
describe('a study made from a file', () => {
  let client: Client;
  let survey: { study: string; survey: number };

  beforeEach(async () => {
    const file = join(temporaryFolder(), 'survey.sav');
    writeSmallSurvey(file);
    ({ client } = sourceHost(temporaryFolder()));
    const made = await client.survey.import({ file, study: null, name: null });
    survey = { study: made.study.study, survey: made.survey };
  });

  test('the app notices roles and undeclared missing codes, and applies nothing', async () => {
    const noticed = await client.survey.notice(survey);
    expect(noticed.roles.map(({ role, variable }) => [role, variable])).toEqual([
      ['weight', 'weight'],
      ['strata', 'stratum'],
      ['psu', 'psu'],
    ]);
    expect(noticed.missing).toEqual([
      {
        variable: 'afraid',
        label: 'Feels unsafe after dark',
        codes: [{ value: 8, label: 'Refused', n: 8 }],
      },
      { variable: 'hungry', label: 'Went without food', codes: [{ value: 8, label: 'Refused', n: 8 }] },
    ]);
    const { surveys } = await client.study.open({ study: survey.study });
    expect(surveys[0].roles).toMatchObject({ weight: null, strata: null, psu: null });
  });

  test('roles give the design line', async () => {
    const roles = {
      weight: 'weight',
      strata: 'stratum',
      psu: 'psu',
      fpc: null,
      area: null,
      lonelyPsu: 'fail' as const,
    };
    const { surveys } = await client.survey.setRoles({ ...survey, roles });
    expect(surveys[0].design).toEqual({
      summary: {
        weight: 'weight',
        strata: 'stratum',
        psu: 'psu',
        fpc: null,
        strataCount: 2,
        psuCount: 20,
        df: 18,
        lonelyPsu: 'fail',
        nestedPsu: true,
        lonelyStrata: [],
        secondStage: null,
        replicates: null,
        calibration: null,
      },
    });
  });

  test('strata with a single PSU stop the design until one says what to do with them', async () => {
    const roles = {
      weight: 'weight',
      strata: 'psu',
      psu: 'psu',
      fpc: null,
      area: null,
      lonelyPsu: 'fail' as const,
    };
    const stopped = await client.survey.setRoles({ ...survey, roles });
    expect(stopped.surveys[0].design).toMatchObject({
      problem: { code: 'design.lonelyPsu', params: { count: 10 } },
    });
    const chosen = await client.survey.setRoles({ ...survey, roles: { ...roles, lonelyPsu: 'certainty' } });
    expect(chosen.surveys[0].design).toMatchObject({ summary: { strataCount: 10, psuCount: 10, df: 0 } });
  });

  test('a weight that does not exist changes nothing', async () => {
    const roles = {
      weight: 'wieght',
      strata: 'stratum',
      psu: null,
      fpc: null,
      area: null,
      lonelyPsu: 'fail' as const,
    };
    await expect(client.survey.setRoles({ ...survey, roles })).rejects.toMatchObject({
      code: 'variable.unknownNear',
      params: { suggestion: 'weight' },
    });
    const { surveys } = await client.study.open({ study: survey.study });
    expect(surveys[0].roles.strata).toBeNull();
  });

  test('marked codes leave the shares, and come back when they are unmarked', async () => {
    const shareOf = async (): Promise<number> =>
      (await client.concern.share({ ...survey, variable: 'afraid', concernedWhen: [3, 4] })).n;
    expect(await shareOf()).toBe(400);
    await client.survey.markMissing({ ...survey, marks: [{ variable: '*', codes: [8] }] });
    expect(await shareOf()).toBe(392);
    const { categories } = await client.variable.distribution({ ...survey, variable: 'afraid' });
    expect(categories.at(-1)).toMatchObject({
      value: 8,
      label: 'Refused',
      n: 8,
      share: null,
      missing: 'marked',
    });
    const shares = categories.map(({ share }) => share ?? 0);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    await client.survey.markMissing({ ...survey, marks: [{ variable: 'afraid', codes: [] }] });
    expect(await shareOf()).toBe(400);
  });

  test('concerns are kept, in order, with their shares; the matrix takes them from the study', async () => {
    const { concerns } = await client.concern.save({
      ...survey,
      concerns: [
        { variable: 'theft', freedom: 'fear', dimensions: ['personal'], concernedWhen: [1] },
        { variable: 'afraid', freedom: 'fear', dimensions: ['personal', 'community'], concernedWhen: [3, 4] },
        { variable: 'hungry', freedom: 'want', dimensions: ['food'], concernedWhen: [3, 4] },
      ],
    });
    expect(concerns.map(({ variable }) => variable)).toEqual(['theft', 'afraid', 'hungry']);
    // every third of 400 households: 134
    expect(concerns[0].share?.estimate).toBeCloseTo(134 / 400, 12);
    const matrix = await client.matrix.run({ source: survey });
    expect(matrix.pairs.map(({ fear, want }) => [fear, want])).toEqual([
      ['theft', 'hungry'],
      ['afraid', 'hungry'],
    ]);
    const pair = await client.matrix.pair({
      source: survey,
      fear: { variable: 'afraid', concernedWhen: [3, 4] },
      want: { variable: 'hungry', concernedWhen: [3, 4] },
    });
    const { q, ...test } = pair.pair.test;
    expect(q).not.toBeUndefined();
    expect(matrix.pairs[1].test).toMatchObject(test);
    expect(pair.cells.reduce((sum, { n }) => sum + (n ?? 0), 0)).toBe(matrix.pairs[1].n);
  });

  test.each([
    [{ fear: [], want: [{ variable: 'hungry', concernedWhen: [3] }] }, 'matrix.noFear'],
    [
      {
        fear: [{ variable: 'afraid', concernedWhen: [] }],
        want: [{ variable: 'hungry', concernedWhen: [3] }],
      },
      'concern.noCodes',
    ],
    [
      {
        fear: [{ variable: 'afraid', concernedWhen: [7] }],
        want: [{ variable: 'hungry', concernedWhen: [3] }],
      },
      'concern.unknownCode',
    ],
    [
      {
        fear: [{ variable: 'hungry', concernedWhen: [3] }],
        want: [{ variable: 'hungry', concernedWhen: [3] }],
      },
      'concern.bothFreedoms',
    ],
    [
      {
        fear: [{ variable: 'afriad', concernedWhen: [3] }],
        want: [{ variable: 'hungry', concernedWhen: [3] }],
      },
      'variable.unknownNear',
    ],
  ])('%j is refused by name', async (rules, code) => {
    await expect(client.matrix.run({ source: survey, ...rules })).rejects.toMatchObject({ code });
  });

  test('a filter keeps the design and counts who is in it', async () => {
    const table = await client.crosstab.run({
      source: survey,
      rows: 'stratum',
      columns: 'theft',
      where: 'afraid >= 3 and hungry != 8',
    });
    expect(table.design.psuCount).toBe(400);
    await expect(
      client.crosstab.run({ source: survey, rows: 'stratum', columns: 'theft', where: 'afraid >= ' }),
    ).rejects.toMatchObject({ code: 'expression.invalid' });
  });

  test('a variable with too many values to list does not claim a number of them', async () => {
    const file = join(temporaryFolder(), 'ids.csv');
    const rows = Array.from({ length: 300 }, (_, row) => `${1000 + row},${row % 3}`);
    writeFileSync(file, ['id,answer', ...rows].join('\n'));
    const made = await client.survey.import({ file, study: null, name: null });
    const { variables } = await client.variable.list({ study: made.study.study, survey: made.survey });
    expect(variables.map(({ name, distinct }) => [name, distinct])).toEqual([
      ['id', null],
      ['answer', 3],
    ]);
  });

  test('describing the study gives what describing the file gave', async () => {
    const study = await client.describe.run({ source: survey });
    expect(study).toMatchObject({ format: 'sav', rows: 400 });
    const weights = study.variables.find(({ name }) => name === 'weight')!;
    // 80 households each of 0.5, 0.75, 1, 1.25 and 1.5
    expect(weights.sum).toBe(400);
  });
});
