import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import type { AnalysisDefinition } from '#contract/analysisDefinition.ts';
import { KeptResults } from '#operations/analysis/keptResults.ts';
import { firstDefinitions } from '#presentation/analysis/firstDefinitions.ts';
import { asked, csvSurvey } from '../../helpers/asked.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

afterEach(() => vi.restoreAllMocks());

test('what was computed for a question is handed out again, and what was used longest ago goes first', () => {
  const computed: string[] = [];
  const kept = new KeptResults<string>(3, ({ length }) => length);
  const ask = (question: string): string =>
    kept.of([question, { of: 'one' }], () => {
      computed.push(question);
      return question.toUpperCase();
    });

  expect([ask('a'), ask('b'), ask('c'), ask('a')]).toEqual(['A', 'B', 'C', 'A']);
  expect(computed).toEqual(['a', 'b', 'c']);
  ask('d');
  ask('a');
  ask('b');
  expect(computed).toEqual(['a', 'b', 'c', 'd', 'b']);
});

test('a result larger than there is room for is given, but not kept', () => {
  let times = 0;
  const kept = new KeptResults<string>(3, ({ length }) => length);
  const ask = (): string => kept.of(['large'], () => `large ${++times}`);
  expect([ask(), ask()]).toEqual(['large 1', 'large 2']);
});

/** All of it, but for the numbers of a typed array, which cannot be. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value))
    return value;
  Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

test('nobody changes what is handed out again and again: not the next answer, nor what leaves the app', async () => {
  const { of } = KeptResults.prototype;
  vi.spyOn(KeptResults.prototype, 'of').mockImplementation(function (this: object, question, compute) {
    return frozen(of.call(this, question, compute));
  });
  const folder = temporaryFolder();
  const study = join(folder, 'kept.lfstudy');
  const rows = Array.from({ length: 400 }, (_, row) => row);
  const { file } = csvSurvey({
    region: rows.map((row) => (row % 3) + 1),
    theft: rows.map((row) => (row * 7) % 4),
    hunger: rows.map((row) => (row * 11) % 4),
  });
  await asked('survey.import', { file, study, name: null });
  const concern = (variable: string, freedom: 'fear' | 'want') => ({
    variable,
    freedom,
    dimensions: [],
    concernedWhen: [2, 3],
  });
  const concerns = [concern('theft', 'fear'), concern('hunger', 'want')];
  await asked('concern.save', { study, survey: 1, concerns });
  const by = 'region';
  const { matrix, freedoms, tables, priorities } = firstDefinitions;
  const row = { kind: 'variable' as const, name: 'theft' };
  const definitions: AnalysisDefinition[] = [
    { ...matrix, by, pair: { fear: 'theft', want: 'hunger' }, pairBy: by },
    { ...matrix, by, measure: 'oddsRatio', order: 'blocks' },
    { ...freedoms, by },
    { ...tables, rows: [row], columns: [[by]], sort: 'size' },
    { ...priorities, by, concern: 'theft', concernBy: by },
    { ...priorities, picture: 'severity', sort: { key: 'severity', descending: true } },
  ];
  for (const [place, definition] of [...definitions, ...definitions].entries()) {
    const figure = { study, survey: 1, definition, to: join(folder, `${place}.svg`), format: 'svg' as const };
    await asked('publication.figure', figure);
    const table = { study, survey: 1, definition, to: join(folder, `${place}.csv`), format: 'csv' as const };
    await asked('publication.table', table);
  }
  expect(KeptResults.prototype.of).toHaveBeenCalled();
});
