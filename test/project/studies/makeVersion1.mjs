/**
 * Makes `version-1.lfstudy`: a study as the first version of the program wrote them, from the first
 * migration alone and without any code of ours, so that it stays what it was.
 *
 *     node test/project/studies/makeVersion1.mjs
 */
import { readFileSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3-multiple-ciphers';

const path = new URL('version-1.lfstudy', import.meta.url).pathname;
rmSync(path, { force: true });
const database = new Database(path);
database.pragma('page_size = 1024');
database.exec(readFileSync(new URL('../../../migrations/0001-initial.sql', import.meta.url), 'utf8'));
database.pragma('user_version = 1');
database.pragma(`application_id = ${0x4c467374}`);

const made = '2026-01-02T03:04:05.000Z';
database.prepare('INSERT INTO study VALUES (1, ?, ?, ?)').run('An older study', made, made);
database
  .prepare(
    `INSERT INTO survey VALUES (1, 'Wave 1', 'wave1.sav', 'Made up', 'sav', 'utf-8', 4, ?, 1,
     'weight', 'weight', NULL, NULL, NULL, 'district', 'certainty')`,
  )
  .run(made);

const scale = [
  { value: 1, label: 'Never' },
  { value: 2, label: 'Often' },
  { value: 8, label: 'Refused' },
  { value: 9, label: "Don't know" },
];
const nothing = { codes: [], range: null };
const day = { unit: 'day', origin: '1960-01-01' };
const variables = [
  ['weight', 'Household weight', 'numeric', null, 'scale', [], nothing, []],
  ['afraid', 'Feels unsafe', 'numeric', null, 'ordinal', scale, { codes: [9], range: null }, [8]],
  ['district', 'District', 'text', null, 'nominal', [{ value: 'N', label: 'North' }], nothing, ['?']],
  ['asked', 'Day of interview', 'date', day, 'scale', [], { codes: [], range: { low: null, high: 0 } }, []],
];
const addVariable = database.prepare('INSERT INTO variable VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
variables.forEach(([name, label, type, timeScale, measure, valueLabels, missing, marked], position) =>
  addVariable.run(
    position,
    name,
    label,
    type,
    timeScale && JSON.stringify(timeScale),
    measure,
    JSON.stringify(valueLabels),
    JSON.stringify(missing),
    JSON.stringify(marked),
  ),
);

// two strings, where each ends, one byte an index, an index a row, the strings
const text = Buffer.alloc(22);
[2, 1, 2, 1].forEach((number, place) => text.writeUInt32LE(number, 4 * place));
text.set([0, 1, 0, 0], 16);
text.write('N?', 20);
const chunks = [
  ['f64', Buffer.from(Float64Array.of(0.5, 1.5, 1, 1).buffer), null],
  ['u8', Buffer.of(1, 8, 0, 2), Buffer.of(0, 0, 1, 0)],
  ['text', text, null],
  ['i16', Buffer.from(Int16Array.of(20_000, 20_001, -1, 20_003).buffer), null],
];
const addChunk = database.prepare('INSERT INTO chunk VALUES (1, ?, 0, 4, ?, ?, ?)');
chunks.forEach(([storage, content, reasons], variable) => addChunk.run(variable, storage, content, reasons));

database.prepare(`INSERT INTO concern VALUES (1, 0, 'afraid', 'fear', '["personal"]', '[2]')`).run();
database.exec('VACUUM');
database.close();
