import { execFileSync } from 'node:child_process';
import { basename, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import type { Output } from '#contract/index.ts';
import { built, root } from './harness/built.ts';
import { closeChromium } from './harness/chromium.ts';
import { figuresShow, interval } from './harness/figures.ts';
import { inBothThemes } from './harness/inBothThemes.ts';
import { concernRow, importFile, room, setRole, tag } from './harness/walk.ts';
import { launch, settings } from './launch.ts';

const file = join(root, 'samples', 'bangladesh.sav');
const design = ['--weight', 'weight', '--strata', 'stratum', '--psu', 'psu'];

function terminal(command: string, ...args: string[]): unknown {
  const given = [built.terminal, command, file, ...args, '--json'];
  return JSON.parse(execFileSync(process.execPath, given, { encoding: 'utf8', maxBuffer: 2 ** 26 }));
}

function shareOf(codes: string, ...roles: string[]): readonly number[] {
  const { concerns } = terminal(
    'concerns',
    '--fear',
    `prob_extortion=${codes}`,
    ...roles,
  ) as Output<'ranking.run'>;
  return interval(concerns[0].share);
}

/** What the row of the concern says, once the step is said to be done. */
async function shown(page: Page): Promise<string> {
  await page.getByText('Saved', { exact: true }).waitFor();
  return concernRow(page, 'prob_extortion').locator('.figure').innerText();
}

const undo = (page: Page) => page.getByRole('button', { name: /^Undo/ });
const said = (page: Page, text: string) =>
  page.getByRole('status').getByText(text, { exact: true }).waitFor();

const labelOf = (button: Locator) => button.getAttribute('aria-label');

/** Keys that undo or redo, and until that is done. */
async function press(page: Page, keys: string): Promise<void> {
  await page.keyboard.press(keys);
  const buttons = page.getByRole('group', { name: 'Undo and redo' });
  await buttons.and(page.locator('[aria-busy="false"]')).waitFor();
}

afterAll(closeChromium);

test('a role, the codes of a concern, a label and a table are undone and done again', async () => {
  const running = await launch(settings[0]);
  const { page } = running;
  await importFile(running, file, basename(file));
  expect(await undo(page).isDisabled()).toBe(true);
  for (const [role, variable] of Object.entries({
    Strata: 'stratum',
    'Clusters (PSU)': 'psu',
    Weight: 'weight',
  }))
    await setRole(page, role, variable);
  await page.getByRole('button', { name: /^Weighted/ }).waitFor();
  await room(page, 'Concerns');
  await tag(page, 'Fear', { prob_extortion: [3] });
  const [weighted, plain] = [shareOf('3', ...design), shareOf('3', '--strata', 'stratum', '--psu', 'psu')];
  figuresShow(await shown(page), weighted);

  // The codes of the concern.
  const row = concernRow(page, 'prob_extortion');
  await row.getByRole('checkbox', { name: /^2 / }).click();
  await page.getByRole('button', { name: 'Undo: codes of prob_extortion' }).waitFor();
  figuresShow(await shown(page), shareOf('2,3', ...design));
  await page.keyboard.press('Control+z');
  await said(page, 'Undone: codes of prob_extortion');
  figuresShow(await shown(page), weighted);
  expect(await row.getByRole('checkbox', { name: /^2 / }).isChecked()).toBe(false);
  await page.keyboard.press('Control+y');
  await said(page, 'Done again: codes of prob_extortion');
  figuresShow(await shown(page), shareOf('2,3', ...design));
  await page.keyboard.press('Control+z');
  await said(page, 'Undone: codes of prob_extortion');

  // Back over the concern to the last role; the room goes along. Adding and ticking may be one step or two.
  let steps = 0;
  for (; (await labelOf(undo(page))) !== 'Undo: how the sample was drawn'; steps++)
    await press(page, 'Control+z');
  await row.waitFor({ state: 'detached' });
  await press(page, 'Control+z');
  await said(page, 'Undone: how the sample was drawn');
  await page.getByRole('button', { name: /^Not weighted/ }).waitFor();
  await page.getByRole('tab', { name: 'Set up', selected: true }).waitFor();
  expect(await inBothThemes(page)).toEqual([]);
  await press(page, 'Control+Shift+z');
  await said(page, 'Done again: how the sample was drawn');
  for (; steps > 0; steps--) await press(page, 'Control+Shift+z');
  figuresShow(await shown(page), weighted);
  expect(weighted).not.toEqual(plain);

  // A label.
  await room(page, 'Survey');
  await page.getByRole('tab', { name: /^Variables/ }).click();
  const search = page.getByRole('searchbox');
  await search.fill('residence');
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: 'Edit labels…' }).click();
  const label = page.getByRole('textbox', { name: 'Label', exact: true });
  const before = await label.inputValue();
  await label.fill('Town or country');
  await page.getByRole('button', { name: 'Save' }).click();
  await page
    .getByRole('heading', { name: 'Town or country' })
    .or(page.getByText('Town or country'))
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Undo: labels of residence' }).click();
  await said(page, 'Undone: labels of residence');
  await page.getByText('Town or country').first().waitFor({ state: 'detached' });
  expect(before).not.toBe('');

  // A table, by drag. What is typed into a field is the field's own to take back.
  await room(page, 'Tables');
  await page.getByRole('searchbox').fill('prob_food');
  const entry = page.getByRole('option').getByText('prob_food', { exact: true });
  await entry.dragTo(page.getByText('Nothing yet: Enter adds a variable'));
  await page.getByRole('table').waitFor();
  const chips = page.locator('[data-chip]');
  expect(await chips.count()).toBe(1);
  const filter = page
    .getByRole('textbox', { name: /Only those for whom/ })
    .or(page.getByRole('combobox', { name: /Only those for whom/ }))
    .first();
  await page.getByRole('button', { name: 'Undo: changes of the table' }).waitFor();
  await filter.click();
  await page.keyboard.type('age');
  await page.keyboard.press('Control+z');
  expect(await filter.textContent().then(async (text) => text || filter.inputValue())).not.toBe('age');
  expect(await chips.count()).toBe(1);
  await filter.fill('');
  await page.locator('#content').focus();
  while (await chips.count()) {
    expect(await labelOf(undo(page))).toBe('Undo: changes of the table');
    await press(page, 'Control+z');
  }
  await page.getByRole('heading', { name: 'Choose what stands in the rows' }).waitFor();
  await page.getByRole('button', { name: 'Redo: changes of the table' }).click();
  await chips.first().waitFor();
  await page.getByRole('table').waitFor();
  await running.close();
});
