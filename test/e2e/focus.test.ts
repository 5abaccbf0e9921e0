import type { Locator, Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { closeChromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';
import { room } from './harness/walk.ts';
import { walkRooms } from './harness/walkRooms.ts';
import { launch } from './launch.ts';

afterAll(closeChromium);

test('Tab goes through each room as it is laid out, and stops at nothing unseen', async () => {
  const running = await launch('browser', { args: ['--sample=benin'] });
  const { page } = running;
  await page.setViewportSize({ width: 1440, height: 900 });
  await walkRooms(page, async (where) => {
    const focus = await page.evaluateHandle(() => document.activeElement);
    const dialog = page.getByRole('dialog');
    await ((await dialog.count()) > 0 ? dialog : page.locator('#content')).focus();
    expect.soft(await tabThrough(page), where).toEqual([]);
    await focus.evaluate((element) => element instanceof HTMLElement && element.focus());
  });
  await running.close();
});

test('the focus comes back from dialogs, menus and panels, and goes on in the room that is entered', async () => {
  const running = await launch('browser', { args: ['--sample=bangladesh'] });
  const { page } = running;
  const dialog = page.getByRole('dialog');
  const comesBack = async (opener: Locator, opened: Locator): Promise<void> => {
    await opener.focus();
    await page.keyboard.press('Enter');
    await opened.waitFor();
    await page.keyboard.press('Escape');
    await opened.waitFor({ state: 'detached' });
    await eventually(() => opener.evaluate((element) => element === document.activeElement)).toBe(true);
  };

  await room(page, 'Survey');
  await page.getByRole('heading', { name: 'How the sample was drawn' }).waitFor();
  await comesBack(page.getByRole('button', { name: 'Export…' }), dialog);
  await comesBack(page.getByRole('button', { name: 'New data' }), page.getByRole('menu'));
  await comesBack(page.getByRole('button', { name: 'Appearance' }), page.getByRole('menu'));
  await comesBack(page.getByRole('button', { name: /^Weighted/ }), dialog);
  await page.getByRole('tab', { name: /^Variables/ }).click();
  await comesBack(page.getByRole('button', { name: 'New variable…' }), dialog);
  await room(page, 'Concerns');
  await comesBack(page.getByRole('button', { name: 'Add concerns…' }), dialog);
  await room(page, 'Fear × Want');
  const cell = page.getByRole('gridcell').first();
  await cell.waitFor();
  await comesBack(cell, page.getByRole('heading', { name: 'The four groups' }));
  await cell.press('Control+k');
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await eventually(() => cell.evaluate((element) => element === document.activeElement)).toBe(true);

  for (const [key, name] of [
    ['1', /^Bangladesh/],
    ['2', 'Concerns'],
    ['3', 'Fear × Want'],
    ['4', 'Tables'],
    ['5', 'Priorities'],
  ] as const) {
    await page.keyboard.press(`Control+${key}`);
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe('content');
  }
  await running.close();
});

/** Presses Tab through what is open, once round, and tells where the order leaves the layout or the focus is not seen. */
async function tabThrough(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.evaluate(() => {
    const met: Element[] = [];
    Reflect.set(window, 'tabStop', () => {
      const element = document.activeElement;
      if (!element || element === document.body || met.includes(element)) return null;
      const before = met.at(-1);
      met.push(element);
      return faults(element, before);
    });
    const name = (element: Element): string =>
      `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}”`;
    function faults(element: Element, before: Element | undefined): string[] {
      const box = element.getBoundingClientRect();
      const told: string[] = [];
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      const top = document.elementFromPoint(x, y);
      const seen = top !== null && (element.contains(top) || top.contains(element));
      if (box.width < 4 || box.height < 4 || !seen) told.push(`${name(element)} is not to be seen`);
      if (!before) return told;
      const last = before.getBoundingClientRect();
      const [overlapX, overlapY] = [
        Math.min(box.right, last.right) - Math.max(box.left, last.left),
        Math.min(box.bottom, last.bottom) - Math.max(box.top, last.top),
      ];
      if (overlapX > 4 && box.bottom <= last.top + 1)
        told.push(`${name(element)} stands above ${name(before)}, but comes after it`);
      if (overlapY > 4 && box.right <= last.left + 1)
        told.push(`${name(element)} stands before ${name(before)}, but comes after it`);
      return told;
    }
  });
  for (let step = 0; step < 150; step++) {
    await page.keyboard.press('Tab');
    const faults = await page.evaluate(() => (Reflect.get(window, 'tabStop') as () => string[] | null)());
    if (faults === null) break;
    found.push(...faults);
  }
  return found;
}
