import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { larger } from '../../helpers/terminal.ts';
import { unzip } from '../../publication/unzip.ts';
import { cellTexts } from '../harness/cellTexts.ts';
import { closeChromium } from '../harness/chromium.ts';
import { eventually } from '../harness/eventually.ts';
import { inBothThemes } from '../harness/inBothThemes.ts';
import { room } from '../harness/walk.ts';
import { launch, settings } from '../launch.ts';

/** A room's table on its way out: over the clipboard into a document, as files, and the same from the terminal. */

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'larger-freedom-table-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(closeChromium);

/** What a document takes from the clipboard: the page of its own that the user pastes into. */
async function pasted(page: Page): Promise<{ rows: string[][]; caption: string }> {
  await page.evaluate(() => {
    const paper = document.createElement('div');
    paper.contentEditable = 'true';
    paper.id = 'document';
    document.body.append(paper);
    paper.focus();
  });
  await page.keyboard.press('Control+v');
  const paper = page.locator('#document');
  await paper.getByRole('table').first().waitFor();
  const rows = await cellTexts(paper.locator('tr'));
  const caption = await paper.innerText();
  await paper.evaluate((element) => element.remove());
  return { rows, caption };
}

const figures = (rows: readonly (readonly string[])[]): string[] =>
  rows.flat().flatMap((text) => text.match(/\d+(?:\.\d+)?%/g) ?? []);

test.each(settings)('a ranking is copied as a table and saved as a workbook: %s', async (setting) => {
  // The page that is pasted into has our policy here, which refuses the styles that a document takes.
  const running = await launch(setting, { args: ['--sample=bangladesh'], provoked: true });
  const { page } = running;
  await room(page, 'Priorities');
  const copy = page.getByRole('button', { name: 'Copy table', exact: true });
  await copy.waitFor();
  await page.keyboard.press('Control+Shift+c');
  await page.getByText('The table is copied').waitFor();
  const { rows, caption } = await pasted(page);
  expect(caption).toContain('Bangladesh');
  const copied = figures(rows);
  expect(copied.length).toBeGreaterThan(20);

  await page.getByRole('button', { name: 'Save table…' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Save the table' });
  await dialog.getByRole('textbox', { name: 'Title', exact: true }).fill('What troubles people');
  expect(await inBothThemes(page)).toEqual([]);
  const save = dialog.getByRole('button', { name: /^(Save|Download)$/ });
  const [workbook] = await running.save(folder, 'ranking.xlsx', () => save.click());
  await dialog.waitFor({ state: 'hidden' });
  const parts = unzip(readFileSync(workbook));
  const everything = [...parts.values()].join('\n');
  expect(everything).toContain('What troubles people');
  const numbers = [...(parts.get('xl/worksheets/sheet1.xml') ?? '').matchAll(/<v>([\d.]+)<\/v>/g)].map(
    ([, value]) => Number(value),
  );
  const shares = copied.map((text) => Number(text.slice(0, -1)));
  const isThere = (share: number): boolean =>
    numbers.some((number) => Math.abs(100 * number - share) <= 0.5000001);
  expect(shares.filter((share) => !isThere(share))).toEqual([]);
  await running.close();
});

test('a kept table is the same from the terminal, as a Word document in French', async () => {
  const running = await launch('browser', { args: ['--sample=bangladesh'] });
  const { page } = running;
  await room(page, 'Priorities');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('What troubles people');
  await page.keyboard.press('Enter');
  await page.getByText('What troubles people').first().waitFor();
  // Its name is its title, here as in the terminal.
  for (const button of ['Save table…', 'Save picture…']) {
    await page.getByRole('button', { name: button }).first().click();
    const title = page.getByRole('dialog').getByRole('textbox', { name: 'Title', exact: true });
    await eventually(() => title.inputValue()).toBe('What troubles people');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
  const study = readdirSync(running.studies).find((name) => name.endsWith('.lfstudy'))!;

  const to = join(folder, 'troubles.docx');
  const ask = [
    'table',
    join(running.studies, study),
    '--analysis',
    'What troubles people',
    '--to',
    to,
    '--language',
    'fr',
  ] as const;
  const { code, problem } = larger(...ask);
  expect(code, problem).toBe(0);
  const paper = unzip(readFileSync(to)).get('word/document.xml') ?? '';
  expect(paper).toContain('What troubles people');
  expect(paper).toContain('<w:tbl>');
  expect(paper).toContain('Peur');
  expect(paper).toMatch(/\d,\d\u00a0?\u202f?%/);
  expect(larger(...ask).code).toBe(1);
  await running.close();
});
