import { closeSync, existsSync, openSync, readFileSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { ask } from './harness/ask.ts';
import { closeChromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';
import { inBothThemes } from './harness/inBothThemes.ts';
import { room } from './harness/walk.ts';
import { launch } from './launch.ts';

afterAll(closeChromium);

const setting = 'desktop, with a stand-in for Electron';

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(name);
  await page.getByRole('option', { name: new RegExp(name) }).waitFor();
  await page.keyboard.press('Enter');
}

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Copies of this study' });

test('copies are listed and looked at; one is opened as a new study, and the other study stays as it is', async () => {
  const { page, studies } = await launch(setting, { args: ['--sample=bangladesh'] });
  await page.getByRole('gridcell').first().waitFor();
  const study = join(studies, 'Bangladesh, made-up data for teaching.lfstudy');
  const tagged = async (path: string): Promise<string[]> =>
    (await ask(page, 'concern.list', { study: path, survey: null })).concerns.map(({ variable }) => variable);
  const before = await tagged(study);

  await command(page, 'Copies of this study');
  const dialog = dialogOf(page);
  await dialog.getByRole('button', { name: 'Make a copy now' }).click();
  await page.getByText('A copy was made.').waitFor();
  const copies = dialog.getByRole('listitem');
  const count = await copies.count();
  expect(readdirSync(`${study}-backups`)).toHaveLength(count);
  await dialog.getByText(`${study}-backups`).waitFor();
  expect(await inBothThemes(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  await room(page, 'Concerns');
  const row = page.getByRole('main').getByRole('listitem').filter({ hasText: before[0] }).first();
  await row.getByRole('button', { name: /^Remove/ }).click();
  await eventually(() => tagged(study)).toEqual(before.slice(1));

  await command(page, 'Copies of this study');
  await copies.first().getByRole('button').click();
  await page.getByText(/The copy is open as Bangladesh.*The other study is as it was/).waitFor();
  await dialog.waitFor({ state: 'detached' });
  const { studies: recent } = await ask(page, 'settings.recent', {});
  const made = recent[0].study;
  expect(made).toMatch(/teaching \(\d{4}-\d\d-\d\d \d\d\.\d\d\)\.lfstudy$/);
  await page.getByRole('gridcell').first().waitFor();
  expect(await tagged(made)).toEqual(before);
  expect(await tagged(study)).toEqual(before.slice(1));
  // The one that was open is let go: another window may have it.
  await eventually(() => existsSync(`${study}-lock`)).toBe(false);
  expect(existsSync(`${made}-lock`)).toBe(true);

  await page.getByRole('button', { name: 'Studies', exact: true }).click();
  const names = page
    .getByRole('list', { name: 'Opened lately' })
    .getByRole('button', { name: /^Bangladesh/ });
  await names.nth(1).waitFor();
  expect(await names.allInnerTexts()).toEqual([
    expect.stringMatching(/^Bangladesh, made-up data for teaching \(\d{4}/),
    expect.stringMatching(/^Bangladesh, made-up data for teaching\n/),
  ]);
});

test('a damaged study says so, and what is whole is rescued from where it was to be opened', async () => {
  const { page, studies } = await launch(setting, { args: ['--sample=bangladesh'] });
  await page.getByRole('gridcell').first().waitFor();
  const study = join(studies, 'Bangladesh, made-up data for teaching.lfstudy');
  await page.getByRole('button', { name: 'Studies', exact: true }).click();
  await eventually(() => existsSync(`${study}-lock`)).toBe(false);
  // It was listed as it was, and is damaged since.
  await page.getByText('2,000 respondents').waitFor();
  const place = readFileSync(study).indexOf('["economic"]') >> 12;
  const file = openSync(study, 'r+');
  writeSync(file, Buffer.alloc(4096, 0xee), 0, 4096, place * 4096);
  closeSync(file);

  await page
    .getByRole('button', { name: /^Bangladesh/ })
    .first()
    .click();
  await page.getByText(/Bangladesh.*is damaged/).waitFor();
  expect(await inBothThemes(page)).toEqual([]);
  await page.getByRole('button', { name: 'Look for a copy' }).first().click();
  const dialog = dialogOf(page);
  await dialog.getByRole('button', { name: 'Rescue what can be read' }).click();
  const report = page.getByRole('dialog', { name: 'What was rescued' });
  await report.getByText(/Not all could be read of: .*concerns/).waitFor();
  expect(await inBothThemes(page)).toEqual([]);
  await report.getByRole('button', { name: 'Open it' }).click();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.getByRole('navigation', { name: 'Rooms' }).waitFor();
  expect(readdirSync(studies).filter((name) => name.includes('(rescued)'))).not.toEqual([]);
});
