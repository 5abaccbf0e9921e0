import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { root } from '../harness/built.ts';
import { preview } from '../harness/walk.ts';
import { launch } from '../launch.ts';
import { agrees, described } from './agrees.ts';
import { ages, households } from './households.ts';
import { madeFiles } from './madeFiles.ts';
import { places } from './places.ts';
import { fact } from './shownOf.ts';

const fixture = (name: string): string => join(root, 'test', 'formats', 'fixtures', name);
const table = households(ages, ['1', '2', '3']);
const at = madeFiles({
  'survey.csv': table,
  'survey.tsv': table.replaceAll(',', '\t'),
  'survey.csv.gz': gzipSync(table),
});

/** Rows and variables as haven, PSPP, DuckDB and the makers of the others find them; `here` are written above. */
const formats: readonly (readonly [file: string, format: string, rows: number, variables: number])[] = [
  ['pspp-compressed.sav', 'SPSS (.sav)', 5, 12],
  ['haven.zsav', 'SPSS compressed (.zsav)', 4, 11],
  ['pspp-plain.por', 'SPSS portable (.por)', 4, 10],
  ['haven-14.dta', 'Stata (.dta, version 118)', 6, 10],
  ['openxlsx.xlsx', 'Excel workbook (.xlsx)', 4, 6],
  ['writeexcel.xls', 'Excel 97 workbook (.xls)', 5, 4],
  ['duckdb.parquet', 'Parquet (.parquet)', 4, 12],
  ['survey.csv', 'Text table (.csv)', 60, 3],
  ['survey.tsv', 'Text table (.csv)', 60, 3],
  ['survey.csv.gz', 'Text table (.csv)', 60, 3],
];
/** Texts that are empty in one row, as PSPP lists them, haven reads them, and the workbook's sheet leaves them out. */
const empty: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'pspp-plain.por': { PLACE: 1 },
  'haven-14.dta': { story: 1 },
  'openxlsx.xlsx': { place: 1 },
};
const here = new Set(['survey.csv', 'survey.tsv', 'survey.csv.gz']);

test.each(places)('each format comes in through the window: %s', async (setting) => {
  const running = await launch(setting);
  const { page } = running;
  for (const [name, format, rows, variables] of setting === 'browser' ? formats : formats.slice(0, 1)) {
    const file = here.has(name) ? at(name) : fixture(name);
    await preview(running, file, name);
    await fact(page, 'Format', format);
    await page.getByRole('button', { name: /^Import( without|$)/ }).click();
    const terminal = described(file);
    expect([terminal.rows, terminal.variables.length]).toEqual([rows, variables]);
    await agrees(page, terminal, empty[name]);
    await page.getByRole('button', { name: /Studies/ }).click();
    await page.getByRole('heading', { name: 'Open a survey' }).waitFor();
  }
  await running.close();
});

test('a workbook is read sheet by sheet', async () => {
  const running = await launch('browser');
  const { page } = running;
  await preview(running, fixture('openxlsx.xlsx'), 'openxlsx.xlsx');
  await page.getByRole('combobox', { name: 'Sheet' }).click();
  await page.getByRole('option', { name: /^members/ }).click();
  await page.getByRole('columnheader', { name: 'household' }).waitFor();
  await fact(page, 'Variables', '2');
  await running.close();
});

test('an SPSS file that says the wrong encoding is read as its user says', async () => {
  const running = await launch('browser');
  const { page } = running;
  await preview(running, fixture('haven.zsav'), 'haven.zsav');
  await page.getByRole('combobox', { name: 'Encoding' }).click();
  await page.getByRole('option', { name: 'Windows-1252' }).click();
  await page.getByText('Ã©').first().waitFor();
  await running.close();
});
