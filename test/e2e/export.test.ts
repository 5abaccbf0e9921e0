import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import type { Output } from '#contract/index.ts';
import { built, root, sharedSurvey } from './harness/built.ts';
import { closeChromium, sharedChromium } from './harness/chromium.ts';
import { importFile, room } from './harness/walk.ts';
import { launchDesktop } from './harness/desktop.ts';
import { eventually } from './harness/eventually.ts';
import { inBothThemes } from './harness/inBothThemes.ts';
import { launch, settings } from './launch.ts';

const file = sharedSurvey('tun_r7_data.sav') ?? join(root, 'samples', 'bangladesh.sav');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'larger-freedom-export-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(closeChromium);

/** What the terminal says of a file. */
function describe(path: string): Output<'describe.run'> {
  const text = execFileSync(process.execPath, [built.terminal, 'describe', path, '--json'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return JSON.parse(text) as Output<'describe.run'>;
}

const asItCame = describe(file);

async function begin(page: Page, format: string): Promise<void> {
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export the survey' });
  await dialog.getByRole('radio', { name: format, exact: true }).click();
  await dialog.getByRole('button', { name: /export/i }).click();
  await dialog.getByText(/^Written: /).waitFor();
}

const close = (page: Page): Promise<void> =>
  page.getByRole('dialog').locator('footer').getByRole('button', { name: 'Close' }).click();

test.each(settings)('a survey goes out as it came in: %s', async (setting) => {
  const running = await launch(setting);
  const { page } = running;
  await importFile(running, file, basename(file));

  const [sav] = await running.save(folder, 'out.sav', () => begin(page, 'SPSS'));
  await page.getByText('Everything that the survey holds is in the file.').waitFor();
  expect(describe(sav)).toEqual(asItCame);
  await close(page);

  const [dta] = await running.save(folder, 'out.dta', () => begin(page, 'Stata'));
  await page.getByText('What the format could not hold').waitFor();
  const { rows, variables } = describe(dta);
  expect([rows, variables.length]).toEqual([asItCame.rows, asItCame.variables.length]);
  await close(page);

  const csv = await running.save(folder, 'out.csv', () => begin(page, 'CSV with a codebook'), 2);
  expect(readdirSync(folder).filter((one) => one.endsWith('.codebook.csv'))).toHaveLength(1);
  expect(describe(csv.find((one) => !one.includes('codebook'))!).rows).toBe(rows);
  await close(page);

  expect(running.outside()).toEqual([]);
  await running.close();
});

test('the dialog is readable in both themes and can be worked with the keyboard alone', async () => {
  const running = await launch('browser', { args: ['--sample=bangladesh'] });
  const { page } = running;
  await room(page, 'Survey');
  await page.getByRole('button', { name: 'Export…' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Export the survey' });
  await dialog.waitFor();
  expect(await inBothThemes(page)).toEqual([]);
  await dialog.getByRole('radio', { name: 'SPSS', exact: true }).focus();
  // A key is held until something comes of it: the radio group looks whether it is still down.
  for (const next of ['SPSS, compressed', 'Stata']) {
    await page.keyboard.down('ArrowDown');
    await dialog.getByRole('radio', { name: next, checked: true }).waitFor();
    await page.keyboard.up('ArrowDown');
  }
  await dialog.getByRole('button', { name: 'Export and download' }).focus();
  const [dta] = await running.save(folder, 'out.dta', () => page.keyboard.press('Enter'));
  await dialog.getByText('What the format could not hold').waitFor();
  expect(await inBothThemes(page)).toEqual([]);
  expect(describe(dta).rows).toBe(2000);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await running.close();
});

test('the desktop asks where, under a name that fits, and does nothing where its user thinks better of it', async () => {
  const desktop = await launchDesktop(await sharedChromium());
  await importFile(desktop, file, basename(file));
  const { page } = desktop;
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export the survey' });
  await dialog.getByRole('radio', { name: 'Excel workbook' }).click();
  await dialog.getByRole('button', { name: 'Choose where and export' }).click();
  await eventually(async () => (await desktop.inspect()).saveDialogs.length).toBe(1);
  const [asked] = (await desktop.inspect()).saveDialogs;
  expect(basename(asked.defaultPath ?? '')).toMatch(/\.xlsx$/);
  expect(asked.filters).toEqual([{ name: 'XLSX', extensions: ['xlsx'] }]);
  expect(asked.properties).toContain('showOverwriteConfirmation');
  expect(await dialog.getByRole('button', { name: 'Choose where and export' }).isEnabled()).toBe(true);
  expect(await dialog.getByRole('alert').count()).toBe(0);

  const nowhere = join(folder, 'gone', 'out.xlsx');
  await desktop.ask('answerSave', { path: nowhere });
  await dialog.getByRole('button', { name: 'Choose where and export' }).click();
  await dialog.getByRole('alert').getByText('out.xlsx cannot be written').waitFor();

  mkdirSync(join(folder, 'gone'));
  await desktop.ask('answerSave', { path: nowhere });
  await dialog.getByRole('button', { name: 'Choose where and export' }).click();
  await dialog.getByText(/^Written: /).waitFor();
  expect(statSync(nowhere).size).toBeGreaterThan(10_000);
  await desktop.close();
});
