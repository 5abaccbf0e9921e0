import Database from 'better-sqlite3-multiple-ciphers';
import { beforeEach, describe, expect, test } from 'vitest';
import { analysesOf, draftsOf } from '#project/analyses.ts';
import { historyOf, largestHistory, mostSteps } from '#project/history.ts';
import { openImage } from '#project/openImage.ts';
import { asked } from '../../helpers/asked.ts';
import { copiesOf, definitionsOf, freedomsOf, makeTwoWaves, matrixOf, waveFile } from './twoWaves.ts';

const studies = copiesOf(makeTwoWaves);
let study: string;

beforeEach(async () => {
  study = await studies();
});

const label = (text: string | null, variable = 'afraid') =>
  asked('variable.edit', { study, survey: 1, variable, label: text });
const list = () => asked('history.list', { study });
const undo = () => asked('history.undo', { study });
const redo = () => asked('history.redo', { study });
const drafts = async () => (await asked('analysis.list', { study })).drafts;
const draft = (by: string | null, at: number, survey = 1) =>
  asked('analysis.draft', { study, survey, definition: freedomsOf(by) }, { now: () => at });

/** Does what somebody with any SQLite program can do. */
function tamper(statement: string, ...values: readonly unknown[]): void {
  const database = new Database(study);
  database.prepare(statement).run(...values);
  database.close();
}

const stepsIn = (what = 'count(*)'): number => {
  const database = new Database(study, { readonly: true });
  const found = database.prepare(`SELECT ${what} FROM history`).pluck().get();
  database.close();
  return Number(found);
};

describe('a history', () => {
  const nothing = { undo: null, redo: null, ended: null };

  test('without a step answers that nothing was done', async () => {
    expect(await list()).toEqual(nothing);
    const untouched = { done: null, ...nothing, touched: [], survey: null };
    expect(await undo()).toEqual(untouched);
    expect(await redo()).toEqual(untouched);
  });

  test('loses what was undone once something else is changed, and not before', async () => {
    await label('one');
    await label('two');
    await undo();
    await label('one');
    expect((await list()).redo).not.toBeNull();
    await label('three');
    expect((await list()).redo).toBeNull();
    await undo();
    await undo();
    expect((await list()).undo).toBeNull();
  });

  test('has no step where nothing has changed', async () => {
    await label('one');
    const before = stepsIn();
    await label('one');
    await label('one', 'AFRAID');
    await asked('concern.save', { study, survey: 1, concerns: [] });
    await draft('region', 0);
    await draft('region', 9000);
    expect(stepsIn()).toBe(before + 1);
  });

  test('is told what is refused by no step', async () => {
    await expect(label('one', 'afriad')).rejects.toMatchObject({ code: 'variable.unknownNear' });
    expect(await list()).toEqual(nothing);
  });

  test('keeps the newest steps, and of a step that is larger than the whole history none', async () => {
    for (let step = 0; step < 4; step++) await label(`label ${step}`);
    tamper(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
       INSERT INTO history (id, what, params, survey, changes, at)
       SELECT i - 1000, 'variable.edit', '{"variable":"afraid"}', 1, '[]', 0 FROM n`,
      mostSteps,
    );
    await label('label 4');
    expect(stepsIn()).toBe(mostSteps);
    tamper('UPDATE history SET changes = ? WHERE id < 0', 'x'.repeat(largestHistory / 100));
    await label('label 5');
    expect(stepsIn('total(octet_length(changes))')).toBeLessThanOrEqual(largestHistory);
    expect(stepsIn()).toBeLessThan(mostSteps);
    for (const earlier of ['label 4', 'label 3']) {
      expect((await undo()).done).not.toBeNull();
      const { variables } = await asked('variable.list', { study, survey: 1 });
      expect(variables.find(({ name }) => name === 'afraid')!.label).toBe(earlier);
    }
    await label('x'.repeat(largestHistory));
    expect(await list()).toEqual(nothing);
    expect(stepsIn()).toBe(0);
  });

  test('ends with a corrected file, and says so until there is a step again', async () => {
    const why = 'survey.replace';
    await label('one');
    await asked('survey.replace', { ...waveFile(), study, survey: 1 });
    expect(await list()).toEqual({ ...nothing, ended: why });
    const end = definitionsOf(study);
    expect((await undo()).done).toBeNull();
    expect(definitionsOf(study)).toEqual(end);
    await label('two');
    expect(await list()).toMatchObject({ undo: { what: 'variable.edit' }, ended: null });
    expect(await undo()).toMatchObject({ undo: null, redo: { what: 'variable.edit' }, ended: why });
  });

  test('goes on over another wave that is brought in: nothing of the others changes', async () => {
    await label('one');
    await label('two');
    await undo();
    const before = await list();
    await asked('survey.import', { ...waveFile(), study, name: 'third' });
    expect(await list()).toEqual(before);
    const end = definitionsOf(study);
    expect((await undo()).done).not.toBeNull();
    await redo();
    expect(definitionsOf(study)).toEqual(end);
    expect((await redo()).done).not.toBeNull();
    expect((await list()).redo).toBeNull();
  });

  test('takes back in one step all that was taken over from another survey, and nothing of that one', async () => {
    const first = { study, survey: 1 };
    await asked('survey.setRoles', {
      ...first,
      roles: {
        weight: 'w',
        strata: 'region',
        psu: null,
        fpc: null,
        area: null,
        lonelyPsu: 'certainty',
        margins: [{ variable: 'theft', totals: [0, 1].map((value) => ({ value, total: 10 })) }],
      },
    });
    await asked('survey.markMissing', { ...first, marks: [{ variable: 'afraid', codes: [8] }] });
    await label('Afraid after dark');
    await asked('derived.save', {
      ...first,
      variable: {
        name: 'often',
        label: '',
        measure: 'nominal',
        valueLabels: [],
        definition: { kind: 'topBox', source: 'afraid', codes: [3, 4] },
      },
      replaces: null,
    });
    await asked('responseSet.save', {
      ...first,
      set: {
        name: '$both',
        label: '',
        kind: 'category',
        counted: null,
        variables: ['afraid', 'hungry'],
      },
      replaces: null,
    });
    await asked('concern.save', { ...first, concerns: concern('afraid') });
    await label('Own label', 'hungry');
    const [start, steps] = [definitionsOf(study), stepsIn()];

    const { taken } = await asked('survey.adopt', { study, survey: 2, other: 1 });
    expect(new Set(taken.map(({ kind }) => kind))).toEqual(
      new Set(['role', 'mark', 'edit', 'derived', 'responseSet', 'concern']),
    );
    expect(stepsIn()).toBe(steps + 1);
    const end = definitionsOf(study);
    await asked('survey.adopt', { study, survey: 2, other: 1 });
    expect(stepsIn()).toBe(steps + 1);
    expect(await undo()).toMatchObject({
      done: { what: 'survey.adopt', params: { survey: 'first' }, survey: 2 },
      touched: expect.arrayContaining(['roles', 'variables', 'derived', 'sets', 'concerns']) as unknown,
    });
    expect(definitionsOf(study)).toEqual(start);
    await redo();
    expect(definitionsOf(study)).toEqual(end);
  });

  test('is read, with the analyses, where the study cannot be written', async () => {
    await label('one');
    await draft('region', 0);
    const image = openImage(study)!;
    image.pragma('query_only = ON');
    const read = { path: study, database: image, close: () => undefined };
    expect(historyOf(read)).toMatchObject({ undo: { what: 'draft.change' }, redo: null });
    expect(draftsOf(read)).toEqual(await drafts());
    expect(analysesOf(read).analyses).toEqual([]);
    image.close();
  });

  test('names what has a very long name by its beginning', async () => {
    const name = 'n'.repeat(200);
    await asked('analysis.keep', { study, survey: 1, name, definition: matrixOf(null) });
    await asked('analysis.keep', { study, survey: 1, name: 'ñ'.repeat(150), definition: matrixOf(null) });
    expect((await undo()).undo?.params.name).toBe(name);
  });
});

describe('what a room shows', () => {
  test('changes as one step while the changes follow each other quickly', async () => {
    await draft('region', 1000);
    await draft('theft', 2500);
    await draft('afraid', 4000);
    expect(stepsIn()).toBe(1);
    await draft('hungry', 5501);
    expect(stepsIn()).toBe(2);
    await undo();
    expect(await drafts()).toEqual([{ survey: 1, definition: freedomsOf('afraid') }]);
    await undo();
    expect(await drafts()).toEqual([]);
    await redo();
    expect(await drafts()).toEqual([{ survey: 1, definition: freedomsOf('afraid') }]);
  });

  test('is another step in another room, in another survey, and before the clock was put back', async () => {
    await draft('region', 1000);
    await draft('region', 1001, 2);
    await asked('analysis.draft', { study, survey: 2, definition: matrixOf(null) }, { now: () => 1002 });
    await draft('theft', 1003, 2);
    await draft('afraid', 500, 2);
    expect(stepsIn()).toBe(5);
  });

  test('is no step where it comes back to what it was', async () => {
    await draft('region', 1000);
    await draft('theft', 9000);
    await draft('region', 9500);
    expect(stepsIn()).toBe(1);
  });

  test('is another step after something was undone', async () => {
    await draft('region', 1000);
    await label('one');
    await undo();
    await draft('theft', 1100);
    expect(stepsIn()).toBe(2);
  });
});

describe('a study that is not as a step left it', () => {
  test('is not written over', async () => {
    await label('one');
    tamper(`UPDATE variableEdit SET label = 'from elsewhere'`);
    const before = definitionsOf(study);
    await expect(undo()).rejects.toMatchObject({ code: 'history.changedSince', params: { study } });
    expect(definitionsOf(study)).toEqual(before);
    expect((await list()).undo).not.toBeNull();
    tamper(`UPDATE variableEdit SET label = 'one'`);
    expect((await undo()).done).not.toBeNull();
    tamper(`INSERT INTO variableEdit VALUES (1, 'afraid', 'from elsewhere', NULL, NULL, '[]')`);
    await expect(redo()).rejects.toMatchObject({ code: 'history.changedSince' });
  });

  test('is not half changed where its tables refuse the second half', async () => {
    const keep = (name: string) => asked('concern.save', { study, survey: 1, concerns: concern(name) });
    await keep('afraid');
    await keep('hungry');
    tamper(`INSERT INTO concern VALUES (1, 7, 'afraid', 'fear', '[]', '[]')`);
    const before = definitionsOf(study);
    await expect(undo()).rejects.toMatchObject({ code: 'history.changedSince' });
    expect(definitionsOf(study)).toEqual(before);
  });
});

const concern = (variable: string) => [
  { variable, freedom: 'fear' as const, dimensions: [], concernedWhen: [1] },
];

/** What stands in a study that somebody else has made. */
describe('a history that this program has not written is dropped, and nothing else', () => {
  const edit = { survey: 1, name: 'afraid', label: 'one', valueLabels: null, missing: null, marked: '[]' };
  const change = (more: object, table = 'variableEdit') =>
    JSON.stringify([{ table, before: null, after: { ...edit, ...more } }]);
  const survey = { id: 1, weight: 'w', strata: null, psu: null, fpc: null, area: null };

  test.each([
    ['nothing', ''],
    ['another word', '7'],
    ['no change', '[]'],
    ['a change of no row', '[{"table":"variableEdit","before":null,"after":null}]'],
    ['a table that is not said', change({}, 'chunk')],
    ['a table by another name', change({}, 'constructor')],
    ['SQL in the place of a table', change({}, 'variableEdit; DROP TABLE chunk')],
    ['a column that is not said', change({ rowCount: 0 })],
    ['a column left out', change({ label: undefined })],
    ['a number in the place of a text', change({ label: 7 })],
    ['a text in the place of a number', change({ survey: '1' })],
    ['labels that are none', change({ valueLabels: '{"value":1}' })],
    ['text that is no JSON', change({ marked: '[' })],
    ['one row twice', `[${change({}).slice(1, -1)},${change({}).slice(1, -1)}]`],
    [
      'a row that becomes another',
      JSON.stringify([{ table: 'variableEdit', before: { ...edit, name: 'hungry' }, after: edit }]),
    ],
    [
      'a survey that comes from nowhere',
      JSON.stringify([
        { table: 'survey', before: null, after: { ...survey, lonelyPsu: 'fail', design: null } },
      ]),
    ],
    ['more than a history may hold', ' '.repeat(largestHistory) + '[]'],
    ['very deep brackets', '['.repeat(100_000)],
  ])('%s', async (_what, changes) => {
    await label('one');
    tamper('UPDATE history SET changes = ?', changes);
    const before = definitionsOf(study);
    expect(await undo()).toEqual({
      done: null,
      undo: null,
      redo: null,
      ended: null,
      touched: [],
      survey: null,
    });
    expect(stepsIn()).toBe(0);
    expect(definitionsOf(study)).toEqual(before);
    await label('two');
    expect((await undo()).done).not.toBeNull();
  });

  test.each([
    ['what it does', `what = 'study.delete'`],
    ['params', `params = '[1]'`],
    ['params without an end', `params = '{"variable":"' || hex(zeroblob(100000)) || '"}'`],
    ['a survey', 'survey = 9007199254740993'],
    ['an end that is none', `changes = NULL, what = 'variable.edit'`],
    ['an end that was undone', `changes = NULL, what = 'survey.replace', undone = 1`],
  ])('%s that is not known', async (_what, wrong) => {
    await label('one');
    tamper(`UPDATE history SET ${wrong}`);
    expect(await list()).toEqual({ undo: null, redo: null, ended: null });
    await label('two');
    expect(stepsIn()).toBe(1);
    expect((await undo()).done).not.toBeNull();
  });

  test('a survey that is not there', async () => {
    await label('one');
    await undo();
    tamper(`UPDATE history SET changes = ?`, change({ survey: 9 }));
    await expect(redo()).rejects.toMatchObject({ code: 'history.changedSince' });
  });
});
