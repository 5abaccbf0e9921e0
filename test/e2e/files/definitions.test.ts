import { expect, test } from 'vitest';
import { eventually } from '../harness/eventually.ts';
import { importFile } from '../harness/walk.ts';
import { launch } from '../launch.ts';
import { chooseFrom } from './chooseFrom.ts';
import { ages, households } from './households.ts';
import { madeFiles } from './madeFiles.ts';

const at = madeFiles({ 'survey.csv': households(ages, ['1', '2', '3']) });

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
  await page.getByRole('article').getByText('no label', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'New set…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('both');
  await chooseFrom(page, 'Add a question', 'water');
  await chooseFrom(page, 'Add a question', 'age');
  await dialog.getByRole('button', { name: 'Make the set' }).click();
  await page
    .getByRole('article', { name: '$both' })
    .getByText(/Set of 2 variables/)
    .waitFor();
  await page.getByRole('option', { name: /^\$both/ }).waitFor();
  await running.close();
});
