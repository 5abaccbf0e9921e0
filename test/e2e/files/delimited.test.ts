import { expect, test } from 'vitest';
import { preview } from '../harness/walk.ts';
import { launch } from '../launch.ts';
import { madeFiles } from './madeFiles.ts';
import { places } from './places.ts';
import { fact, summary } from './shownOf.ts';

const semicolons = `nom;âge;revenu\nAwa;34;1200,5\nBio;51;900,25\nChabi;19;0\n`;

/** With a telephone number, which the app offers to leave out. */
const people = (years: readonly number[]): string =>
  `phone,âge,water\n${years.map((year, index) => `9700000${index},${year},${1 + (index % 3)}`).join('\n')}\n`;
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

const at = madeFiles({
  'semicolons.csv': semicolons,
  'people.csv': people([34, 51, 19]),
  'people-corrected.csv': latin1(people([34, 51, 20, 62]).replaceAll(',', ';')),
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
