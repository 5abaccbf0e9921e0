import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { root } from './harness/built.ts';
import { closeChromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';
import { inBothThemes } from './harness/inBothThemes.ts';
import { importFile, preview, room } from './harness/walk.ts';
import { launch, settings } from './launch.ts';

const file = join(root, 'samples', 'bangladesh.sav');

afterAll(closeChromium);

const [setting] = settings;

test('before a study is open', async () => {
  const running = await launch(setting);
  const { page } = running;
  await page.getByRole('button', { name: /^Bangladesh/ }).waitFor();
  expect(await inBothThemes(page)).toEqual([]);
  await preview(running, file, 'bangladesh.sav');
  expect(await inBothThemes(page)).toEqual([]);
  await running.close();
});

test('a file that is refused, and rooms with nothing in them yet', async () => {
  const running = await launch(setting);
  const { page } = running;
  await running.choose(page.locator('input[type=file]'), join(root, 'package.json'));
  await page.getByRole('alert').waitFor();
  expect(await inBothThemes(page)).toEqual([]);
  await importFile(running, file, 'bangladesh.sav');
  await room(page, 'Concerns');
  await page.getByRole('heading', { name: 'No concerns yet' }).waitFor();
  expect(await inBothThemes(page)).toEqual([]);
  await room(page, 'Fear × Want');
  await page.getByRole('heading', { name: 'Nothing to set side by side yet' }).waitFor();
  expect(await inBothThemes(page)).toEqual([]);
  await running.close();
});

test('each room of an open study', async () => {
  const running = await launch(setting, { args: ['--sample=bangladesh'] });
  const { page } = running;
  const cells = page.getByRole('gridcell');

  await room(page, 'Fear × Want');
  await cells.first().waitFor();
  expect(await inBothThemes(page)).toEqual([]);
  await cells.first().click();
  await page.getByRole('heading', { name: 'The four groups' }).waitFor();
  expect(await inBothThemes(page)).toEqual([]);
  await page.getByRole('radio', { name: 'Table' }).click();
  await page.getByRole('table').first().waitFor();
  expect(await inBothThemes(page)).toEqual([]);

  await room(page, 'Concerns');
  await page
    .getByRole('group', { name: /count as concerned/ })
    .first()
    .waitFor();
  expect(await inBothThemes(page)).toEqual([]);
  await page.getByRole('button', { name: 'Add concerns…' }).click();
  await page.getByRole('dialog').getByRole('checkbox').first().waitFor();
  expect(await inBothThemes(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await room(page, 'Survey');
  await page.getByRole('heading', { name: 'How the sample was drawn' }).waitFor();
  for (const group of ['Identifiers that stand twice', 'Codes without a label', 'Values that cannot be'])
    await page.getByRole('button', { name: group }).click();
  expect(await inBothThemes(page)).toEqual([]);
  await page.getByRole('button', { name: 'occupation' }).click();
  await page.getByRole('heading', { name: 'Main occupation' }).waitFor();
  await page.getByRole('tab', { name: /^Variables/ }).click();
  await page.getByRole('searchbox').waitFor();
  expect(await inBothThemes(page)).toEqual([]);
  await page.getByRole('button', { name: /^Weighted/ }).click();
  await page.getByText('Degrees of freedom').waitFor();
  expect(await inBothThemes(page)).toEqual([]);
  await running.close();
});

test('the menus and dialogs of an open study', async () => {
  const running = await launch(setting, { args: ['--sample=bangladesh'] });
  const { page } = running;
  const dialog = page.getByRole('dialog');
  const looksRight = async (close = 'Escape'): Promise<void> => {
    expect(await inBothThemes(page)).toEqual([]);
    await page.keyboard.press(close);
  };
  await room(page, 'Survey');
  await page.getByRole('heading', { name: 'How the sample was drawn' }).waitFor();

  for (const menu of ['Appearance', 'New data']) {
    await page.getByRole('button', { name: menu }).click();
    await page.getByRole('menu').waitFor();
    await looksRight();
  }
  await page.getByRole('button', { name: 'Export…' }).click();
  await dialog.waitFor();
  await looksRight();
  await running.choose(page.locator('input[data-for=replace]'), file);
  await dialog.getByText(/respondents, as before/).waitFor();
  await looksRight();
  await dialog.waitFor({ state: 'hidden' });

  await page.getByRole('tab', { name: /^Variables/ }).click();
  await page.getByRole('searchbox').fill('problem');
  await page.getByRole('button', { name: /^Choose these/ }).click();
  await page.getByRole('button', { name: 'Missing codes' }).click();
  await page.getByRole('menu').waitFor();
  await looksRight();
  for (const open of ['Make a set…', 'New variable…']) {
    await page.getByRole('button', { name: open }).click();
    await dialog.waitFor();
    await looksRight();
    await dialog.waitFor({ state: 'hidden' });
  }
  await running.close();
});

test('a list to choose from, open, on the page and in a dialog', async () => {
  const running = await launch(setting, { args: ['--sample=bangladesh'] });
  const { page } = running;
  const order = page.getByRole('combobox', { name: 'Order' });
  const options = page.getByRole('option');
  await page.getByRole('gridcell').first().waitFor();
  await order.focus();
  await page.keyboard.press('ArrowDown');
  await options.first().waitFor();
  expect(await inBothThemes(page)).toEqual([]);
  await page.keyboard.type('by d');
  await page.keyboard.press('Enter');
  await options.first().waitFor({ state: 'detached' });
  expect(await order.textContent()).toBe('By dimension');
  await eventually(() => focused(page)).toBe('Order');

  await room(page, 'Survey');
  await page.getByRole('tab', { name: /^Variables/ }).click();
  await page.getByRole('searchbox').fill('problem');
  await page.getByRole('button', { name: /^Choose these/ }).click();
  await page.getByRole('button', { name: 'Make a set…' }).click();
  const dialog = page.getByRole('dialog');
  const counted = dialog.getByRole('combobox', { name: 'The code that says yes' });
  await counted.click();
  await options.first().waitFor();
  expect(await inBothThemes(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await options.first().waitFor({ state: 'detached' });
  expect(await dialog.isVisible()).toBe(true);
  await running.close();
});

test('from the start to a pair with the keyboard alone', async () => {
  const running = await launch(setting);
  const { page } = running;
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  const sample = page.getByRole('button', { name: /^Bangladesh/ });
  await sample.waitFor();
  await tabTo(page, (name) => name.startsWith('Bangladesh'));
  await press('Enter');
  await page.getByRole('navigation', { name: 'Rooms' }).waitFor();

  await tabTo(page, (name) => name.startsWith('Concerns'));
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Concerns' }).waitFor();
  await tabTo(page, (name) => name.startsWith('Fear × Want'));
  await press('Enter');
  await page.getByRole('gridcell').first().waitFor();

  await tabTo(page, (name) => name === 'Both');
  // Held until something comes of it: radio buttons look whether the arrow is still down.
  await page.keyboard.down('ArrowRight');
  await page.getByRole('grid', { name: 'Fear by want: Want among the fearful' }).waitFor();
  await page.keyboard.up('ArrowRight');
  await tabTo(page, (name) => name.includes(': Want among the fearful '));
  await press('ArrowRight');
  await press('ArrowDown');
  const cell = await focused(page);
  await press('Enter');
  const panel = page.getByRole('complementary', { name: 'Pair' });
  await panel.getByRole('heading', { name: 'The four groups' }).waitFor();
  await press('Escape');
  await panel.waitFor({ state: 'detached' });
  await eventually(() => focused(page)).toBe(cell);
  await running.close();
});

/** The words of the element that has the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim();
  });
}

async function tabTo(page: Page, isIt: (name: string) => boolean): Promise<void> {
  const met: string[] = [];
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab');
    const name = await focused(page);
    if (isIt(name)) return;
    met.push(name.slice(0, 40));
  }
  throw new Error(`Tab met only: ${met.join(' | ')}`);
}
