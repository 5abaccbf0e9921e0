import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { beforeEach, expect, test } from 'vitest';
import type { Column } from '#engine/survey/column.ts';
import { addAnalysis, analysesOf, draftsOf, setDraft } from '#project/analyses.ts';
import { readColumn } from '#project/columns.ts';
import { concernsOf } from '#project/concerns.ts';
import { derivedVariablesOf } from '#project/derivedVariables.ts';
import { historyOf } from '#project/history.ts';
import { migrateTo, supportedVersion } from '#project/migrations.ts';
import { readingOf } from '#project/readings.ts';
import { responseSetsOf } from '#project/responseSets.ts';
import { studyName, type StudyFile } from '#project/studyFile.ts';
import { openStudy } from '#project/openStudy.ts';
import { setRoles, surveysOf } from '#project/surveys.ts';
import { variablesOf } from '#project/variables.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

/** What `studies/makeVersion1.mjs` wrote, with nothing of ours. */
let study: StudyFile;

beforeEach(() => {
  const path = join(temporaryFolder(), 'old.lfstudy');
  copyFileSync(join(import.meta.dirname, 'studies', 'version-1.lfstudy'), path);
  study = openStudy(path);
  return () => study.close();
});

test('a study of version 1 is brought up to date, whole', () => {
  expect(supportedVersion()).toBeGreaterThanOrEqual(2);
  expect(study.database.pragma('user_version', { simple: true })).toBe(supportedVersion());
  expect(study.database.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(study.database.pragma('foreign_key_check')).toEqual([]);
});

test('its survey, roles and concerns are what they were', () => {
  expect(studyName(study)).toBe('An older study');
  expect(surveysOf(study)).toEqual([
    {
      id: 1,
      name: 'Wave 1',
      fileName: 'wave1.sav',
      fileLabel: 'Made up',
      format: 'sav',
      encoding: 'utf-8',
      rowCount: 4,
      importedAt: '2026-01-02T03:04:05.000Z',
      madeUp: true,
      declaredWeight: 'weight',
      leftOut: [],
      notes: [],
      attributes: [],
      languages: [],
      roles: {
        weight: 'weight',
        strata: null,
        psu: null,
        fpc: null,
        area: 'district',
        lonelyPsu: 'certainty',
      },
    },
  ]);
  expect(concernsOf(study, 1)).toEqual([
    { variable: 'afraid', freedom: 'fear', dimensions: ['personal'], concernedWhen: [2] },
  ]);
});

test('its variables keep their labels, rules and marks', () => {
  const none = { codes: [], range: null };
  expect(variablesOf(study, 1)).toEqual([
    {
      position: 0,
      name: 'weight',
      label: 'Household weight',
      type: 'numeric',
      measure: 'scale',
      valueLabels: [],
      missing: none,
      marked: [],
    },
    {
      position: 1,
      name: 'afraid',
      label: 'Feels unsafe',
      type: 'numeric',
      measure: 'ordinal',
      valueLabels: [
        { value: 1, label: 'Never' },
        { value: 2, label: 'Often' },
        { value: 8, label: 'Refused' },
        { value: 9, label: "Don't know" },
      ],
      missing: { codes: [9], range: null },
      marked: [8],
    },
    {
      position: 2,
      name: 'district',
      label: 'District',
      type: 'text',
      measure: 'nominal',
      valueLabels: [{ value: 'N', label: 'North' }],
      missing: none,
      marked: ['?'],
    },
    {
      position: 3,
      name: 'asked',
      label: 'Day of interview',
      type: 'date',
      timeScale: { unit: 'day', origin: '1960-01-01' },
      measure: 'scale',
      valueLabels: [],
      missing: { codes: [], range: { low: null, high: 0 } },
      marked: [],
    },
  ]);
  expect(derivedVariablesOf(study, 1)).toEqual([]);
  expect(responseSetsOf(study, 1)).toEqual([]);
});

test('its columns are what they were', () => {
  expect(readColumn(study, 1, 0)).toEqual(numbers(Float64Array.of(0.5, 1.5, 1, 1)));
  expect(readColumn(study, 1, 1)).toEqual(numbers(Uint8Array.of(1, 8, 0, 2), Uint8Array.of(0, 0, 1, 0)));
  expect(readColumn(study, 1, 2)).toEqual({
    kind: 'text',
    dictionary: ['N', '?'],
    codes: Uint32Array.of(0, 1, 0, 0),
  });
  expect(readColumn(study, 1, 3)).toEqual(numbers(Int16Array.of(20_000, 20_001, -1, 20_003)));
});

test('a study of version 2 keeps what was said in it, and has nothing of what is kept since', () => {
  const path = join(temporaryFolder(), 'second.lfstudy');
  copyFileSync(join(import.meta.dirname, 'studies', 'version-2.lfstudy'), path);
  const second = openStudy(path);
  expect(second.database.pragma('user_version', { simple: true })).toBe(supportedVersion());
  expect(surveysOf(second)[0]).toMatchObject({
    leftOut: ['phone'],
    notes: [],
    attributes: [],
    languages: [],
    roles: { weight: 'weight', lonelyPsu: 'certainty' },
  });
  const [weight, afraid] = variablesOf(second, 1);
  expect(Object.keys(weight)).not.toContain('notes');
  expect(afraid).toMatchObject({
    label: 'Unsafe after dark',
    marked: [8],
    original: { label: 'Feels unsafe' },
  });
  expect(derivedVariablesOf(second, 1)).toEqual([
    {
      name: 'double',
      label: 'Twice the weight',
      measure: 'scale',
      valueLabels: [],
      definition: { kind: 'expression', expression: 'weight * 2' },
    },
  ]);
  expect(responseSetsOf(second, 1)).toMatchObject([{ name: '$all', variables: ['weight', 'afraid'] }]);
  second.close();
});

test('a study of version 4 has no more said of its design, and keeps what is said from then on', () => {
  const path = join(temporaryFolder(), 'fourth.lfstudy');
  const before = new Database(path);
  migrateTo(before, 4);
  before.exec(`INSERT INTO study VALUES (1, 'Fourth', '2026-01-01', '2026-01-01');
    INSERT INTO survey (name, fileName, fileLabel, format, encoding, rowCount, importedAt, madeUp, weight)
    VALUES ('One', 'one.sav', '', 'sav', 'utf-8', 0, '2026-01-01', 0, 'w')`);
  before.close();
  const fourth = openStudy(path);
  const { roles } = surveysOf(fourth)[0];
  expect(roles).toEqual({ weight: 'w', strata: null, psu: null, fpc: null, area: null, lonelyPsu: 'fail' });
  const more = {
    replicates: { type: 'JKn' as const, variables: ['rw1', 'rw2'], rscales: [0.5] },
    margins: [{ variable: 'sex', totals: [{ value: 1, total: 40 }], shares: true }],
  };
  setRoles(fourth, 1, { ...roles, ...more });
  expect(surveysOf(fourth)[0].roles).toEqual({ ...roles, ...more });
  fourth.database.exec(`UPDATE survey SET design = '{"replicates":{"type":"none"}}'`);
  expect(() => surveysOf(fourth)).toThrow(/study.damaged/);
  fourth.close();
});

test('a study of version 5 has no analyses and no history, and both from then on', () => {
  const path = join(temporaryFolder(), 'fifth.lfstudy');
  copyFileSync(join(import.meta.dirname, 'studies', 'version-5.lfstudy'), path);
  const fifth = openStudy(path);
  expect(fifth.database.pragma('user_version', { simple: true })).toBe(supportedVersion());
  expect(fifth.database.pragma('foreign_key_check')).toEqual([]);
  expect(surveysOf(fifth)[0].roles).toMatchObject({
    weight: 'weight',
    margins: [{ variable: 'afraid', totals: [{ value: 1, total: 40 }], shares: true }],
  });
  expect(readingOf(fifth, 1)).toEqual({ encoding: 'utf-8' });
  expect(variablesOf(fifth, 1)[1]).toMatchObject({ label: 'Unsafe after dark', notes: ['Asked of adults'] });
  expect(analysesOf(fifth).analyses).toEqual([]);
  expect(draftsOf(fifth)).toEqual([]);
  expect(historyOf(fifth)).toEqual({ undo: null, redo: null, ended: null });
  const definition = {
    room: 'freedoms' as const,
    view: 'bars' as const,
    by: 'district',
    atLeast: { fear: 1, want: 1 },
    answered: 'half' as const,
  };
  addAnalysis(fifth, { survey: 1, name: 'One', definition, changed: '' });
  setDraft(fifth, { survey: 1, definition });
  expect(analysesOf(fifth).analyses).toMatchObject([{ survey: 1, name: 'One', definition }]);
  expect(draftsOf(fifth)).toEqual([{ survey: 1, definition }]);
  fifth.close();
});

function numbers(values: Float64Array | Uint8Array | Int16Array, reasons: Uint8Array | null = null): Column {
  return { kind: 'numeric', values, reasons };
}
