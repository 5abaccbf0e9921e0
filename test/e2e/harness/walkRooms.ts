import type { Page } from 'playwright-core';
import { room } from './walk.ts';

/** Goes through every room of the open teaching study of Benin, its dialogs and the palette, and looks in each state. */
export async function walkRooms(page: Page, look: (where: string) => Promise<void>): Promise<void> {
  const dialog = page.getByRole('dialog');
  const closeDialog = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  };

  await room(page, 'Survey');
  await page.getByRole('heading', { name: 'How the sample was drawn' }).waitFor();
  await look('Survey, set up');
  await page.getByRole('button', { name: 'Export…' }).click();
  await dialog.waitFor();
  await look('Export');
  await closeDialog();
  await page.getByRole('tab', { name: /^Variables/ }).click();
  await page.getByRole('searchbox').waitFor();
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await look('Survey, variables');
  await page.getByRole('button', { name: 'New variable…' }).click();
  await dialog.waitFor();
  await look('New variable');
  await closeDialog();

  await room(page, 'Concerns');
  await page
    .getByRole('group', { name: /count as concerned/ })
    .first()
    .waitFor();
  await look('Concerns');
  await page.getByRole('button', { name: 'Add concerns…' }).click();
  await dialog.getByRole('checkbox').first().waitFor();
  await look('Add concerns');
  await closeDialog();

  await room(page, 'Fear × Want');
  await page.getByRole('gridcell').first().waitFor();
  await look('Fear × Want');
  await page.getByRole('gridcell').first().click();
  await page.getByRole('heading', { name: 'The four groups' }).waitFor();
  await look('Fear × Want, a pair');
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: 'Table', exact: true }).click();
  await page.getByRole('table').first().waitFor();
  await look('Fear × Want as a table');
  await page.getByRole('radio', { name: 'Two freedoms' }).click();
  await page.getByRole('heading', { name: 'How many concerns people have' }).waitFor();
  await look('Two freedoms');

  await room(page, 'Tables');
  await page.getByRole('heading', { name: 'Choose what stands in the rows' }).waitFor();
  await look('Tables, nothing chosen');
  for (const [variable, keys] of [
    ['instruction', 'Enter'],
    ['milieu', 'Shift+Enter'],
    ['sexe', 'Shift+Enter'],
  ]) {
    const search = page.getByRole('searchbox');
    await search.fill(variable);
    await page.getByRole('option', { selected: true }).getByText(variable, { exact: true }).first().waitFor();
    await search.press(keys);
  }
  await page.getByRole('table').getByRole('row').nth(4).waitFor();
  await look('Tables');
  await page.getByRole('radio', { name: 'Both' }).click();
  await page.getByRole('img', { name: /The table holds its numbers/ }).waitFor();
  await look('Tables, table and picture');

  await room(page, 'Priorities');
  await page.getByRole('list', { name: 'Concerns by share' }).getByRole('button').first().waitFor();
  await look('Priorities');
  await page.getByRole('radio', { name: 'Severity and prevalence' }).click();
  await page.getByRole('radio', { name: 'Severity and prevalence', checked: true }).waitFor();
  await look('Priorities, severity');

  await page.getByRole('button', { name: /^Weighted/ }).click();
  await page.getByText('Degrees of freedom').waitFor();
  await look('The design');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await dialog.waitFor();
  await look('The palette');
  await closeDialog();
}
