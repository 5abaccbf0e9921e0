import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { closeChromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';
import { inBothThemes } from './harness/inBothThemes.ts';
import { room } from './harness/walk.ts';
import { launch, settings, type Setting } from './launch.ts';

const setting: Setting = settings.at(-1)!;
let studies = '';
beforeEach(() => (studies = mkdtempSync(join(tmpdir(), 'larger-freedom-kept-'))));
afterEach(() => rmSync(studies, { recursive: true, force: true }));
afterAll(closeChromium);

const kept = (page: Page) => page.locator('[data-kept]');
/** Without the mark of one that was changed since. */
const names = (page: Page) =>
  eventually(async () => (await kept(page).allInnerTexts()).map((text) => text.split('\n')[0]));
const said = (page: Page, text: string) =>
  page.getByRole('status').getByText(text, { exact: true }).waitFor();

/** By keys alone; the proposed name stays unless another is given. */
async function keep(page: Page, name?: string): Promise<void> {
  await page.keyboard.press('Control+s');
  const field = page.getByRole('dialog').getByRole('textbox', { name: 'Name' });
  await field.waitFor();
  if (name !== undefined) await field.fill(name);
  const chosen = await field.inputValue();
  await field.press('Enter');
  await said(page, `“${chosen}” is kept.`);
}

async function toTable(page: Page, name: string, keys: string): Promise<void> {
  const search = page.getByRole('searchbox');
  await search.fill(name);
  await page.getByRole('option', { selected: true }).getByText(name, { exact: true }).first().waitFor();
  await search.press(keys);
}

test('analyses are kept, named, duplicated, put in order, and there as they were when the study is opened again', async () => {
  const first = await launch(setting, { args: ['--sample=bangladesh'], studies });
  const { page } = first;
  await page.getByRole('heading', { level: 1, name: 'Fear × Want' }).waitFor();
  await page.getByRole('radio', { name: 'Odds ratio' }).click();
  await keep(page);
  await names(page).toEqual(['Fear × want, odds ratio']);

  await room(page, 'Tables');
  await toTable(page, 'prob_food', 'Enter');
  await toTable(page, 'residence', 'Shift+Enter');
  await page.getByRole('table').getByRole('row').nth(4).waitFor();
  await keep(page, 'Hunger');
  await names(page).toEqual(['Fear × want, odds ratio', 'Hunger']);

  // A name that is taken is refused where it was given.
  await kept(page).nth(1).focus();
  await page.keyboard.press('F2');
  const field = page.getByRole('textbox', { name: 'New name of “Hunger”' });
  await field.fill('FEAR × want, odds ratio');
  await field.press('Enter');
  await page
    .getByRole('alert')
    .getByText(/There is an analysis named/)
    .waitFor();
  await field.fill('Hunger by residence');
  await field.press('Enter');
  await said(page, 'Now it is called “Hunger by residence”.');
  await page.getByRole('button', { name: 'Hunger by residence: what can be done' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await said(page, '“Copy of Hunger by residence” is added.');
  await kept(page).nth(2).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await said(page, '“Copy of Hunger by residence” is number 2 of 3.');
  await page.keyboard.press('Alt+ArrowUp');
  await said(page, '“Copy of Hunger by residence” is number 1 of 3.');
  const order = ['Copy of Hunger by residence', 'Fear × want, odds ratio', 'Hunger by residence'];
  await names(page).toEqual(order);

  // Opened, changed, and kept under the same name.
  await kept(page).nth(1).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Fear × Want' }).waitFor();
  await page.getByRole('radio', { name: 'Lift' }).click();
  await page.getByRole('button', { name: 'Keep as new…' }).waitFor();
  expect(await inBothThemes(page)).toEqual([]);
  await page.keyboard.press('Control+s');
  await said(page, 'The changes of “Fear × want, odds ratio” are kept.');

  // A change that is not kept is the room's own, and there again.
  await room(page, 'Priorities');
  await page.getByRole('radio', { name: 'Severity and prevalence' }).click();
  await room(page, 'Fear × Want');
  await page.getByRole('radio', { name: 'φ' }).click();
  // The browser is ended, not closed: it is waited for what a moment's choice takes to be in the study.
  await page.getByRole('button', { name: 'Undo: choices in Fear × Want' }).waitFor();
  await first.close();

  const again = await launch(setting, { args: ['--sample=bangladesh'], studies });
  await again.page.getByRole('heading', { level: 1, name: 'Fear × Want' }).waitFor();
  await names(again.page).toEqual(order);
  // The room still knows which of them it shows a change of.
  await kept(again.page).nth(1).getByText('changed').waitFor({ state: 'attached' });
  await again.page.getByRole('radio', { name: 'φ', checked: true }).waitFor();
  await room(again.page, 'Priorities');
  await again.page.getByRole('radio', { name: 'Severity and prevalence', checked: true }).waitFor();
  await again.page
    .getByRole('button', { name: /^Fear × want, odds ratio/ })
    .first()
    .click();
  await again.page.getByRole('radio', { name: 'Lift', checked: true }).waitFor();
  await room(again.page, 'Tables');
  await again.page.getByRole('table').getByRole('row').nth(4).waitFor();
  expect(await again.page.locator('[data-chip]').count()).toBe(2);

  // In the same program, a study opens in the room where it was left.
  await again.page.getByRole('button', { name: 'Studies' }).click();
  await again.page
    .getByRole('button', { name: /^Bangladesh/ })
    .first()
    .click();
  await again.page.getByRole('heading', { level: 1, name: 'Tables' }).waitFor();
  await again.page.getByRole('table').getByRole('row').nth(4).waitFor();

  // Removed, and brought back.
  await kept(again.page).first().focus();
  await again.page.keyboard.press('Delete');
  await said(again.page, '“Copy of Hunger by residence” is removed.');
  await names(again.page).toEqual(order.slice(1));
  await again.page.keyboard.press('Control+z');
  await said(again.page, 'Undone: removing “Copy of Hunger by residence”');
  await names(again.page).toEqual(order);
  await again.close();
});
