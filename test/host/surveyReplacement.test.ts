import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { Cancelled, type Client } from '#contract/client.ts';
import { sourceHost } from '../helpers/sourceHost.ts';
import { writeSmallSurvey } from '../helpers/smallSurvey.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';
import { writeSurvey, type Question } from '../helpers/writeSurvey.ts';

const scale = { 1: 'Never', 2: 'Often', 3: 'Always', 8: 'Refused' };
const yes = { 0: 'No', 1: 'Yes' };

const first: Record<string, Question> = {
  weight: { answers: [1, 2, 1, 2] },
  phone: { answers: ['0701', '0702', '0703', '0704'] },
  Afraid: { label: 'Afraid', labels: scale, answers: [1, 2, 3, 8] },
  hungry: { label: 'Hungry', labels: scale, answers: [1, 1, 2, 3] },
  theft: { label: 'Theft', labels: yes, answers: [1, 0, 1, null] },
  robbed: { label: 'Robbed', labels: yes, answers: [0, 0, 1, 1] },
};

/** One row more, a name in other letters, `hungry` gone, `theft` with a new code and a new label, no weight. */
const corrected: Record<string, Question> = {
  afraid: { label: 'Afraid', labels: scale, answers: [1, 2, 2, 8, 2] },
  phone: { answers: ['0701', '0702', '0703', '0704', '0705'] },
  theft: {
    label: 'Anything stolen',
    labels: { ...yes, 9: 'No answer' },
    missing: { codes: [9], range: null },
    answers: [1, 0, 1, 9, 0],
  },
  robbed: { label: 'Robbed', labels: yes, answers: [0, 0, 1, 1, 1] },
  age: { label: 'Age', measure: 'scale', answers: [20, 30, 40, 50, 60] },
};

let client: Client;
let survey: { study: string; survey: number };
let folder: string;
const noRoles = { weight: null, strata: null, psu: null, fpc: null, area: null, lonelyPsu: 'fail' as const };

beforeEach(async () => {
  folder = temporaryFolder();
  ({ client } = sourceHost(temporaryFolder()));
  survey = await imported('first.sav', first);
});

/** Enough respondents for shares to be shown. */
function tenTimes(questions: Record<string, Question>): Record<string, Question> {
  const entries = Object.entries(questions).map(([name, one]): [string, Question] => [
    name,
    { ...one, answers: Array.from({ length: 10 }, () => one.answers).flat() },
  ]);
  return Object.fromEntries(entries);
}

async function imported(
  name: string,
  questions: Record<string, Question>,
  study: string | null = null,
): Promise<{ study: string; survey: number }> {
  const file = join(folder, name);
  writeSurvey(file, tenTimes(questions));
  const leaveOut = 'phone' in questions ? ['phone'] : [];
  const made = await client.survey.import({ file, study, name: null, leaveOut });
  return { study: made.study.study, survey: made.survey };
}

function correction(questions: Record<string, Question> = corrected): {
  study: string;
  survey: number;
  file: string;
} {
  const file = join(folder, 'corrected.sav');
  writeSurvey(file, tenTimes(questions));
  return { ...survey, file };
}

/** Roles, marks, concerns, derived variables, edits and a set, as a team leaves them after a week. */
async function prepare(): Promise<void> {
  await client.survey.setRoles({ ...survey, roles: { ...noRoles, weight: 'weight', area: 'Afraid' } });
  await client.survey.markMissing({
    ...survey,
    marks: [
      { variable: 'Afraid', codes: [8] },
      { variable: 'hungry', codes: [8] },
    ],
  });
  await client.variable.edit({ ...survey, variable: 'hungry', label: 'Went without food' });
  const derive = (
    name: string,
    definition: Parameters<Client['derived']['save']>[0]['variable']['definition'],
  ) =>
    client.derived.save({
      ...survey,
      variable: { name, label: '', measure: 'nominal', valueLabels: [], definition },
      replaces: null,
    });
  await derive('oftenAfraid', { kind: 'topBox', source: 'Afraid', codes: [2, 3] });
  await derive('both', { kind: 'expression', expression: 'oftenAfraid = 1 and hungry > 1' });
  await client.responseSet.save({
    ...survey,
    set: {
      name: 'crime',
      label: '',
      kind: 'dichotomy',
      counted: 1,
      variables: ['theft', 'robbed', 'hungry'],
    },
    replaces: null,
  });
  const concern = { dimensions: [], freedom: 'fear' as const };
  await client.concern.save({
    ...survey,
    concerns: [
      { ...concern, variable: 'Afraid', concernedWhen: [2, 3] },
      { ...concern, variable: 'hungry', freedom: 'want', concernedWhen: [2, 3] },
      { ...concern, variable: 'oftenAfraid', concernedWhen: [1] },
    ],
  });
}

const everything = async (): Promise<unknown> => ({
  study: await client.study.open({ study: survey.study }),
  description: await client.describe.run({ source: survey }),
  concerns: await client.concern.list(survey),
  derived: await client.derived.list(survey),
  sets: await client.responseSet.list(survey),
});

describe('a corrected file', () => {
  test('is held against the survey, and nothing is stored', async () => {
    await prepare();
    const before = await everything();
    const changes = await client.survey.compare(correction());
    expect(changes).toMatchObject({
      rows: { before: 40, after: 50 },
      added: [{ name: 'age', label: 'Age' }],
      removed: [
        { name: 'weight', label: '' },
        { name: 'hungry', label: 'Hungry' },
      ],
      respelled: [{ before: 'Afraid', after: 'afraid' }],
      types: [],
      labels: [{ variable: 'theft', before: 'Theft', after: 'Anything stolen' }],
      valueLabels: [{ variable: 'theft', codes: [{ value: 9, before: null, after: 'No answer' }] }],
      codes: [
        { variable: 'afraid', added: [], gone: [3] },
        { variable: 'theft', added: [9], gone: [] },
      ],
      missing: [{ variable: 'theft', before: { codes: [] }, after: { codes: [9] } }],
      waiting: {
        roles: [{ role: 'weight', variable: 'weight' }],
        marks: ['hungry'],
        edits: ['hungry'],
        concerns: [{ variable: 'hungry', codes: [] }],
        derived: [{ variable: 'both', problem: { code: 'variable.unknown' } }],
        responseSets: [{ set: '$crime', variables: ['hungry'] }],
      },
    });
    expect(await everything()).toEqual(before);
  });

  test('takes its place; what was said follows by name, and the rest waits', async () => {
    await prepare();
    const compared = await client.survey.compare(correction());
    const { study, changes } = await client.survey.replace(correction());
    expect(changes).toEqual(compared);
    expect(study.surveys).toMatchObject([
      {
        survey: survey.survey,
        rows: 50,
        fileName: 'corrected.sav',
        roles: { weight: 'weight', area: 'afraid' },
      },
    ]);
    // a weight that is gone is said, never left out in silence
    expect(study.surveys[0].design).toMatchObject({ problem: { code: 'variable.unknown' } });
    const { surveys } = await client.survey.setRoles({ ...survey, roles: { ...noRoles, area: 'afraid' } });
    expect(surveys[0].design).toMatchObject({ summary: { weight: null, psuCount: 50 } });

    const { variables } = await client.variable.list(survey);
    expect(variables.map(({ name, valid }) => [name, valid])).toEqual([
      ['afraid', 40],
      ['theft', 40],
      ['robbed', 50],
      ['age', 50],
      ['oftenAfraid', 40],
    ]);
    const { concerns, waiting } = await client.concern.list(survey);
    expect(concerns.map(({ variable, share }) => [variable, share?.estimate])).toEqual([
      ['afraid', 0.75],
      ['oftenAfraid', 0.75],
    ]);
    expect(waiting).toMatchObject([{ variable: 'hungry', freedom: 'want', concernedWhen: [2, 3] }]);
    const { derived } = await client.derived.list(survey);
    expect(derived.map(({ name, problem }) => [name, problem?.code ?? null])).toEqual([
      ['oftenAfraid', null],
      ['both', 'variable.unknown'],
    ]);
    expect(await client.responseSet.list(survey)).toMatchObject({
      sets: [{ name: '$crime', lost: ['hungry'] }],
    });
  });

  test('and a later one that brings a variable back brings back what was said about it', async () => {
    await prepare();
    await client.survey.replace(correction());
    const { concerns } = await client.concern.list(survey);
    await client.concern.save({
      ...survey,
      concerns: concerns.map(({ variable, freedom, dimensions, concernedWhen }) => ({
        variable,
        freedom,
        dimensions,
        concernedWhen,
      })),
    });
    await client.survey.replace(correction(first));
    const { variables } = await client.variable.list(survey);
    expect(variables.find(({ name }) => name === 'hungry')).toMatchObject({
      label: 'Went without food',
      marked: [8],
      original: { label: 'Hungry' },
    });
    expect((await client.concern.list(survey)).concerns.map(({ variable }) => variable)).toEqual([
      'Afraid',
      'oftenAfraid',
      'hungry',
    ]);
    expect((await client.derived.list(survey)).derived.map(({ problem }) => problem)).toEqual([null, null]);
  });

  test('what waits can be forgotten', async () => {
    await prepare();
    await client.survey.replace(correction());
    const { waiting } = await client.concern.save({ ...survey, concerns: [], forget: ['hungry'] });
    expect(waiting).toEqual([]);
  });

  test('what was left out stays out, unless one says otherwise', async () => {
    await client.survey.replace(correction());
    const names = async (): Promise<string[]> =>
      (await client.variable.list(survey)).variables.map(({ name }) => name);
    expect(await names()).not.toContain('phone');
    await client.survey.replace({ ...correction(), leaveOut: ['age'] });
    expect(await names()).toEqual(['afraid', 'phone', 'theft', 'robbed']);
  });

  test('a variable whose type changed is named, with what cannot do with it', async () => {
    const definition = { kind: 'standardise' as const, source: 'hungry', weighted: false };
    const variable = { name: 'z', label: '', measure: 'scale' as const, valueLabels: [], definition };
    await client.derived.save({ ...survey, variable, replaces: null });
    const want = { variable: 'hungry', freedom: 'want' as const, dimensions: [] };
    await client.concern.save({ ...survey, concerns: [{ ...want, concernedWhen: [2, 7] }] });
    const changed = correction({ ...first, hungry: { label: 'Hungry', answers: ['1', '1', '2', '3'] } });
    const { types, codes, waiting } = await client.survey.compare(changed);
    expect(types).toEqual([{ variable: 'hungry', before: 'numeric', after: 'text' }]);
    expect(codes).toEqual([]);
    expect(waiting.concerns).toEqual([{ variable: 'hungry', codes: ['7'] }]);
    expect(waiting.derived).toMatchObject([{ variable: 'z', problem: { code: 'variable.notNumeric' } }]);
    await client.survey.replace(changed);
    const { variables } = await client.variable.list(survey);
    expect(variables.find(({ name }) => name === 'z')).toMatchObject({ valid: 0, missingCount: 40 });
    expect((await client.derived.list(survey)).derived[0].problem?.code).toBe('variable.notNumeric');
  });
});

describe('a replacement that does not come to its end leaves the survey as it was', () => {
  test('because the file is cut off', async () => {
    await prepare();
    const before = await everything();
    const { file } = correction();
    writeFileSync(file, readFileSync(file).subarray(0, -40));
    await expect(client.survey.replace({ ...survey, file })).rejects.toMatchObject({
      code: expect.stringMatching(/^file\.(truncated|damaged)$/) as unknown,
    });
    expect(await everything()).toEqual(before);
  });

  test.each(['reading', 'saving'])('because it was cancelled while %s', async (stage) => {
    const large = join(folder, 'large.sav');
    writeSmallSurvey(large, 200_000, 20);
    await prepare();
    const before = await everything();
    const stop = new AbortController();
    const replacing = client.survey.replace(
      { ...survey, file: large },
      {
        signal: stop.signal,
        onProgress: (progress) => {
          const late = progress.fraction > (stage === 'reading' ? 0 : 0.55);
          if (progress.stage === 'reading' && late) stop.abort();
        },
      },
    );
    await expect(replacing).rejects.toBeInstanceOf(Cancelled);
    expect(await everything()).toEqual(before);
  });
});

describe('a second wave', () => {
  const second: Record<string, Question> = {
    w: { label: 'Weight', answers: [1, 1, 3, 3] },
    AFRAID: { label: 'Afraid', labels: scale, answers: [3, 3, 2, 1] },
    food: { label: 'Q7. HUNGRY', labels: { ...scale, 3: 'Sometimes' }, answers: [1, 2, 3, 3] },
    theft: { label: 'Theft', labels: yes, answers: [1, 1, 0, 0] },
  };

  test('is matched to the first, variable by variable', async () => {
    const wave = await imported('second.sav', second, survey.study);
    const { matched, unmatched, otherUnmatched } = await client.survey.match({
      ...wave,
      other: survey.survey,
    });
    expect(matched.map(({ variable, by, other, codes }) => [variable, by, other, codes])).toEqual([
      ['AFRAID', 'name', 'Afraid', []],
      ['food', 'label', 'hungry', [{ value: 3, label: 'Sometimes', otherLabel: 'Always' }]],
      ['theft', 'name', 'theft', []],
    ]);
    expect(unmatched.map(({ name }) => name)).toEqual(['w']);
    expect(otherUnmatched.map(({ name }) => name)).toEqual(['weight', 'robbed']);
    await expect(client.survey.match({ ...wave, other: wave.survey })).rejects.toMatchObject({
      code: 'survey.same',
    });
  });

  test('takes over what finds its variables, and says what does not', async () => {
    await prepare();
    const wave = await imported('second.sav', second, survey.study);
    const { taken, left } = await client.survey.adopt({ ...wave, other: survey.survey });
    expect(taken).toEqual([
      { kind: 'mark', name: 'Afraid', variable: 'AFRAID' },
      { kind: 'mark', name: 'hungry', variable: 'food' },
      { kind: 'edit', name: 'hungry', variable: 'food' },
      { kind: 'derived', name: 'oftenAfraid', variable: 'oftenAfraid' },
      { kind: 'role', name: 'area', variable: 'AFRAID' },
      { kind: 'concern', name: 'Afraid', variable: 'AFRAID' },
      { kind: 'concern', name: 'oftenAfraid', variable: 'oftenAfraid' },
    ]);
    expect(left.map(({ kind, name, reason, codes }) => [kind, name, reason, codes])).toEqual([
      ['derived', 'both', 'codesDiffer', [3]],
      ['role', 'weight', 'noMatch', []],
      ['concern', 'hungry', 'codesDiffer', [3]],
      ['responseSet', '$crime', 'noMatch', []],
    ]);
    const { concerns } = await client.concern.list(wave);
    expect(concerns.map(({ variable, share }) => [variable, share?.estimate])).toEqual([
      ['AFRAID', 0.75],
      ['oftenAfraid', 0.75],
    ]);
    const { derived } = await client.derived.list(wave);
    expect(derived).toMatchObject([{ name: 'oftenAfraid', sources: ['AFRAID'], problem: null }]);
  });

  test('keeps what is its own; adopting twice changes nothing', async () => {
    await prepare();
    const wave = await imported('second.sav', second, survey.study);
    const own = { variable: 'AFRAID', freedom: 'want' as const, dimensions: [], concernedWhen: [1] };
    await client.concern.save({ ...wave, concerns: [own] });
    const { left } = await client.survey.adopt({ ...wave, other: survey.survey });
    expect(left).toContainEqual({
      kind: 'concern',
      name: 'Afraid',
      reason: 'alreadySet',
      codes: [],
      problem: null,
    });
    const stateOf = async (): Promise<unknown> => [
      await client.concern.list(wave),
      await client.derived.list(wave),
      await client.variable.list(wave),
    ];
    const once = await stateOf();
    expect(once).toMatchObject([{ concerns: [own, { variable: 'oftenAfraid' }] }, {}, {}]);
    await client.survey.adopt({ ...wave, other: survey.survey });
    expect(await stateOf()).toEqual(once);
  });
});
