import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { root } from './harness/built.ts';
import { closeChromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';
import { inBothThemes } from './harness/inBothThemes.ts';
import { importFile } from './harness/walk.ts';
import { launch, settings } from './launch.ts';

const survey = join(root, 'samples', 'bangladesh.sav');
const studies = mkdtempSync(join(tmpdir(), 'larger-freedom-recent-'));

afterAll(async () => {
  rmSync(studies, { recursive: true });
  await closeChromium();
});

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

for (const setting of settings) {
  test(`rooms, concerns and variables are reached by keys alone: ${setting}`, async () => {
    const running = await launch(setting, { args: ['--sample=bangladesh'] });
    const { page } = running;
    const palette = page.getByRole('dialog', { name: 'Search and commands' });
    const options = palette.getByRole('option');
    await page.getByRole('gridcell').first().waitFor();

    const measure = page.getByRole('radio', { name: 'Both', exact: true });
    await measure.focus();
    await page.keyboard.press('Control+k');
    await palette.getByRole('option', { name: /^Concerns/ }).waitFor();
    expect(await inBothThemes(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await palette.waitFor({ state: 'detached' });
    await eventually(() => focused(page)).toBe('Both');

    await page.keyboard.press('Control+k');
    await page.keyboard.type('extort');
    await options.first().waitFor();
    expect(await options.first().locator('mark').allTextContents()).toEqual(['extort']);
    expect(await palette.getByRole('combobox').getAttribute('aria-activedescendant')).toBe(
      await options.first().getAttribute('id'),
    );
    expect(await inBothThemes(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Concerns' }).waitFor();
    await eventually(() => focused(page)).toContain('prob_extortion');

    await page.keyboard.press('Control+k');
    await page.keyboard.type('vict_extortion');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /in the last 12 months: extortion/ }).waitFor();

    await page.keyboard.press('Control+3');
    await page.getByRole('gridcell').first().waitFor();
    await page.keyboard.press('?');
    const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await shortcuts.getByText('Fear × Want').waitFor();
    expect(await inBothThemes(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await shortcuts.waitFor({ state: 'hidden' });

    await page.keyboard.press('Control+e');
    await page.getByRole('dialog', { name: /Export/ }).waitFor();
    await page.keyboard.press('Control+k');
    expect(await palette.count()).toBe(0);
    await running.close();
  });
}

test('the palette stays where it is closed and opened again before the browser tells that it was closed', async () => {
  const running = await launch('browser', { args: ['--sample=bangladesh'] });
  const { page } = running;
  const palette = page.getByRole('dialog', { name: 'Search and commands' });
  const field = palette.getByRole('combobox');
  await page.getByRole('gridcell').first().waitFor();
  await page.keyboard.press('Control+k');
  await field.waitFor();
  for (const byItsKeys of [false, true]) {
    await page.evaluate(async (byItsKeys) => {
      const dialog = document.querySelector('dialog[open]');
      if (!(dialog instanceof HTMLDialogElement)) throw new Error('no palette is open');
      const told = new Promise((resolve) => dialog.addEventListener('close', resolve));
      const keys = { key: 'k', ctrlKey: true, bubbles: true, cancelable: true };
      const pressKeys = () => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', keys));
      // What the Escape key does, or the keys that opened it.
      if (byItsKeys) pressKeys();
      else dialog.close();
      pressKeys();
      await told;
    }, byItsKeys);
    await page.keyboard.type('extort');
    await palette.getByRole('option').first().waitFor();
    expect(await field.inputValue()).toBe('extort');
  }
  for (let time = 0; time < 5; time++) {
    await Promise.all(['Escape', 'Control+k'].map((keys) => page.keyboard.press(keys)));
    await page.keyboard.type('extort');
    await palette.locator('mark').first().waitFor();
    expect(await field.inputValue()).toBe('extort');
  }
  await running.close();
});

test('what was opened is listed, found by the palette, shown as missing, and taken off', async () => {
  const [setting] = settings;
  const first = await launch(setting, { studies });
  await importFile(first, survey, 'bangladesh.sav');
  await first.close();

  const running = await launch('browser', { studies });
  const { page } = running;
  const opened = page.getByRole('list', { name: 'Opened lately' });
  await opened.getByRole('button', { name: /2,000 respondents/ }).waitFor();
  expect(await page.getByRole('button', { name: /2,000 respondents/ }).count()).toBe(1);
  expect(await inBothThemes(page)).toEqual([]);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('bang');
  await page.getByRole('group', { name: 'Studies opened lately' }).getByRole('option').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'Set up' }).waitFor();
  await page.getByRole('button', { name: 'Studies' }).click();
  await opened.waitFor();

  const name = readdirSync(studies).find((each) => each.endsWith('.lfstudy')) ?? '';
  renameSync(join(studies, name), join(studies, 'moved.lfstudy'));
  await page.reload();
  const missing = opened.getByRole('button', { name: /No longer at / });
  await missing.waitFor();
  expect(await missing.isDisabled()).toBe(true);
  await page.getByRole('heading', { name: 'Other studies in the folder' }).waitFor();
  expect(await inBothThemes(page)).toEqual([]);
  await page.getByRole('button', { name: /^Take .* off the list$/ }).press('Enter');
  await opened.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Your studies' }).waitFor();
  await running.close();
});
