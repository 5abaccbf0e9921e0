import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAll } from './readAll.ts';

/** Workbooks that others made, beside the repository; what they hold is told by readxl (fixtures/makeWorkbooks.R). */
const folder = process.env['LARGER_FREEDOM_DATA'] ?? join(import.meta.dirname, '../../../shared/data');
const present = existsSync(join(folder, 'surveys'));

interface Expected {
  sheets: Record<
    string,
    Record<string, { rows: number; variables: number; missing: number; sums: Record<string, number> }>
  >;
  form: { leftOut: string[]; sets: Record<string, number>; labels: Record<string, number>; french: string };
}
const expected: Expected = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fixtures/workbooks.surveys.expected.json'), 'utf8'),
);
const sheets = Object.entries(expected.sheets).flatMap(([file, found]) =>
  Object.entries(found).map(([sheet, sums]) => [file, sheet, sums] as const),
);

describe.skipIf(!present)('real workbooks are read as readxl reads them', () => {
  it.each(sheets)('%s, %s', async (file, sheet, { rows, variables, missing, sums }) => {
    const survey = await readAll(join(folder, file), {}, { sheet });
    expect([survey.rowCount, survey.variables.length]).toEqual([rows, variables]);
    for (const [name, sum] of Object.entries(sums)) {
      const values = survey.values[survey.variables.findIndex((variable) => variable.name === name)];
      const found = values.reduce(
        (total: number, value) => total + (typeof value === 'number' ? value : 0),
        0,
      );
      expect(Math.abs(found - sum), name).toBeLessThanOrEqual(1e-9 + 1e-12 * Math.abs(sum));
    }
    // readxl takes a text of spaces for missing.
    const blank = (value: unknown): boolean =>
      value === null || value === 'NA' || (typeof value === 'string' && value.trim() === '');
    expect(survey.values.flat().filter(blank).length).toBe(missing);
  });
});

describe.skipIf(!present)('a real export with its form', () => {
  const data = join(folder, 'surveys/kobo-msna/dummy_raw_data.xlsx');
  const companion = join(folder, 'surveys/kobo-msna/REACH_2024_MSNA-kobo-tool_draft_v11.xlsx');

  it('has the sets, labels and left out columns that R finds in the form', async () => {
    const all = await readAll(data);
    const survey = await readAll(data, {}, { companion });
    const names = new Set(survey.variables.map(({ name }) => name));
    const leftOut = all.variables.map(({ name }) => name).filter((name) => !names.has(name));
    expect(leftOut.sort()).toEqual(expected.form.leftOut);
    const sets = survey.multipleResponseSets.map(({ name, variables }) => [name.slice(1), variables.length]);
    expect(Object.fromEntries(sets)).toEqual(expected.form.sets);
    for (const [name, count] of Object.entries(expected.form.labels)) {
      const variable = survey.variables.find((one) => one.name === name);
      if (variable?.type === 'text') expect([name, variable.valueLabels.length]).toEqual([name, count]);
    }
    expect(survey.choices?.repeats.map(({ name }) => name)).toEqual([
      'roster',
      'edu_ind',
      'health_ind',
      'nut_ind',
    ]);
  });

  it('in French', async () => {
    const survey = await readAll(data, {}, { companion, language: 'french' });
    expect(survey.variables.find(({ name }) => name === 'resp_gender')?.label).toBe(expected.form.french);
  });
});
