import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '#contract/client.ts';
import type { DerivedVariable } from '#contract/derived.ts';
import { sourceHost } from '../helpers/sourceHost.ts';
import { writeSmallSurvey } from '../helpers/smallSurvey.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

type Definition = DerivedVariable['definition'];

/** What a team makes from its variables, over the contract; the survey is that of `smallSurvey.ts`. */
let client: Client;
let survey: { study: string; survey: number };

beforeEach(async () => {
  const file = join(temporaryFolder(), 'survey.sav');
  writeSmallSurvey(file);
  ({ client } = sourceHost(temporaryFolder()));
  const made = await client.survey.import({ file, study: null, name: null });
  survey = { study: made.study.study, survey: made.survey };
});

const draft = (
  name: string,
  definition: Definition,
  more: Partial<DerivedVariable> = {},
): DerivedVariable => ({
  name,
  label: '',
  measure: 'nominal',
  valueLabels: [],
  definition,
  ...more,
});

const save = (
  variable: DerivedVariable,
  replaces: string | null = null,
): ReturnType<Client['derived']['save']> => client.derived.save({ ...survey, variable, replaces });

const often: Definition = { kind: 'topBox', source: 'afraid', codes: [3, 4] };

async function countsOf(variable: string): Promise<Record<string, number>> {
  const { categories } = await client.variable.distribution({ ...survey, variable });
  return Object.fromEntries(categories.map(({ value, n }) => [String(value), n]));
}

describe('a derived variable', () => {
  test('is a variable like others: in the list, in tables, concerns, filters and the matrix', async () => {
    await save(
      draft('oftenAfraid', often, { label: 'Often afraid', valueLabels: [{ value: 1, label: 'Yes' }] }),
    );
    const { variables } = await client.variable.list(survey);
    const listed = variables.find(({ name }) => name === 'oftenAfraid')!;
    expect(listed).toMatchObject({ label: 'Often afraid', derived: true, valid: 400, type: 'numeric' });
    const afraid = await countsOf('afraid');
    expect(listed.sum).toBe(afraid['3'] + afraid['4']);

    const table = await client.crosstab.run({
      source: survey,
      rows: 'oftenAfraid',
      columns: 'afraid',
      where: 'oftenAfraid = 1',
    });
    expect(table.rows.categories).toMatchObject([{ value: 1, label: 'Yes', n: afraid['3'] + afraid['4'] }]);
    expect(table.columns.categories.map(({ value }) => value)).toEqual([3, 4]);

    const concern = { freedom: 'fear' as const, dimensions: [], concernedWhen: [1] };
    const { concerns } = await client.concern.save({
      ...survey,
      concerns: [{ ...concern, variable: 'oftenAfraid' }],
    });
    const direct = await client.concern.share({ ...survey, variable: 'afraid', concernedWhen: [3, 4] });
    expect(concerns[0].share).toEqual(direct.share);
    const matrix = await client.matrix.run({
      source: survey,
      want: [{ variable: 'hungry', concernedWhen: [3, 4] }],
    });
    expect(matrix.pairs).toHaveLength(1);
    const described = await client.describe.run({ source: survey });
    expect(described.variables.at(-1)).toMatchObject({ name: 'oftenAfraid', sum: listed.sum });
  });

  test('follows what is marked as missing in its sources, and what it is built on', async () => {
    await save(draft('oftenAfraid', often));
    await save(draft('both', { kind: 'expression', expression: 'oftenafraid = 1 and theft = 1' }));
    const known = async (name: string): Promise<number> =>
      (await client.variable.list(survey)).variables.find((one) => one.name === name)!.valid;
    expect([await known('oftenAfraid'), await known('both')]).toEqual([400, 400]);
    await client.survey.markMissing({ ...survey, marks: [{ variable: 'afraid', codes: [8] }] });
    // 8 of 400 refused; of those, who had nothing stolen is certainly not both
    const refused = Array.from({ length: 400 }, (_, row) => row).filter((row) => row % 50 === 7);
    const open = refused.filter((row) => row % 3 === 0).length;
    expect([await known('oftenAfraid'), await known('both')]).toEqual([392, 400 - open]);
    await client.survey.markMissing({ ...survey, marks: [{ variable: 'afraid', codes: [] }] });
    expect(await known('oftenAfraid')).toBe(400);
  });

  test('may serve as weight, and is checked as one', async () => {
    await save(draft('double', { kind: 'expression', expression: 'weight * 2' }));
    const roles = {
      weight: 'double',
      strata: null,
      psu: null,
      fpc: null,
      area: null,
      lonelyPsu: 'fail' as const,
    };
    const { surveys } = await client.survey.setRoles({ ...survey, roles });
    expect(surveys[0].design).toMatchObject({ summary: { weight: 'double' } });
    const { concerns } = await client.concern.save({
      ...survey,
      concerns: [{ variable: 'theft', freedom: 'fear', dimensions: [], concernedWhen: [1] }],
    });
    // twice 0.5 to 1.5 in turns of five: 400 households weigh 800
    expect(concerns[0].weightedN).toBe(800);
    await expect(client.derived.remove({ ...survey, variable: 'double' })).rejects.toMatchObject({
      code: 'derived.hasRole',
      params: { role: { phrase: 'weightRole' } },
    });
  });

  test('standardised with the weight needs one', async () => {
    const z: Definition = { kind: 'standardise', source: 'hungry', weighted: true };
    await expect(save(draft('z', z))).rejects.toMatchObject({ code: 'derived.needsWeight' });
    const roles = {
      weight: 'weight',
      strata: null,
      psu: null,
      fpc: null,
      area: null,
      lonelyPsu: 'fail' as const,
    };
    await client.survey.setRoles({ ...survey, roles });
    const { derived } = await save(draft('z', z, { measure: 'scale' }));
    expect(derived[0]).toMatchObject({ problem: null, sources: ['hungry', 'weight'] });
    await client.survey.setRoles({ ...survey, roles: { ...roles, weight: null } });
    expect((await client.derived.list(survey)).derived[0]).toMatchObject({
      problem: { code: 'derived.needsWeight' },
    });
  });

  test('can be changed and renamed; nothing of the survey changes', async () => {
    const before = await client.describe.run({ source: survey });
    await save(draft('oftenAfraid', often));
    await save(draft('afraidAtAll', { ...often, codes: [2, 3, 4] }), 'oftenAfraid');
    const { derived } = await client.derived.list(survey);
    expect(derived.map(({ name }) => name)).toEqual(['afraidAtAll']);
    expect(await client.derived.remove({ ...survey, variable: 'afraidAtAll' })).toEqual({ derived: [] });
    expect(await client.describe.run({ source: survey })).toEqual(before);
  });

  test('the groups of a band are named by their cut points, unless they have names', async () => {
    const by = { how: 'cuts' as const, cuts: [0.75, 1.25], closed: 'left' as const };
    await save(draft('heavy', { kind: 'band', source: 'weight', by }));
    const { categories } = await client.variable.distribution({ ...survey, variable: 'heavy' });
    expect(categories.map(({ label, n }) => [label, n])).toEqual([
      ['< 0.75', 80],
      ['0.75 – < 1.25', 160],
      ['≥ 1.25', 160],
    ]);
  });
});

describe('what is refused, by name', () => {
  const refused = [
    ['afraid', often, 'derived.nameTaken'],
    ['AFRAID', often, 'derived.nameTaken'],
    ['often afraid', often, 'derived.nameInvalid'],
    ['missing', often, 'derived.nameInvalid'],
    ['x', { ...often, source: 'afriad' }, 'variable.unknownNear'],
    ['x', { kind: 'expression', expression: 'afraid +' }, 'expression.invalid'],
    ['x', { kind: 'expression', expression: 'x + 1' }, 'derived.cycle'],
    ['x', { kind: 'combine', rules: [{ when: 'afraid', to: 1 }], otherwise: 0 }, 'expression.invalid'],
    [
      'x',
      { kind: 'band', source: 'weight', by: { how: 'cuts', cuts: [2, 1], closed: 'left' } },
      'derived.cutsOrder',
    ],
    ['x', { kind: 'topBox', source: 'afraid', codes: [] }, 'request.invalid'],
  ] as const;

  test('a bad name, a bad source, a bad definition: nothing is kept', async () => {
    for (const [name, definition, code] of refused) {
      const variable = draft(name, definition as unknown as Definition);
      await expect(save(variable), `${name} as ${JSON.stringify(definition)}`).rejects.toMatchObject({
        code,
      });
    }
    expect(await client.derived.list(survey)).toEqual({ derived: [] });
  });

  test('a circle, with the names of those in it', async () => {
    await save(draft('a', often));
    await save(draft('b', { kind: 'expression', expression: 'a + 1' }));
    await save(draft('c', { kind: 'expression', expression: 'b + 1' }));
    const circle = save(draft('a', { kind: 'expression', expression: 'c + 1' }), 'a');
    await expect(circle).rejects.toMatchObject({
      code: 'derived.cycle',
      params: { variables: ['a', 'c', 'b'] },
    });
    expect((await client.derived.list(survey)).derived[0].definition).toEqual(often);
  });

  test('removing or renaming what others are made from, with their names', async () => {
    await save(draft('a', often));
    await save(draft('b', { kind: 'expression', expression: 'a + 1' }));
    await client.responseSet.save({
      ...survey,
      set: { name: 'afraidOf', label: '', kind: 'dichotomy', counted: 1, variables: ['a', 'theft'] },
      replaces: null,
    });
    const needed = { code: 'derived.needed', params: { variable: 'a', dependents: ['b', '$afraidOf'] } };
    await expect(client.derived.remove({ ...survey, variable: 'a' })).rejects.toMatchObject(needed);
    await expect(save(draft('A2', often), 'a')).rejects.toMatchObject(needed);
    expect((await client.derived.list(survey)).derived[0].usedBy).toEqual(['b', '$afraidOf']);
    await client.derived.remove({ ...survey, variable: 'b' });
    await client.responseSet.remove({ ...survey, set: 'afraidOf' });
    await client.concern.save({
      ...survey,
      concerns: [{ variable: 'a', freedom: 'fear', dimensions: [], concernedWhen: [1] }],
    });
    await expect(client.derived.remove({ ...survey, variable: 'a' })).rejects.toMatchObject({
      code: 'derived.isConcern',
    });
  });
});

describe('while one is typing', () => {
  test('a definition shows its distribution before it is saved', async () => {
    const preview = await client.derived.preview({ ...survey, variable: { definition: often } });
    expect(preview).toMatchObject({ valid: 400, missing: 0, truncated: false, cuts: null });
    const afraid = await countsOf('afraid');
    expect(preview.categories.map(({ value, n }) => [value, n])).toEqual([
      [0, 400 - afraid['3'] - afraid['4']],
      [1, afraid['3'] + afraid['4']],
    ]);
    const thirds: Definition = {
      kind: 'band',
      source: 'weight',
      by: { how: 'quantiles', groups: 5, weighted: false },
    };
    const bands = await client.derived.preview({ ...survey, variable: { definition: thirds } });
    expect(bands.cuts).toEqual([0.5, 0.75, 1, 1.25]);
    expect(bands.categories.map(({ label }) => label)).toEqual(['1/5', '2/5', '3/5', '4/5', '5/5']);
    expect(await client.derived.list(survey)).toEqual({ derived: [] });
  });

  test('an expression is completed, and says where it cannot be read', async () => {
    const at = { ...survey, expression: 'afraid >= 3 and hun', position: 19, as: 'filter' as const };
    const { problem, items, from, to } = await client.expression.complete(at);
    expect([from, to]).toEqual([16, 19]);
    expect(items).toEqual([{ name: 'hungry', text: 'hungry', kind: 'variable', label: 'Went without food' }]);
    expect(problem).toMatchObject({ code: 'expression.invalid', params: { position: 20 } });
    const whole = await client.expression.complete({
      ...at,
      expression: 'hungry + 1',
      position: 0,
      as: 'value',
    });
    expect(whole.problem).toBeNull();
    const unknown = await client.expression.complete({ ...at, expression: 'hungy = 1' });
    expect(unknown.problem).toMatchObject({ code: 'variable.unknownNear' });
  });
});

describe('what is said about a variable', () => {
  test('can be edited, and what the file says restored', async () => {
    const { variable } = await client.variable.edit({
      ...survey,
      variable: 'AFRAID',
      label: 'Afraid after dark',
      valueLabels: [{ value: '3', label: 'Quite often' }],
      missing: { codes: [8], range: null },
    });
    expect(variable).toMatchObject({
      name: 'afraid',
      label: 'Afraid after dark',
      valueLabels: [{ value: 3, label: 'Quite often' }],
      missing: { codes: [8] },
      valid: 392,
      original: { label: 'Feels unsafe after dark', missing: { codes: [] } },
    });
    const one = await client.variable.edit({ ...survey, variable: 'afraid', label: null });
    expect(one.variable).toMatchObject({ label: 'Feels unsafe after dark', valid: 392 });
    const restored = await client.variable.edit({
      ...survey,
      variable: 'afraid',
      valueLabels: null,
      missing: null,
    });
    expect(restored.variable.valid).toBe(400);
    expect(restored.variable.valueLabels).toHaveLength(5);
    expect(restored.variable.original).toBeUndefined();
  });

  test('a file’s sets and those made by hand', async () => {
    const set = { name: 'without', label: 'Went without', kind: 'dichotomy' as const, counted: '1' };
    const { sets } = await client.responseSet.save({
      ...survey,
      set: { ...set, variables: ['THEFT', 'stratum'] },
      replaces: null,
    });
    expect(sets).toEqual([
      { ...set, name: '$without', counted: 1, variables: ['theft', 'stratum'], origin: 'hand', lost: [] },
    ]);
    const wrong = client.responseSet.save({
      ...survey,
      set: { ...set, counted: null, variables: ['theft', 'stratum'] },
      replaces: 'without',
    });
    await expect(wrong).rejects.toMatchObject({ code: 'responseSet.counted' });
    await expect(client.responseSet.remove({ ...survey, set: 'gone' })).rejects.toMatchObject({
      code: 'responseSet.unknown',
    });
    expect(await client.responseSet.remove({ ...survey, set: 'without' })).toEqual({ sets: [] });
  });

  test('leave the study with the values of derived variables, and come in again', async () => {
    await save(draft('oftenAfraid', often, { label: 'Often afraid' }));
    await client.variable.edit({ ...survey, variable: 'theft', label: 'Robbed' });
    const set = { name: 'crime', label: 'Crime', kind: 'dichotomy' as const, counted: 1 };
    const variables = ['theft', 'oftenAfraid'];
    await client.responseSet.save({ ...survey, set: { ...set, variables }, replaces: null });
    const file = join(temporaryFolder(), 'out.sav');
    await client.export.run({ source: survey, to: file });
    const made = await client.survey.import({ file, study: survey.study, name: 'again' });
    const again = { study: survey.study, survey: made.survey };
    const { sets } = await client.responseSet.list(again);
    expect(sets).toMatchObject([{ label: 'Crime', counted: 1, variables, origin: 'file', lost: [] }]);
    expect(await client.derived.list(again)).toEqual({ derived: [] });
    const { variables: before } = await client.variable.list(survey);
    const { variables: after } = await client.variable.list(again);
    expect(after.map(({ name, label, sum, valid }) => [name, label, sum, valid])).toEqual(
      before.map(({ name, label, sum, valid }) => [name, label, sum, valid]),
    );
  });
});
