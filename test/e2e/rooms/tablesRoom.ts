import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { cellTexts } from '../harness/cellTexts.ts';
import { eventually } from '../harness/eventually.ts';
import { cellShows } from '../harness/figures.ts';
import type { Terminal } from './terminal.ts';
import type { Walk } from './walk.ts';

/** Two variables and a mean by two others side by side, built by keys: every figure as in the terminal. */
export async function tablesShow(page: Page, walk: Walk, { crosstabs, means }: Terminal): Promise<void> {
  const { tableRows, mean, by, many } = walk;
  const groups = [by, many];
  for (const name of tableRows) await put(page, name, 'Enter');
  for (const name of groups) await put(page, name, 'Shift+Enter');
  await put(page, mean, 'Enter');
  const bodies = page.getByRole('table').first().locator('tbody');
  await eventually(() => bodies.count()).toBe(3);
  await page.getByRole('button', { name: 'Figures' }).click();
  await page.getByRole('checkbox', { name: 'Interval' }).click();
  await page.getByRole('checkbox', { name: 'One decimal more' }).click();
  await page.keyboard.press('Escape');
  await page
    .getByRole('table')
    .getByText(/\(\d.*–/)
    .first()
    .waitFor();

  for (const item of tableRows.keys()) {
    const printed = await cellTexts(bodies.nth(item).getByRole('row'));
    let from = 2;
    for (const group of groups.keys()) {
      const { rows, columns, cells } = await crosstabs[item][group];
      for (const [line, row] of rows.categories.entries())
        for (const [place, column] of columns.categories.entries()) {
          const exact = cells.find((cell) => cell.row === row.value && cell.column === column.value)!;
          const text = printed[1 + line][from + place];
          const letters = exact.shown === 'suppressed' ? '' : (exact.letters ?? '');
          expect(/ ([A-Z]+)/.exec(text)?.[1] ?? '', `letters of ${text}`).toBe(letters);
          shareShows(text, exact);
        }
      from += columns.categories.length;
    }
  }
  const [, meanRow] = await cellTexts(bodies.nth(2).getByRole('row'));
  const groupMeans = (await Promise.all(means)).flatMap(({ variables: [{ groups: each }] }) => each);
  expect(meanRow).toHaveLength(2 + groupMeans.length);
  for (const [place, { mean: exact, letters, shown }] of groupMeans.entries()) {
    const text = meanRow[2 + place];
    expect(/ ([A-Z]+)/.exec(text)?.[1] ?? '', `letters of ${text}`).toBe(letters);
    cellShows(text.replace(/ [A-Z]+/, ''), exact, shown);
  }
}

type Cell = Awaited<Terminal['crosstabs'][number][number]>['cells'][number];

function shareShows(text: string, { ofColumn, shown, n }: Cell): void {
  if (n === 0 && text === '–') return;
  cellShows(text.replace(/ [A-Z]+/, ''), ofColumn, shown);
}

/** By keys alone: a variable is found, and put where the keys say. */
async function put(page: Page, name: string, keys: string): Promise<void> {
  const search = page.getByRole('searchbox');
  await search.fill(name);
  await page.getByRole('option', { selected: true }).getByText(name, { exact: true }).first().waitFor();
  await search.press(keys);
}
