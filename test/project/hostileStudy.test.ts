import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { beforeEach, expect, test } from 'vitest';
import type { Column } from '#engine/survey/column.ts';
import { analysesOf, draftsOf } from '#project/analyses.ts';
import { claimStudy } from '#project/claimStudy.ts';
import { columnWriter, readChunks, readColumn } from '#project/columns.ts';
import { createStudy, openStudy } from '#project/openStudy.ts';
import { addSurvey, surveysOf } from '#project/surveys.ts';
import { concernsOf } from '#project/concerns.ts';
import { derivedVariablesOf } from '#project/derivedVariables.ts';
import { responseSetsOf } from '#project/responseSets.ts';
import { addVariables, variablesOf } from '#project/variables.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

/** A study with one survey: three rows of a number and a text. */
let path: string;

const columns: readonly Column[] = [
  { kind: 'numeric', values: Float64Array.of(1, 300, 3), reasons: Uint8Array.of(0, 0, 1) },
  { kind: 'text', dictionary: ['north', 'south'], codes: Uint32Array.of(0, 1, 0) },
];

beforeEach(async () => {
  path = join(temporaryFolder(), 'One.lfstudy');
  await createStudy(path, 'One', async (study) => {
    const importedAt = '2026-01-02T03:04:05.000Z';
    const origin = { name: 'A', fileName: 'a.sav', fileLabel: '', format: 'sav', encoding: 'utf-8' };
    const survey = addSurvey(study, {
      ...origin,
      rowCount: 3,
      importedAt,
      madeUp: false,
      declaredWeight: null,
    });
    columnWriter(study, survey)({ rowCount: 3, columns });
  });
});

/** Does what somebody with any SQLite program can do. */
function tamper(...statements: readonly string[]): void {
  const database = new Database(path);
  database.unsafeMode();
  database.pragma('foreign_keys = OFF');
  for (const statement of statements) database.exec(statement);
  database.close();
}

const damaged = expect.objectContaining({ code: 'study.damaged' });

test.each([
  ['a trigger', ['CREATE TRIGGER t AFTER UPDATE ON study BEGIN DELETE FROM chunk; END']],
  [
    'a view in the place of a table, without an end',
    [
      'DROP TABLE study',
      'CREATE VIEW study AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT max(id) AS name FROM n',
    ],
  ],
  ['a virtual table', ['CREATE VIRTUAL TABLE words USING fts5(word)']],
  ['a computed column', ['ALTER TABLE study ADD COLUMN more TEXT AS (hex(zeroblob(100000000)))']],
  ['an index over an expression', ['CREATE INDEX i ON survey (length(name))']],
  ['an earlier version that it is not', ['PRAGMA user_version = 1']],
  ['no version at all', ['PRAGMA user_version = 0']],
  ['a version before the first', ['PRAGMA user_version = -1']],
])('a study with %s is not opened', (_what, statements) => {
  tamper(...statements);
  expect(() => openStudy(path)).toThrow(damaged);
});

test('what a study brings along may not call any function that reaches beyond it', () => {
  const study = openStudy(path);
  expect(study.database.pragma('trusted_schema', { simple: true })).toBe(0);
  study.close();
});

test.each([
  ['numbers that end early', 0, "content = x'01'"],
  ['numbers for more rows than there are', 0, 'rowCount = 2'],
  ['rows below zero', 0, 'rowCount = -1'],
  ['a kind that is not known', 0, "storage = 'constructor'"],
  ['reasons that end early', 0, "reasons = x'00'"],
  ['text without anything', 1, "content = x''"],
  ['text whose list of ends is longer than itself', 1, "content = x'ffffffff01000000'"],
  ['text whose index is of no width', 1, "content = x'0000000000000000000000'"],
  ['text that points behind its list', 1, "content = x'000000000100000001010101'"],
  // Two texts, the second of which ends before the first.
  ['text that runs backwards', 1, "content = x'0200000002000000010000000100000000010061'"],
])('%s are damage, not an answer', (_what, variable, change) => {
  tamper(`UPDATE chunk SET ${change} WHERE variable = ${variable}`);
  const study = openStudy(path);
  expect(() => readColumn(study, 1, variable)).toThrow(damaged);
  expect(() => [...readChunks(study, 1, [variable], 3)]).toThrow(damaged);
  study.close();
});

test('a part that is not there is damage', () => {
  tamper('DELETE FROM chunk WHERE variable = 1');
  const study = openStudy(path);
  expect(() => [...readChunks(study, 1, [0, 1], 3)]).toThrow(damaged);
  study.close();
});

test('a survey of more rows than can be is damage', () => {
  tamper('UPDATE survey SET rowCount = 9007199254740993');
  const study = openStudy(path);
  expect(() => surveysOf(study)).toThrow(damaged);
  study.close();
});

/** What somebody wrote into the study in the place of what this program writes, by column. */
const wrongJson = [
  '',
  'null',
  '7',
  '"text"',
  '{}',
  '[null]',
  '[{"value":{}}]',
  '{"__proto__":[]}',
  '['.repeat(200),
];

test.each([
  ['valueLabels', 'variable', '', wrongJson],
  [
    'missing',
    'variable',
    '',
    [...wrongJson, '{"codes":[]}', '{"codes":[1],"range":{"low":"a","high":null}}'],
  ],
  ['timeScale', 'variable', '', [...wrongJson, '{"unit":"age","origin":"1960-01-01"}']],
  ['notes', 'variable', '', wrongJson],
  ['attributes', 'variable', '', wrongJson],
  ['translations', 'variable', '', wrongJson],
  ['display', 'variable', '', wrongJson],
  ['type', 'variable', '', ['constructor']],
  ['measure', 'variable', '', ['constructor']],
  ['leftOut', 'survey', '', wrongJson],
  ['languages', 'survey', '', wrongJson],
  [
    'valueLabels',
    'variableEdit',
    "INSERT INTO variableEdit VALUES (1, 'a', '', '[]', NULL, '[]')",
    wrongJson,
  ],
  ['missing', 'variableEdit', "INSERT INTO variableEdit VALUES (1, 'a', '', '[]', NULL, '[]')", wrongJson],
  ['marked', 'variableEdit', "INSERT INTO variableEdit VALUES (1, 'a', '', '[]', NULL, '[]')", wrongJson],
  [
    'dimensions',
    'concern',
    "INSERT INTO concern VALUES (1, 0, 'a', 'fear', '[]', '[]')",
    [...wrongJson, '["any"]'],
  ],
  ['concernedWhen', 'concern', "INSERT INTO concern VALUES (1, 0, 'a', 'fear', '[]', '[]')", wrongJson],
  [
    'definition',
    'derived',
    "INSERT INTO derived VALUES (1, 0, 'd', '', 'nominal', '[]', '{}')",
    [...wrongJson, '{"kind":"topBox"}', '{"kind":"count","sources":"a","codes":[1],"minimumValid":0}'],
  ],
  [
    'counted',
    'responseSet',
    "INSERT INTO responseSet VALUES (1, 0, 's', '', 'dichotomy', '1', '[]', 'hand')",
    ['{}', '['],
  ],
  [
    'variables',
    'responseSet',
    "INSERT INTO responseSet VALUES (1, 0, 's', '', 'dichotomy', '1', '[]', 'hand')",
    wrongJson,
  ],
])('%s of a %s that is something else is damage, and says where', (column, table, insert, wrong) => {
  const study = openStudy(path);
  addVariables(study, 1, [
    {
      name: 'a',
      label: '',
      type: 'numeric',
      measure: 'nominal',
      valueLabels: [],
      missing: { codes: [], range: null },
    },
  ]);
  if (insert !== '') study.database.exec(insert);
  const all = (): unknown => [
    surveysOf(study),
    variablesOf(study, 1),
    concernsOf(study, 1),
    derivedVariablesOf(study, 1),
    responseSetsOf(study, 1),
  ];
  for (const text of wrong) {
    study.database.prepare(`UPDATE ${table} SET ${column} = ?`).run(text);
    const about = {
      study: path,
      detail: { phrase: 'keptUnder', part: expect.stringContaining(column) },
    };
    expect(all, text).toThrow(expect.objectContaining({ code: 'study.damaged', params: about }));
  }
  study.close();
});

test.each([...wrongJson, '{"room":"any"}', '{"room":"matrix","by":7}'])(
  'an analysis that is something else, %j, is named, and keeps no other from being read',
  (text) => {
    const study = openStudy(path);
    const freedoms = `{"room":"freedoms","view":"bars","by":null,"atLeast":{"fear":1,"want":1},"answered":"half"}`;
    const insert = study.database.prepare(`INSERT INTO analysis VALUES (?, 1, ?, ?, ?, '')`);
    insert.run(1, 0, 'damaged', text);
    insert.run(2, 1, 'sound', freedoms);
    expect(analysesOf(study)).toMatchObject({
      analyses: [{ id: 2, name: 'sound', position: 0 }],
      damaged: [{ id: 1, name: 'damaged' }],
    });
    study.close();
  },
);

test('an analysis, a name and a draft that go on and on are not taken in', () => {
  const filter = `'{"room":"tables","where":"' || printf('%.*c', 5000000, 'a') || '"}'`;
  tamper(
    `INSERT INTO analysis VALUES (1, 1, 0, 'a', ${filter}, '')`,
    `INSERT INTO draft VALUES (1, 'tables', ${filter})`,
  );
  const study = openStudy(path);
  expect(analysesOf(study)).toMatchObject({ analyses: [], damaged: [{ id: 1, name: 'a' }] });
  expect(draftsOf(study)).toEqual([]);
  const freedoms = `{"room":"freedoms","view":"bars","by":null,"atLeast":{"fear":1,"want":1},"answered":"half"}`;
  study.database
    .prepare(`UPDATE analysis SET definition = ?, name = printf('%.*c', 5000000, 'a')`)
    .run(freedoms);
  expect(analysesOf(study).analyses[0].name).toHaveLength(1000);
  study.close();
});

test('a list of surveys without an end is not waited for', () => {
  tamper(
    `WITH RECURSIVE n(id) AS (SELECT 2 UNION ALL SELECT id + 1 FROM n WHERE id < 20000)
     INSERT INTO survey (id, name, fileName, fileLabel, format, encoding, rowCount, importedAt, madeUp)
     SELECT id, 'S' || id, '', '', 'sav', 'utf-8', 1, '', 0 FROM n`,
  );
  const study = openStudy(path);
  expect(() => surveysOf(study)).toThrow(damaged);
  study.close();
});

test('a folder and a pipe are no studies', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'folder.lfstudy'));
  execFileSync('mkfifo', [join(folder, 'pipe.lfstudy')]);
  for (const name of readdirSync(folder)) {
    expect(() => openStudy(join(folder, name))).toThrow(expect.objectContaining({ code: 'study.notAStudy' }));
  }
});

test('a lock that is a link to another file is not followed', () => {
  const folder = temporaryFolder();
  const elsewhere = join(folder, 'elsewhere');
  symlinkSync(elsewhere, `${path}-lock`);
  expect(() => claimStudy(path)).toThrow(expect.objectContaining({ code: 'study.notWritable' }));
  expect(existsSync(elsewhere)).toBe(false);
});

test('a file that has the name of the lock is neither used nor removed', () => {
  writeFileSync(`${path}-lock`, 'notes');
  expect(() => claimStudy(path)).toThrow(expect.objectContaining({ code: 'study.notWritable' }));
  expect(existsSync(`${path}-lock`)).toBe(true);
});
