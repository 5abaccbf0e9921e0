import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { MatrixResult } from '#contract/matrix.ts';
import { cellTexts } from '../harness/cellTexts.ts';
import { eventually } from '../harness/eventually.ts';
import { cellShows } from '../harness/figures.ts';
import type { Terminal } from './terminal.ts';
import type { Walk } from './walk.ts';

type Pair = MatrixResult['pairs'][number];
type Figure = Parameters<typeof cellShows>[1];

const measures: Readonly<Record<string, (pair: Pair) => Figure | null>> = {
  Both: ({ both }) => both,
  'Want among the fearful': ({ wantGivenFear }) => wantGivenFear,
  'Fear among those in want': ({ fearGivenWant }) => fearGivenWant,
  'Odds ratio': ({ oddsRatio }) => oddsRatio,
  φ: ({ phi }) => phi,
  Lift: ({ lift }) => lift,
};

const radio = (page: Page, group: string, name: string) =>
  page.getByRole('radiogroup', { name: group }).getByRole('radio', { name, exact: true });

/** Every cell of the matrix by every measure, and the margins, as in the terminal; then as a picture again. */
export async function matrixShows(page: Page, _: Walk, terminal: Terminal): Promise<void> {
  const result = await terminal.matrix;
  await eventually(() => page.getByRole('gridcell').count()).toBe(result.pairs.length);
  await radio(page, 'Shown as', 'Table').click();
  const table = page.getByRole('table', { name: /Fear concerns as rows/ });
  for (const [measure, figure] of Object.entries(measures)) {
    await radio(page, 'Measure', measure).click();
    await page.getByRole('table', { name: new RegExp(`^${measure}\\. `) }).waitFor();
    const [shares, ...rows] = await cellTexts(table.locator('tr.shares, tbody tr'));
    const order = await table
      .locator('tbody button')
      .evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset.pair!));
    expect(new Set(order).size).toBe(result.pairs.length);
    for (const [index, key] of order.entries()) {
      const pair = result.pairs.find(({ fear, want }) => `${fear}|${want}` === key)!;
      const at = figure(pair) ?? { estimate: null, ciLow: null, ciHigh: null };
      const width = result.want.length;
      const text = rows[Math.floor(index / width)][2 + (index % width)];
      const [figures, n] = text.split('n = ');
      pairShows(figures, at, pair.shown);
      expect(n).toBe(pair.n.toLocaleString('en'));
    }
    const wants = order.slice(0, result.want.length).map((key) => key.split('|')[1]);
    for (const [index, name] of wants.entries())
      marginShows(
        shares[2 + index],
        result.want.find(({ variable }) => variable === name)!,
      );
    const fears = order
      .filter((_, index) => index % result.want.length === 0)
      .map((key) => key.split('|')[0]);
    for (const [index, name] of fears.entries())
      marginShows(
        rows[index][1],
        result.fear.find(({ variable }) => variable === name)!,
      );
  }
  await radio(page, 'Shown as', 'Chart').click();
  await radio(page, 'Measure', 'Both').click();
  await page.getByRole('grid').waitFor();
}

function marginShows(text: string, { share, n, shown }: MatrixResult['fear'][number]): void {
  const [figures, count] = text.split('n = ');
  cellShows(figures, share, shown);
  expect(count).toBe(n.toLocaleString('en'));
}

function pairShows(text: string, figure: Figure, shown: Pair['shown']): void {
  if (shown === 'suppressed') return expect(text.trim()).toBe('(*)');
  if (figure.estimate === null) return expect(text.trim()).toBe('not estimable');
  cellShows(text, figure, shown);
}
