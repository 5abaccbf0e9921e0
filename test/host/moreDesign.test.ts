import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Client } from '#contract/client.ts';
import type { SurveyRoles } from '#contract/study.ts';
import { sourceHost } from '../helpers/sourceHost.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';
import { writeSurvey, type Question } from '../helpers/writeSurvey.ts';

const sexes = { 1: 'Woman', 2: 'Man' };
const ten = (...answers: (number | null)[]): (number | null)[] =>
  Array.from({ length: 10 }, () => answers).flat();

/** Both sexes in each place. */
const five = (...answers: number[]): number[] => Array.from({ length: 5 }, () => answers).flat();

const questions: Record<string, Question> = {
  weight: { answers: ten(10, 10, 20, 20) },
  place: { answers: ten(1, 2, 3, 4) },
  sex: { label: 'Sex', labels: sexes, answers: five(1, 1, 1, 1, 2, 2, 2, 2) },
  rw1: { answers: ten(20, 0, 40, 0) },
  rw2: { answers: ten(0, 20, 40, 0) },
  rw3: { answers: ten(20, 0, 0, 40) },
  rw4: { answers: ten(0, 20, 0, 40) },
  hungry: { label: 'Hungry', labels: { 0: 'No', 1: 'Yes' }, answers: ten(0, 1, 1, 1) },
};
const noRoles: SurveyRoles = {
  weight: null,
  strata: null,
  psu: null,
  fpc: null,
  area: null,
  lonelyPsu: 'fail',
};
const brr = { type: 'BRR' as const, variables: ['RW1-rw4'] };
const margins = [
  {
    variable: 'Sex',
    totals: [
      { value: 'Woman', total: 48 },
      { value: 'man', total: 52 },
    ],
    shares: true,
  },
];

let client: Client;
let folder: string;
let survey: { study: string; survey: number };

beforeEach(async () => {
  folder = temporaryFolder();
  ({ client } = sourceHost(temporaryFolder()));
  survey = await imported('first.sav', questions);
});

async function imported(
  name: string,
  content: Record<string, Question>,
  study: string | null = null,
): Promise<{ study: string; survey: number }> {
  const file = join(folder, name);
  writeSurvey(file, content);
  const made = await client.survey.import({ file, study, name: name.replace('.sav', '') });
  return { study: made.study.study, survey: made.survey };
}

const set = (roles: Partial<SurveyRoles>, of = survey) =>
  client.survey.setRoles({ ...of, roles: { ...noRoles, weight: 'weight', ...roles } });

test('roles keep the names that were found, and the design line says what is used', async () => {
  const { surveys } = await set({ replicates: brr, margins });
  expect(surveys[0].roles).toMatchObject({
    replicates: { type: 'BRR', variables: ['rw1', 'rw2', 'rw3', 'rw4'] },
    margins: [{ variable: 'sex' }],
  });
  expect(surveys[0].design).toMatchObject({
    summary: { replicates: { type: 'BRR', count: 4 }, calibration: { variables: ['sex'] }, df: 2 },
  });
});

test('what is wrong is named in the place of the design; what cannot be kept is refused', async () => {
  const { surveys } = await set({ replicates: brr, psu: 'place' });
  expect(surveys[0].design).toMatchObject({
    problem: { code: 'design.replicatesWithSample', params: { variables: ['place'] } },
  });
  await expect(set({ replicates: { ...brr, variables: ['zz*'] } })).rejects.toMatchObject({
    code: 'variable.unknown',
  });
  await expect(set({ secondStage: { ids: 'house', fpc: null } })).rejects.toMatchObject({
    code: 'variable.unknown',
  });
});

test('an analysis that names PSUs or replicate weights sets the other kind of the study aside', async () => {
  await set({ replicates: brr });
  const ask = (design: Partial<SurveyRoles>) =>
    client.ranking.run({ source: survey, want: [{ variable: 'hungry', concernedWhen: [1] }], design });
  expect((await ask({})).design.replicates).toEqual({ type: 'BRR', count: 4 });
  expect((await ask({ psu: 'place' })).design).toMatchObject({ psu: 'place', replicates: null });
  await set({ psu: 'place' });
  expect((await ask({ replicates: brr })).design).toMatchObject({ psu: null, replicates: { count: 4 } });
  await expect(ask({ replicates: brr, psu: 'place' })).rejects.toMatchObject({
    code: 'design.replicatesWithSample',
  });
});

test('a corrected file: names follow, and what is gone waits and comes back', async () => {
  await set({ replicates: brr, margins });
  const { rw4, sex, ...rest } = questions;
  const file = join(folder, 'corrected.sav');
  writeSurvey(file, { ...rest, SEX: sex });
  const { changes, study } = await client.survey.replace({ ...survey, file });
  expect(changes.waiting.roles).toEqual([{ role: 'replicates', variable: 'rw4' }]);
  expect(study.surveys[0].roles.margins?.[0].variable).toBe('SEX');
  expect(study.surveys[0].design).toMatchObject({ problem: { params: { variable: 'rw4' } } });

  // Other roles can be set while one waits.
  const roles = { ...study.surveys[0].roles, area: 'place' };
  const { surveys } = await client.survey.setRoles({ ...survey, roles });
  expect(surveys[0].roles.replicates?.variables).toEqual(['rw1', 'rw2', 'rw3', 'rw4']);

  writeSurvey(file, { ...rest, rw4, SEX: sex });
  const back = await client.survey.replace({ ...survey, file });
  expect(back.study.surveys[0].design).toMatchObject({ summary: { replicates: { count: 4 } } });
});

test('a second wave takes each over as a whole, or says why not', async () => {
  await set({ replicates: brr, margins });
  const fewer = Object.entries(questions).filter(([name]) => name !== 'rw4');
  const wave = await imported('second.sav', Object.fromEntries(fewer), survey.study);
  const { taken, left } = await client.survey.adopt({ ...wave, other: survey.survey });
  expect(taken).toContainEqual({ kind: 'role', name: 'margins', variable: 'sex' });
  expect(left).toContainEqual({
    kind: 'role',
    name: 'replicates',
    reason: 'noMatch',
    codes: [],
    problem: null,
  });

  const third = await imported('third.sav', questions, survey.study);
  await set({ psu: 'place' }, third);
  const other = await client.survey.adopt({ ...third, other: survey.survey });
  expect(other.left).toContainEqual(
    expect.objectContaining({ kind: 'role', name: 'replicates', reason: 'alreadySet' }),
  );

  const fourth = await imported('fourth.sav', questions, survey.study);
  const { study } = await client.survey.adopt({ ...fourth, other: survey.survey });
  const mine = study.surveys.find((one) => one.survey === fourth.survey)!;
  expect(mine.design).toMatchObject({
    summary: { replicates: { count: 4 }, calibration: { variables: ['sex'] } },
  });
});

test('a derived variable that the design needs is not taken away', async () => {
  const definition = { kind: 'expression' as const, expression: 'sex + 0' };
  const variable = { name: 'sex2', label: '', measure: 'nominal' as const, valueLabels: [], definition };
  await client.derived.save({ ...survey, variable, replaces: null });
  await set({
    margins: [
      {
        variable: 'sex2',
        totals: [
          { value: 1, total: 5 },
          { value: 2, total: 5 },
        ],
      },
    ],
  });
  await expect(client.derived.remove({ ...survey, variable: 'sex2' })).rejects.toMatchObject({
    code: 'derived.hasRole',
  });
});
