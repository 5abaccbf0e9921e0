import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Variable } from '#engine/survey/variable.ts';
import { createStudy, openStudy } from '#project/openStudy.ts';
import { addSurvey, surveysOf } from '#project/surveys.ts';
import { addVariables, markMissing, variablesOf } from '#project/variables.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

const variables: Variable[] = [
  {
    name: 'q1',
    label: 'ক্ষুধা',
    type: 'numeric',
    measure: 'ordinal',
    valueLabels: [
      { value: 1, label: 'Yes' },
      { value: '.a', label: 'Refused' },
    ],
    missing: { codes: [9], range: { low: 97, high: null } },
    notes: ['Asked of everyone', ''],
    attributes: [{ name: '$@Role', values: ['1'] }],
    translations: [{ language: 'en', label: 'Hunger', valueLabels: [{ value: 1, label: 'Yes' }] }],
    display: { program: 'stata', format: '%9.0g', width: 8, alignment: 'centre' },
  },
  {
    name: 'visited',
    label: '',
    type: 'date',
    timeScale: { unit: 'day', origin: '1960-01-01' },
    measure: 'scale',
    valueLabels: [],
    missing: { codes: [], range: null },
  },
];

test('variables come back as the file gave them, with what the user marked beside', async () => {
  const path = join(temporaryFolder(), 'one.lfstudy');
  await createStudy(path, 'One', async (study) => {
    const survey = addSurvey(study, {
      name: 'wave 1',
      fileName: 'a.dta',
      fileLabel: '',
      format: 'dta',
      encoding: 'utf-8',
      rowCount: 0,
      importedAt: '2026-01-01T00:00:00.000Z',
      madeUp: false,
      declaredWeight: null,
      notes: ['Made up'],
      attributes: [{ name: 'Version', values: ['2', '1'] }],
      languages: [{ name: 'bn', fileLabel: '' }],
    });
    addVariables(study, survey, variables);
    markMissing(study, survey, [{ variable: 'q1', codes: [8, '.a'] }]);
  });
  const study = openStudy(path);
  expect(variablesOf(study, 1)).toEqual([
    { ...variables[0], position: 0, marked: [8, '.a'] },
    { ...variables[1], position: 1, marked: [] },
  ]);
  expect(surveysOf(study)[0]).toMatchObject({
    notes: ['Made up'],
    attributes: [{ name: 'Version', values: ['2', '1'] }],
    languages: [{ name: 'bn', fileLabel: '' }],
  });
  study.close();
});
