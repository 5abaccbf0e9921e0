import Database from 'better-sqlite3-multiple-ciphers';
import { beforeEach, expect, test } from 'vitest';
import type { AnalysisDefinition } from '#contract/analysisDefinition.ts';
import { mostAnalyses } from '#project/analyses.ts';
import { openStudy } from '#project/openStudy.ts';
import { asked, csvSurvey } from '../helpers/asked.ts';
import { copiesOf, freedomsOf, makeTwoWaves, matrixOf } from './history/twoWaves.ts';

const studies = copiesOf(makeTwoWaves);
let study: string;

beforeEach(async () => {
  study = await studies();
});

const at = (time: string) => ({ now: () => Date.parse(time) });
const first = '2026-03-01T10:00:00.000Z';
const later = '2026-03-02T10:00:00.000Z';
const keep = (name: string, survey = 1, definition: AnalysisDefinition = matrixOf(null)) =>
  asked('analysis.keep', { study, survey, name, definition }, at(first));
const names = async () => (await asked('analysis.list', { study })).analyses.map(({ name }) => name);

test('a study has no analyses before one is kept', async () => {
  expect(await asked('analysis.list', { study })).toEqual({ analyses: [], drafts: [] });
});

test('analyses are kept in order, each with its survey and all that makes it what it is', async () => {
  await keep('By region', 1, freedomsOf('region'));
  const { analyses } = await keep('All', 2);
  const one = { position: 0, survey: 1, name: 'By region', definition: freedomsOf('region') };
  const other = { position: 1, survey: 2, name: 'All', definition: matrixOf(null) };
  expect(analyses).toEqual([
    { id: 1, changed: first, ...one },
    { id: 2, changed: first, ...other },
  ]);
  expect((await asked('analysis.list', { study })).analyses).toEqual(analyses);
});

test.each([
  ['One', 'One'],
  ['One', ' one '],
  ['Straße Ä', 'STRAßE ä'],
  ['e\u0301t\u00e9', '\u00c9TE\u0301'],
])('beside “%s”, “%s” is refused, in all surveys of the study', async (name, other) => {
  await keep(name);
  await expect(keep(other, 2)).rejects.toMatchObject({
    code: 'analysis.nameTaken',
    params: { name: name.normalize() },
  });
  await keep('Two');
  const given = { study, id: 2, name: other };
  await expect(asked('analysis.change', given)).rejects.toMatchObject({ code: 'analysis.nameTaken' });
  await expect(asked('analysis.duplicate', given)).rejects.toMatchObject({ code: 'analysis.nameTaken' });
  expect(await names()).toEqual([name.normalize(), 'Two']);
});

test.each(['', '  ', '\t\n'])('a name of blanks is none: %j', async (name) => {
  await expect(keep(name)).rejects.toMatchObject({ code: 'analysis.nameEmpty' });
});

test('an analysis may be called the same in other capital letters', async () => {
  await keep('one');
  const { analyses } = await asked('analysis.change', { study, id: 1, name: 'ONE' }, at(later));
  expect(analyses).toMatchObject([{ name: 'ONE', changed: later, definition: matrixOf(null) }]);
});

test('a change of nothing leaves the time of the last one', async () => {
  await keep('one');
  const same = { study, id: 1, name: 'one', definition: matrixOf(null) };
  const { analyses } = await asked('analysis.change', same, at(later));
  expect(analyses[0].changed).toBe(first);
});

test('a copy stands after the analysis that it is of', async () => {
  await keep('one', 2, freedomsOf('theft'));
  await keep('two');
  const { analyses } = await asked('analysis.duplicate', { study, id: 1, name: 'one b' });
  expect(analyses.map(({ name }) => name)).toEqual(['one', 'one b', 'two']);
  expect(analyses.map(({ position }) => position)).toEqual([0, 1, 2]);
  expect(analyses[1]).toMatchObject({ survey: 2, definition: freedomsOf('theft') });
});

test('what is ordered comes first, the others follow as they were', async () => {
  for (const name of ['a', 'b', 'c', 'd']) await keep(name);
  await asked('analysis.order', { study, ids: [3, 1, 3] });
  expect(await names()).toEqual(['c', 'a', 'b', 'd']);
  await asked('analysis.remove', { study, id: 1 });
  await keep('e');
  expect(await names()).toEqual(['c', 'b', 'd', 'e']);
});

test.each([
  ['analysis.change', { id: 9, name: 'x' }],
  ['analysis.duplicate', { id: 9, name: 'x' }],
  ['analysis.remove', { id: 9 }],
  ['analysis.order', { ids: [1, 9] }],
] as const)('%s of an analysis that is not there is refused', async (name, input) => {
  await keep('one');
  await expect(asked(name, { study, ...input } as never)).rejects.toMatchObject({
    code: 'analysis.unknown',
    params: { analysis: 9 },
  });
  expect(await names()).toEqual(['one']);
});

test('there is a draft for each survey and room: the last', async () => {
  const draft = (survey: number, definition: AnalysisDefinition) =>
    asked('analysis.draft', { study, survey, definition });
  await draft(1, freedomsOf(null));
  await draft(2, matrixOf(null));
  await draft(1, matrixOf('theft'));
  const { drafts } = await draft(1, freedomsOf('region'));
  expect(drafts).toEqual([
    { survey: 1, definition: freedomsOf('region') },
    { survey: 1, definition: matrixOf('theft') },
    { survey: 2, definition: matrixOf(null) },
  ]);
  expect(await asked('analysis.list', { study })).toEqual({ analyses: [], drafts });
});

test('a draft remembers which kept analysis it is of', async () => {
  await asked('analysis.keep', { study, survey: 1, name: 'Plain', definition: matrixOf(null) });
  const { drafts } = await asked('analysis.draft', {
    ...{ study, survey: 1, definition: matrixOf('region'), of: 1 },
  });
  expect(drafts).toEqual([{ survey: 1, definition: matrixOf('region'), of: 1 }]);
  const { drafts: unsaid } = await asked('analysis.draft', {
    study,
    survey: 1,
    definition: matrixOf('theft'),
  });
  expect(unsaid).toEqual([{ survey: 1, definition: matrixOf('theft') }]);
  // A later step of another moment; undone, the draft is of the kept one again.
  const now = (): number => Date.now() + 60_000;
  await asked('analysis.draft', { study, survey: 1, definition: freedomsOf(null), of: 1 }, { now });
  await asked('history.undo', { study });
  await asked('history.redo', { study });
  const after = await asked('analysis.list', { study });
  expect(after.drafts.find(({ definition }) => definition.room === 'freedoms')).toMatchObject({ of: 1 });
});

test('what a room shows of one that was removed does not become that of the next one', async () => {
  await keep('One');
  await asked('analysis.draft', { study, survey: 1, definition: matrixOf('region'), of: 1 });
  await asked('analysis.remove', { study, id: 1 });
  const { analyses, drafts } = await keep('Two');
  expect(drafts[0].of).toBe(1);
  expect(analyses.map(({ id, name }) => [id, name])).toEqual([[2, 'Two']]);
});

test('nor where only the history knows of it, or says it in numbers that no id can be', async () => {
  await keep('One');
  await asked('analysis.remove', { study, id: 1 });
  const database = new Database(study);
  database.exec(`UPDATE draft SET definition = '{"of": 9223372036854775807}'`);
  database.exec(
    `INSERT INTO history (what, params, changes, at) VALUES ('analysis.keep', '{}', 'no JSON', 0)`,
  );
  database.close();
  const { analyses } = await keep('Two');
  expect(analyses.map(({ id }) => id)).toEqual([2]);
});

test('analyses and drafts stay when a corrected file takes the place of the survey, without the variable too', async () => {
  await keep('By region', 1, freedomsOf('region'));
  const { drafts } = await asked('analysis.draft', { study, survey: 1, definition: matrixOf('region') });
  const before = await asked('analysis.list', { study });
  const file = csvSurvey({ w: [1, 1, 1], afraid: [1, 2, 3] });
  const { changes } = await asked('survey.replace', { ...file, study, survey: 1 });
  expect(changes.removed.map(({ name }) => name)).toContain('region');
  expect(await asked('analysis.list', { study })).toEqual({ ...before, drafts });
});

test('analyses stay with their survey when another takes over what was said about it', async () => {
  await keep('one');
  await asked('survey.adopt', { study, survey: 2, other: 1 });
  expect((await asked('analysis.list', { study })).analyses).toMatchObject([{ name: 'one', survey: 1 }]);
});

test('more analyses than anybody looks through are refused, in a study from elsewhere too', async () => {
  await keep('one');
  const opened = openStudy(study);
  const fill = opened.database.prepare(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
     INSERT INTO analysis (survey, position, name, definition, changed)
     SELECT 1, i, 'n' || i || '-' || ?, definition, changed FROM n JOIN analysis ON name = 'one'`,
  );
  fill.run(mostAnalyses - 1, 'a');
  await expect(keep('two')).rejects.toMatchObject({
    code: 'analysis.tooMany',
    params: { limit: mostAnalyses },
  });
  expect(await names()).toHaveLength(mostAnalyses);
  fill.run(1, 'b');
  opened.close();
  await expect(names()).rejects.toMatchObject({ code: 'study.damaged' });
});

test('a draft that is no definition is as if its room had not been opened', async () => {
  const opened = openStudy(study);
  opened.database.exec(`INSERT INTO draft VALUES (1, 'tables', '['), (1, 'matrix', '{}'),
    (2, 'matrix', '${JSON.stringify(freedomsOf(null))}'), (2, 'freedoms', '${JSON.stringify(freedomsOf(null))}')`);
  opened.close();
  const { drafts } = await asked('analysis.list', { study });
  expect(drafts).toEqual([{ survey: 2, definition: freedomsOf(null) }]);
});

test('what belongs to a survey that is not there is not listed', async () => {
  await keep('one');
  const other = new Database(study);
  other.pragma('foreign_keys = OFF');
  other.exec(`INSERT INTO analysis SELECT 2, 9, 1, 'two', definition, changed FROM analysis;
    INSERT INTO draft SELECT 9, 'matrix', definition FROM analysis WHERE id = 1`);
  other.close();
  expect(await asked('analysis.list', { study })).toMatchObject({ analyses: [{ id: 1 }], drafts: [] });
});

test('a definition that is larger than a room can make is refused', async () => {
  const where = 'x'.repeat(10_001);
  const definition = { room: 'tables', where } as never;
  await expect(asked('analysis.draft', { study, survey: 1, definition })).rejects.toThrow('too_big');
});

test('one that is damaged is named, holds its name, keeps no other from changing, and is removed for good', async () => {
  await keep('one');
  await keep('two');
  const database = new Database(study);
  database.prepare(`UPDATE analysis SET definition = '{"room":' WHERE id = 1`).run();
  database.close();
  const damaged = [{ id: 1, name: 'one' }];
  expect(await asked('analysis.list', { study })).toMatchObject({ analyses: [{ id: 2 }], damaged });
  expect(await asked('study.open', { study })).toMatchObject({ readOnly: null });
  await expect(keep('one')).rejects.toMatchObject({ code: 'analysis.nameTaken' });
  expect(await asked('analysis.change', { study, id: 2, name: 'second' })).toMatchObject({ damaged });
  expect(await asked('analysis.order', { study, ids: [2] })).toMatchObject({ damaged });
  for (const what of ['analysis.order', 'analysis.rename'])
    expect(await asked('history.undo', { study })).toMatchObject({ done: { what } });
  const { analyses, damaged: left } = await asked('analysis.remove', { study, id: 1 });
  expect(analyses).toMatchObject([{ id: 2, name: 'two' }]);
  expect(left).toBeUndefined();
});
