import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { larger } from '../../helpers/terminal.ts';
import { closeChromium } from '../harness/chromium.ts';
import { inBothThemes } from '../harness/inBothThemes.ts';
import { room } from '../harness/walk.ts';
import { launch, settings } from '../launch.ts';

/** A room's picture on its way out: what is looked at, what is written, and the same from the terminal. */

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'larger-freedom-picture-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(closeChromium);

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Save the picture' });

/** The dialog with a picture in it that the browser could read. */
async function opened(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Save picture…' }).first().click();
  const dialog = dialogOf(page);
  const picture = dialog.getByRole('img');
  await picture.waitFor();
  expect(
    await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
  ).toBeGreaterThan(0);
  return dialog;
}

const wide = (png: Buffer): number => png.readUInt32BE(16);

test.each(settings)(
  'the matrix goes out as PNG and as SVG, as wide and with the words that were chosen: %s',
  async (setting) => {
    const running = await launch(setting, { args: ['--sample=bangladesh'] });
    const { page } = running;
    await room(page, 'Fear × Want');
    const dialog = await opened(page);
    const save = dialog.getByRole('button', { name: /^(Save|Download)$/ });

    const [png] = await running.save(folder, 'matrix.png', () => save.click());
    await dialog.waitFor({ state: 'hidden' });
    expect(wide(readFileSync(png))).toBe(2008);

    await opened(page);
    await dialog.getByRole('radio', { name: 'SVG' }).click();
    await dialog.getByRole('combobox', { name: 'Width' }).click();
    await page.getByRole('option', { name: 'A column, 85 mm' }).click();
    await dialog.getByText(/^85 × /).waitFor();
    const before = await dialog.getByRole('img').getAttribute('src');
    await dialog.getByRole('textbox', { name: 'Title', exact: true }).fill('Fear beside want');
    await page.waitForFunction(
      (old) => document.querySelector('[role=dialog] img')?.getAttribute('src') !== old,
      before,
    );
    await dialog.getByRole('button', { name: 'Use the suggested words' }).waitFor();
    const [svg] = await running.save(folder, 'matrix.svg', () => save.click());
    await dialog.waitFor({ state: 'hidden' });
    const drawn = readFileSync(svg, 'utf8');
    expect(drawn).toContain('width="85mm"');
    expect(drawn).toContain('>Fear beside want</text>');
    expect(running.outside()).toEqual([]);
    await running.close();
  },
);

test('the dialog is readable in both themes, worked by the keyboard, and gives the focus back', async () => {
  const running = await launch('browser', { args: ['--sample=bangladesh'] });
  const { page } = running;
  await room(page, 'Priorities');
  const button = page.getByRole('button', { name: 'Save picture…' }).first();
  await button.focus();
  await page.keyboard.press('Enter');
  await dialogOf(page).getByRole('img').waitFor();
  expect(await inBothThemes(page)).toEqual([]);
  // What no page has room for is said before it is printed.
  expect(await dialogOf(page).getByText('Higher than a page').count()).toBe(0);
  await dialogOf(page)
    .getByRole('textbox', { name: /^Notes/ })
    .fill('A line of notes.\n'.repeat(60));
  await dialogOf(page).getByText('Higher than a page').waitFor();
  await page.keyboard.press('Escape');
  await dialogOf(page).waitFor({ state: 'hidden' });
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  await running.close();
});

test('a kept analysis is the same picture from the terminal, in French', async () => {
  const running = await launch('browser', { args: ['--sample=bangladesh'] });
  const { page } = running;
  await room(page, 'Priorities');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('What troubles people');
  await page.keyboard.press('Enter');
  await page.getByText('What troubles people').first().waitFor();
  const study = join(
    running.studies,
    readdirSync(running.studies).find((name) => name.endsWith('.lfstudy'))!,
  );
  const to = join(folder, 'priorites.svg');
  const asked = [
    'figure',
    study,
    '--analysis',
    'What troubles people',
    '--to',
    to,
    '--width',
    '120',
    '--language',
    'fr',
  ];
  const { code, problem } = larger(...(asked as [string, ...string[]]));
  expect(code, problem).toBe(0);
  const drawn = readFileSync(to, 'utf8');
  expect(drawn).toContain('width="120mm"');
  expect(drawn).toContain('>What troubles people</text>');
  expect(drawn).toContain('>Peur</text>');
  expect(larger(...(asked as [string, ...string[]])).code).toBe(1);
  await running.close();
});
