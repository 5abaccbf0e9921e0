import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Running } from '../harness/running.ts';
import { concernRow, importFile, room } from '../harness/walk.ts';
import { launch, type Setting } from '../launch.ts';
import { chooseFrom } from './chooseFrom.ts';
import { ages, households } from './households.ts';
import { madeFiles } from './madeFiles.ts';
import { places } from './places.ts';
import { summary } from './shownOf.ts';

const at = madeFiles({
  'survey.csv': households(ages, ['1', '2', '3']),
  'corrected.csv': households([...ages, 80], ['1', '2', '3']),
  'renamed.csv': households(ages, ['1', '2', '3'], 'id,age,source'),
});

async function makeRecode(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /^Variables/ }).click();
  await page.getByRole('button', { name: 'New variable…' }).click();
  const dialog = page.getByRole('dialog', { name: 'New variable' });
  await chooseFrom(page, 'From', 'water');
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

test('another wave joins the study and takes over what was said about the first', async () => {
  const running = await withRecodeAsConcern('browser');
  const { page } = running;
  await running.choose(page.locator('input[data-for=wave]'), at('corrected.csv'));
  await page.getByRole('heading', { level: 1, name: 'corrected.csv' }).waitFor();
  await page.getByRole('textbox', { name: 'Name of the survey' }).fill('Second wave');
  await page.getByRole('button', { name: /^Import/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/^3 variables ask the same here and in /).waitFor();
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
