import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { FreedomsResult } from '#contract/freedoms.ts';
import { cellTexts } from '../harness/cellTexts.ts';
import { chooseVariable } from '../harness/chooseVariable.ts';
import { eventually } from '../harness/eventually.ts';
import { asPercent, cellShows } from '../harness/figures.ts';
import type { Terminal } from './terminal.ts';
import type { Walk } from './walk.ts';

type Margin = FreedomsResult['counts'][number];

/** Both freedoms counted together, of all and by group, as in the terminal. */
export async function freedomsShow(page: Page, { by }: Walk, { freedoms }: Terminal): Promise<void> {
  await page.getByRole('radio', { name: 'Two freedoms' }).click();
  await page.getByRole('heading', { name: 'How many concerns people have' }).waitFor();
  await chooseVariable(page, 'By group', by);
  await page.getByRole('radio', { name: 'Table', exact: true }).click();
  const result = await freedoms;
  const rows = page.getByRole('table').first().locator('tbody tr');
  await eventually(() => rows.count()).toBe(1 + result.groups.length);
  const printed = await cellTexts(rows);
  for (const [row, group] of [{ split: result.split, n: result.counted.n }, ...result.groups].entries()) {
    for (const [column, cell] of group.split.entries()) {
      const text = printed[row][1 + column];
      const letters = 'letters' in cell ? String(cell.letters) : '';
      expect(/[A-Z]+/.exec(text)?.[0] ?? '').toBe(letters);
      cellShows(asPercent(text.replace(/[A-Z]+/, '')), cell.share, cell.shown);
    }
    expect(printed[row].at(-1)).toBe(group.n === null ? '(*)' : group.n.toLocaleString('en'));
  }
  const counts = page.getByRole('region', { name: 'How many concerns people have' }).locator('tbody tr');
  const grid = await cellTexts(counts);
  const width = result.wantCounts.length;
  for (const [row, fear] of result.fearCounts.entries()) {
    countShows(grid[row].at(-1)!, fear);
    for (let want = 0; want < width; want++)
      countShows(grid[row][1 + want], result.counts[row * width + want]);
  }
  for (const [column, want] of result.wantCounts.entries()) countShows(grid.at(-1)![1 + column], want);
}

function countShows(text: string, { share, n, shown }: Margin): void {
  if (n === 0) return expect(text).toMatch(/^–?$/);
  cellShows(asPercent(text), share, shown === 'bracketed' ? 'yes' : shown);
}
