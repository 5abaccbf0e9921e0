import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sheetXml, workbookParts, zipBytes, type HandSheet } from '../formats/zipBytes.ts';
import { built, root } from './harness/built.ts';
import { closeChromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';
import type { Running } from './harness/running.ts';
import { concernRow, importFile, preview, room } from './harness/walk.ts';
import { launch, type Setting } from './launch.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
const fixture = (name: string): string => join(root, 'test', 'formats', 'fixtures', name);

const semicolons = `nom;âge;revenu\nAwa;34;1200,5\nBio;51;900,25\nChabi;19;0\n`;
const households = (ages: readonly number[], water: readonly string[], columns = 'id,age,water'): string =>
  `${columns}\n${ages.map((age, index) => `${index + 1},${age},${water[index % water.length]}`).join('\n')}\n`;
const ages = Array.from({ length: 60 }, (_, index) => 18 + index);

/** With a telephone number, which the app offers to leave out. */
const people = (years: readonly number[]): string =>
  `phone,âge,water\n${years.map((year, index) => `9700000${index},${year},${1 + (index % 3)}`).join('\n')}\n`;
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

const workbook = (sheets: Readonly<Record<string, Parameters<typeof sheetXml>[0]>>): Buffer =>
  zipBytes(
    workbookParts(Object.entries(sheets).map(([name, rows]): HandSheet => ({ name, xml: sheetXml(rows) }))),
  );
const form = workbook({
  survey: [
    ['type', 'name', 'label::English (en)', 'label::Français (fr)'],
    ['select_one sex', 'head', 'Sex of the head', 'Sexe du chef'],
    ['integer', 'size', 'Members', 'Membres'],
    ['begin repeat', 'member', 'Member', 'Membre'],
    ['select_one sex', 'sex', 'Sex', 'Sexe'],
    ['end repeat', null, null, null],
  ],
  choices: [
    ['list_name', 'name', 'label::English (en)', 'label::Français (fr)'],
    ['sex', 1, 'Woman', 'Femme'],
    ['sex', 2, 'Man', 'Homme'],
  ],
  settings: [['default_language'], ['English (en)']],
});
const answers = workbook({
  main: [
    ['head', 'size', '_index'],
    [1, 2, 1],
    [2, 1, 2],
  ],
  member: [
    ['sex', '_index', '_parent_index'],
    [1, 1, 1],
    [2, 2, 1],
    [2, 3, 2],
  ],
});

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'larger-freedom-files-'));
  writeFileSync(at('semicolons.csv'), semicolons);
  writeFileSync(at('form.xlsx'), form);
  writeFileSync(at('answers.xlsx'), answers);
  writeFileSync(at('survey.csv'), households(ages, ['1', '2', '3']));
  writeFileSync(at('survey.tsv'), households(ages, ['1', '2', '3']).replaceAll(',', '\t'));
  writeFileSync(at('survey.csv.gz'), gzipSync(households(ages, ['1', '2', '3'])));
  writeFileSync(at('corrected.csv'), households([...ages, 80], ['1', '2', '3'], 'id,age,water'));
  writeFileSync(at('people.csv'), people([34, 51, 19]));
  writeFileSync(at('people-corrected.csv'), latin1(people([34, 51, 20, 62]).replaceAll(',', ';')));
  writeFileSync(at('renamed.csv'), households(ages, ['1', '2', '3'], 'id,age,source'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await closeChromium();
});

const summary = (page: Page, words: RegExp): Promise<void> => page.getByText(words).first().waitFor();
const fact = (page: Page, term: string, value: string): Promise<void> =>
  page.locator('dl div').filter({ hasText: term }).getByText(value, { exact: true }).waitFor();

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
const here = new Set(['survey.csv', 'survey.tsv', 'survey.csv.gz']);

interface Described {
  readonly rows: number;
  readonly variables: readonly { name: string; valid: number; missingCount: number }[];
}
/** What the terminal says of the same file. */
const described = (...args: readonly string[]): Described =>
  JSON.parse(
    execFileSync(process.execPath, [built.terminal, 'describe', ...args, '--json'], {
      encoding: 'utf8',
    }),
  ) as Described;

/** The survey that is open has the rows and variables of the terminal, and as many answers to each of a few. */
async function agrees(page: Page, { rows, variables }: Described): Promise<void> {
  await summary(page, new RegExp(`^${rows} respondents · ${variables.length} variables`));
  await page.getByRole('tab', { name: /^Variables/ }).click();
  for (const { name, valid, missingCount } of [variables[0], variables[variables.length - 1]]) {
    await page.getByRole('searchbox').fill(name);
    await page
      .getByRole('option')
      .filter({ has: page.getByText(name, { exact: true }) })
      .first()
      .click();
    await page
      .getByRole('article', { name, exact: true })
      .getByText(`${valid} valid · ${missingCount} missing`)
      .waitFor();
  }
}
const places: readonly Setting[] = ['browser', 'desktop, with a stand-in for Electron'];

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
    await agrees(page, terminal);
    await page.getByRole('button', { name: /Studies/ }).click();
    await page.getByRole('heading', { name: 'Open a survey' }).waitFor();
  }
  await running.close();
});

test.each(places)('a CSV file is read as its user says, at once: %s', async (setting) => {
  const running = await launch(setting);
  const { page } = running;
  await preview(running, at('semicolons.csv'), 'semicolons.csv');
  await fact(page, 'Variables', '3');
  const choose = async (label: string, option: RegExp): Promise<void> => {
    await page.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option }).click();
  };
  expect(await page.getByRole('combobox', { name: 'Between fields' }).textContent()).toContain('Semicolon');
  await page.getByRole('cell', { name: '900.25' }).waitFor();
  await choose('Decimal mark', /Point/);
  await page.getByRole('cell', { name: '900,25' }).waitFor();
  await choose('Decimal mark', /Comma/);
  await page.getByRole('cell', { name: '900.25' }).waitFor();
  await choose('Between fields', /Tab/);
  await fact(page, 'Variables', '1');
  await choose('Between fields', /Semicolon/);
  await fact(page, 'Variables', '3');
  await choose('Encoding', /1252/);
  await page.getByRole('columnheader', { name: 'Ã¢ge' }).waitFor();
  await choose('Encoding', /UTF-8/);
  await page.getByRole('columnheader', { name: 'âge' }).waitFor();
  await page.getByRole('button', { name: /^Import/ }).click();
  await summary(page, /^3 respondents/);
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

test('answers and their form, dropped together, come in with labels, in a language, and with their repeats', async () => {
  const running = await launch('browser');
  const { page } = running;
  await page.locator('input[type=file]').setInputFiles([at('form.xlsx'), at('answers.xlsx')]);
  await page.getByRole('heading', { level: 1, name: 'answers.xlsx' }).waitFor();
  await page.getByRole('columnheader', { name: 'Sex of the head' }).waitFor();
  await page.getByRole('combobox', { name: 'Language of the labels' }).click();
  await page.getByRole('option', { name: /Français/ }).click();
  await page.getByRole('columnheader', { name: 'Sexe du chef' }).waitFor();
  await page.getByRole('checkbox', { name: /^member/ }).click();
  await page.getByRole('button', { name: /^Import/ }).click();
  const language = ['--form', at('form.xlsx'), '--language', 'Français (fr)'];
  await agrees(page, described(at('answers.xlsx'), ...language));
  const surveys = page.getByRole('banner').getByRole('combobox', { name: 'Survey' });
  await surveys.click();
  await page.getByRole('option', { name: /member/ }).click();
  await summary(page, /^3 respondents/);
  await running.close();
});

test('a form dropped on the preview of its answers explains them', async () => {
  const running = await launch('browser');
  const { page } = running;
  await preview(running, at('answers.xlsx'), 'answers.xlsx');
  await page.getByRole('columnheader', { name: 'head' }).waitFor();
  const data = await page.evaluateHandle(
    ([name, bytes]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(bytes)], name));
      return transfer;
    },
    ['form.xlsx', [...form]] as const,
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
  await page.getByRole('columnheader', { name: 'Sex of the head' }).waitFor();
  await page.getByRole('heading', { level: 1, name: 'answers.xlsx' }).waitFor();
  await running.close();
});

/** Names a variable in the dialog's field. */
async function from(page: Page, label: string, variable: string): Promise<void> {
  const field = page.getByRole('dialog').getByRole('combobox', { name: label, exact: true });
  await field.click();
  await field.fill(variable);
  await page.getByRole('option').filter({ hasText: variable }).first().click();
}

async function makeRecode(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /^Variables/ }).click();
  await page.getByRole('button', { name: 'New variable…' }).click();
  const dialog = page.getByRole('dialog', { name: 'New variable' });
  await from(page, 'From', 'water');
  for (const [answer, code] of [
    ['1', '0'],
    ['2', '1'],
    ['3', '1'],
  ])
    await dialog.getByRole('textbox', { name: `New code of ${answer}` }).fill(code);
  await dialog.getByRole('textbox', { name: 'Label of 1' }).fill('Unsafe water');
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('unsafe');
  await dialog.getByText('60 valid · 0 missing').waitFor();
  await dialog.getByRole('rowheader', { name: 'Unsafe water' }).waitFor();
  await dialog.getByRole('button', { name: 'Make the variable' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('article', { name: 'unsafe' }).getByText('2, 3 → 1').waitFor();
}

async function withRecodeAsConcern(setting: Setting): Promise<Running> {
  const running = await launch(setting);
  const { page } = running;
  await importFile(running, at('survey.csv'), 'survey.csv');
  await makeRecode(page);
  await page.getByRole('button', { name: /^Tag unsafe as Want/ }).click();
  await room(page, 'Concerns');
  const row = concernRow(page, 'unsafe');
  await row.getByRole('checkbox', { name: /^1 / }).click();
  await row.getByText(/67%/).first().waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
  await room(page, 'Survey');
  return running;
}

test.each(places)(
  'a recode is made, serves as a concern, and follows a corrected file: %s',
  async (setting) => {
    const running = await withRecodeAsConcern(setting);
    const { page } = running;

    await running.choose(page.locator('input[data-for=replace]'), at('renamed.csv'));
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Concerns that would wait').waitFor();
    await dialog.getByText('Derived variables that could not be computed').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'hidden' });

    await running.choose(page.locator('input[data-for=replace]'), at('corrected.csv'));
    await dialog.getByText('60 respondents before, 61 after.').waitFor();
    expect(await dialog.getByText('would wait').count()).toBe(0);
    await dialog.getByRole('button', { name: 'Replace' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await summary(page, /^61 respondents/);
    await room(page, 'Concerns');
    await concernRow(page, 'unsafe').getByText(/66%/).first().waitFor();
    await running.close();
  },
);

test('a corrected file in another encoding and with other delimiters is read as its user says, and what stayed out stays out', async () => {
  const running = await launch('browser');
  const { page } = running;
  await preview(running, at('people.csv'), 'people.csv');
  await page.getByRole('checkbox', { name: /^phone/ }).waitFor();
  expect(await page.getByRole('checkbox', { name: /^phone/ }).isChecked()).toBe(true);
  await page.getByRole('combobox', { name: 'Encoding' }).click();
  await page.getByRole('option', { name: 'UTF-8' }).click();
  await page.getByRole('button', { name: 'Import without 1 column' }).click();
  await summary(page, /^3 respondents · 2 variables/);

  await running.choose(page.locator('input[data-for=replace]'), at('people-corrected.csv'));
  const dialog = page.getByRole('dialog');
  await dialog.getByText('3 respondents before, 4 after.').waitFor();
  const choose = async (label: string, option: RegExp): Promise<void> => {
    await dialog.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option }).click();
  };
  await choose('Between fields', /Tab/);
  await dialog
    .getByText(/phone;/)
    .first()
    .waitFor();
  await choose('Between fields', /Semicolon/);
  await choose('Encoding', /1251/);
  await dialog.getByText('вge').first().waitFor();
  await choose('Encoding', /1252/);
  await dialog.getByText('вge').first().waitFor({ state: 'hidden' });
  expect(await dialog.getByRole('checkbox', { name: /^phone/ }).isChecked()).toBe(true);
  await dialog.getByText('3 respondents before, 4 after.').waitFor();
  await dialog.getByRole('button', { name: 'Replace' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await summary(page, /^4 respondents · 2 variables/);
  await page.getByRole('tab', { name: /^Variables/ }).click();
  await page.getByRole('option', { name: /^âge/ }).waitFor();
  expect(await page.getByRole('option', { name: /^phone/ }).count()).toBe(0);
  await running.close();
});

test('variables that are selected together become a set of answers', async () => {
  const running = await launch('browser');
  const { page } = running;
  await importFile(running, at('survey.csv'), 'survey.csv');
  await page.getByRole('tab', { name: /^Variables/ }).click();
  await page.getByRole('option', { name: /^age/ }).click();
  await page.getByRole('option', { name: /^water/ }).click({ modifiers: ['ControlOrMeta'] });
  await page.getByRole('button', { name: 'Make a set' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('together');
  await dialog.getByRole('button', { name: 'Make the set' }).click();
  const article = page.getByRole('article', { name: '$together' });
  await article.getByText(/Set of 2 variables/).waitFor();
  await page.getByRole('option', { name: /^\$together/ }).waitFor();
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

test('another wave joins the study and takes over what was said about the first', async () => {
  const running = await withRecodeAsConcern('browser');
  const { page } = running;
  await running.choose(page.locator('input[data-for=wave]'), at('corrected.csv'));
  await page.getByRole('heading', { level: 1, name: 'corrected.csv' }).waitFor();
  await page.getByRole('textbox', { name: 'Name of the survey' }).fill('Second wave');
  await page.getByRole('button', { name: /^Import/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('3 variables ask the same in both.').waitFor();
  await dialog.getByRole('button', { name: /^Take over/ }).click();
  await dialog.getByText(/1 concern.* and 1 derived variable|1 derived variable/).waitFor();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await room(page, 'Concerns');
  await concernRow(page, 'unsafe').getByText(/66%/).first().waitFor();

  await page.getByRole('banner').getByRole('combobox', { name: 'Survey' }).click();
  await page.getByRole('option', { name: /^survey/ }).click();
  await concernRow(page, 'unsafe').getByText(/67%/).first().waitFor();
  await running.close();
});

test('an expression is completed while it is typed, and its error is said where it lies', async () => {
  const running = await launch('browser');
  const { page } = running;
  await importFile(running, at('survey.csv'), 'survey.csv');
  await page.getByRole('tab', { name: /^Variables/ }).click();
  await page.getByRole('button', { name: 'New variable…' }).click();
  const dialog = page.getByRole('dialog', { name: 'New variable' });
  await dialog.getByRole('radio', { name: 'Compute' }).click();
  const field = dialog.getByRole('textbox', { name: 'Expression' });
  await field.pressSequentially('ag');
  await page.getByRole('option', { name: /^age/ }).waitFor();
  await field.press('Enter');
  await eventually(() => field.inputValue()).toMatch(/^age/);
  await field.fill('age + + 3');
  await dialog.getByText(/cannot be read at character 7/).waitFor();
  expect(await dialog.locator('.wrong').textContent()).toBe('+');
  await field.fill('age + 3');
  await dialog.getByText('60 valid · 0 missing').waitFor();
  await running.close();
});

test('labels are edited and given back, and variables are put together in a set', async () => {
  const running = await launch('browser');
  const { page } = running;
  await importFile(running, at('survey.csv'), 'survey.csv');
  await page.getByRole('tab', { name: /^Variables/ }).click();
  await page.getByRole('option', { name: /^water/ }).click();
  await page.getByRole('button', { name: 'Edit labels…' }).click();
  await page.getByRole('textbox', { name: 'Label', exact: true }).fill('Where water comes from');
  await page.getByRole('textbox', { name: 'Label of 3' }).fill('River');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('heading', { name: 'Where water comes from' }).waitFor();
  await page.getByRole('rowheader', { name: 'River' }).waitFor();
  await page.getByRole('button', { name: 'Edit labels…' }).click();
  await page.getByRole('button', { name: 'Restore the file’s: Label', exact: true }).click();
  await page.getByRole('heading', { name: 'no label' }).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'New set…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('both');
  await from(page, 'Add a question', 'water');
  await from(page, 'Add a question', 'age');
  await dialog.getByRole('button', { name: 'Make the set' }).click();
  await page
    .getByRole('article', { name: '$both' })
    .getByText(/Set of 2 variables/)
    .waitFor();
  await page.getByRole('option', { name: /^\$both/ }).waitFor();
  await running.close();
});
