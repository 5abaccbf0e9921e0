import Database from 'better-sqlite3-multiple-ciphers';
import { expect, test } from 'vitest';
import { asked } from '../helpers/asked.ts';
import { copiesOf, matrixOf, waveFile } from '../operations/history/twoWaves.ts';

const study = copiesOf(async (path) => {
  const { file } = waveFile();
  await asked('survey.import', { study: path, file, name: 'first' });
  const survey = { study: path, survey: 1 };
  await asked('concern.save', {
    ...survey,
    concerns: ['afraid', 'theft'].map((variable) => ({
      variable,
      freedom: 'fear' as const,
      dimensions: ['personal' as const],
      concernedWhen: [1],
    })),
  });
  await asked('variable.edit', { ...survey, variable: 'hungry', label: 'Hungry' });
  for (const name of ['one', 'two']) {
    const definition = { kind: 'topBox' as const, source: 'hungry', codes: [3] };
    const derived = { name, label: '', measure: 'nominal' as const, valueLabels: [], definition };
    await asked('derived.save', { ...survey, variable: derived, replaces: null });
    await asked('analysis.keep', { ...survey, name, definition: matrixOf(null) });
  }
});

const reads = async (path: string): Promise<unknown> => {
  const survey = { study: path, survey: 1 };
  return Promise.all([
    asked('study.open', { study: path }),
    asked('concern.list', survey),
    asked('variable.list', survey),
    asked('derived.list', survey),
    asked('responseSet.list', survey),
    asked('analysis.list', { study: path }),
  ]);
};

/** Damage that SQLite does not see: a wrong byte in what the user said, or what the file says of itself. */
test.each([
  ['concern', 'concernedWhen', '[1', 1],
  ['concern', 'dimensions', '["persanal"]', 1],
  ['variableEdit', 'marked', ':;', 0],
  ['variableEdit', 'missing', '{}', 0],
  ['derived', 'definition', '{"kind":"topB x"}', 1],
  ['derived', 'valueLabels', '[{', 1],
  ['analysis', 'definition', '{"room":"matrix"}', 1],
  ['reading', 'said', '{"decimal":"x"}', 0],
  ['survey', 'notes', '[7]', 1],
  ['survey', 'design', '{"secondStage":1}', 1],
] as const)(
  'where a %s has a damaged %s, the study is rescued without that alone, and opens',
  async (table, column, wrong, left) => {
    const path = await study();
    const database = new Database(path);
    const key = table === 'analysis' ? 'id' : table === 'variableEdit' ? 'name' : 'rowid';
    const first = key === 'rowid' && ['concern', 'derived'].includes(table) ? 'position' : key;
    database
      .prepare(`UPDATE ${table} SET ${column} = ? WHERE ${first} = (SELECT min(${first}) FROM ${table})`)
      .run(wrong);
    database.close();
    const to = `${path}.rescued.lfstudy`;
    const { parts, surveys } = await asked('study.rescue', { study: path, to });
    expect(parts).toEqual([table]);
    expect(surveys).toMatchObject([{ rescued: 5, lost: [], nameless: false }]);
    await reads(to);
    const made = new Database(to, { readonly: true });
    expect(made.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(left);
    made.close();
  },
);

test('a variable of an older study whose description cannot be read is lost, and the others open', async () => {
  const path = await study();
  const database = new Database(path);
  database.prepare("UPDATE variable SET valueLabels = '[{', checksum = NULL WHERE name = 'theft'").run();
  // As a study was before it had checksums.
  database.exec('ALTER TABLE chunk DROP COLUMN checksum; ALTER TABLE variable DROP COLUMN checksum');
  database.pragma('user_version = 6');
  database.close();
  const to = `${path}.rescued.lfstudy`;
  const { surveys, unchecked } = await asked('study.rescue', { study: path, to });
  expect(unchecked).toBe(true);
  expect(surveys).toMatchObject([{ rescued: 4, lost: [], unnamed: 1 }]);
  await reads(to);
});
