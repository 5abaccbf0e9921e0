import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { cellTexts } from '../harness/cellTexts.ts';
import { chooseVariable } from '../harness/chooseVariable.ts';
import { eventually } from '../harness/eventually.ts';
import { cellShows, figuresShow } from '../harness/figures.ts';
import type { Terminal } from './terminal.ts';
import type { Walk } from './walk.ts';

/** Ranks, shares, intervals, n and design effects, of all and by group, as in the terminal. */
export async function prioritiesShow(page: Page, { by }: Walk, terminal: Terminal): Promise<void> {
  const { concerns } = await terminal.ranking;
  const list = page.getByRole('list', { name: 'Concerns by share' }).getByRole('button');
  await eventually(() => list.count()).toBe(concerns.length);
  const rows = page.getByRole('region', { name: 'Ranking as a table' }).locator('tbody tr');
  for (const [index, [place, , , figures, n, deff]] of (await cellTexts(rows)).entries()) {
    const { rank, share, shown, n: count, next } = concerns[index];
    expect(place).toBe(rank === null ? '–' : String(rank));
    cellShows(figures, share, shown);
    figuresShow(n, [count]);
    if (share.deff === null) expect(deff).toBe('–');
    else figuresShow(deff, [share.deff]);
    const words = (await list.nth(index).getAttribute('aria-label')) ?? '';
    expect(words).toContain(figures.split(/\s/)[0]);
    expect(words.endsWith('Cannot be told apart from the next')).toBe((next?.p ?? 0) >= 0.05);
  }
  await chooseVariable(page, 'By group', by);
  await page.getByRole('columnheader', { name: /Group A/ }).waitFor();
  const grouped = (await terminal.rankingBy).concerns;
  for (const [index, cells] of (await cellTexts(rows)).entries())
    for (const [group, { share, shown, fromOthers, letters }] of grouped[index].groups!.entries()) {
      const text = cells[6 + group];
      cellShows(text.replaceAll(/[▲▼]| [A-Z]+/g, ''), share, shown);
      if (shown === 'suppressed') continue;
      const apart = (fromOthers.p ?? 1) < 0.05;
      expect(/[▲▼]/.exec(text)?.[0]).toBe(apart ? (fromOthers.estimate! > 0 ? '▲' : '▼') : undefined);
      expect(/ ([A-Z]+)/.exec(text)?.[1] ?? '').toBe(letters);
    }
}
