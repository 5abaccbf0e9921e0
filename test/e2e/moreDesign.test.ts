import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MatrixResult } from '#contract/matrix.ts';
import { differences } from '../reference/differences.ts';
import { readExpected, type Expected } from '../reference/readCase.ts';
import { ask } from './harness/ask.ts';
import { root } from './harness/built.ts';
import { closeChromium } from './harness/chromium.ts';
import { inBothThemes } from './harness/inBothThemes.ts';
import { importFile, setRole } from './harness/walk.ts';
import { launch, settings } from './launch.ts';

/** Schools of California, with the replicate weights of their districts, raked: set up in the window, held against R. */
const name = 'raked-jackknife';
const data = join(root, 'test/reference/cases', name, 'data.csv');
const { roles, fear, want, pairs } = readExpected<Expected>(name);

let folder: string;
let totals: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'larger-freedom-design-'));
  totals = join(folder, 'totals.csv');
  const [, wide] = roles.margins!;
  const rows = Object.entries(wide.targets).map(([value, total]) => `${wide.variable},${value},${total}`);
  writeFileSync(totals, ['variable,value,total', ...rows].join('\n'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await closeChromium();
});

test.each(settings)('replicate weights and known totals are set up in the window: %s', async (setting) => {
  const running = await launch(setting);
  const { page } = running;
  await importFile(running, data, 'data.csv');
  await setRole(page, 'Weight', 'weight');

  await page.getByText('Looks like replicate weights').waitFor();
  await page.getByText('rep1 to rep15, 15 columns').waitFor();
  await page.getByRole('button', { name: 'Look at them' }).click();
  expect(await page.getByRole('textbox', { name: 'Their columns' }).inputValue()).toBe('rep1-rep15');
  await page.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'JK1, jackknife without strata' }).click();
  await page.getByRole('button', { name: 'Use them', exact: true }).click();
  await page.getByText('15 replicate weights: rep1 to rep15').waitFor();
  const chip = page.getByRole('button', { name: /^Weighted/ });
  await page.getByRole('button', { name: /15 replicate weights \(JK1\) · df 14$/ }).waitFor();

  // The second variable from a file, the first by pasting from a spreadsheet.
  await page
    .locator('section', { hasText: 'Known totals' })
    .locator('input[type=file]')
    .last()
    .setInputFiles(totals);
  await page.getByRole('textbox', { name: 'Total of Yes, wide' }).waitFor();
  await setRole(page, 'Variable with known totals', 'type');
  const first = page.getByRole('textbox', { name: 'Total of E, type' });
  await first.waitFor();
  await first.evaluate((field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', text);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, 'M\t1018\nH\t755\nE\t4421\n');
  expect(await first.inputValue()).toBe('4421');
  expect(await inBothThemes(page)).toEqual([]);
  await page.getByRole('button', { name: 'Use these totals' }).click();
  await page.getByRole('button', { name: /raked to 2 margins/ }).waitFor();
  await chip.click();
  await page.getByText('The weights are adjusted to known totals of wide and type, all at once').waitFor();
  await page.keyboard.press('Escape');

  const state = await ask(page, 'study.list', {});
  const rule = (variable: string) => ({ variable, concernedWhen: [1] });
  const matrix: MatrixResult = await ask(page, 'matrix.run', {
    source: { study: state.studies[0].study, survey: null },
    fear: ['fear1', 'fear2'].map(rule),
    want: ['want1', 'want2'].map(rule),
    options: { disclosure: 'none' },
  });
  expect(differences(matrix, { fear, want, pairs: pairs.map(({ pair }) => pair) })).toEqual([]);

  // Totals that differ are refused where they stand, and nothing else is lost.
  await first.fill('10');
  await page.getByRole('button', { name: 'Use these totals' }).click();
  await page.getByText('They must describe the same population').first().waitFor();
  await page.getByRole('button', { name: 'Remove type' }).click();
  await page.getByRole('button', { name: /post-stratified/ }).waitFor();

  await page.reload();
  await page
    .getByRole('button', { name: /respondents/ })
    .first()
    .click();
  await page.getByRole('button', { name: /15 replicate weights \(JK1\) · post-stratified/ }).waitFor();
  await running.close();
});
