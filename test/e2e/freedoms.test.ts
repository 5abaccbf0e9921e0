import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import type { Output } from '#contract/index.ts';
import { larger } from '../helpers/terminal.ts';
import { closeChromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';
import { inBothThemes } from './harness/inBothThemes.ts';
import { numbersIn, shows } from './harness/numbersIn.ts';
import type { Running } from './harness/running.ts';
import { room } from './harness/walk.ts';
import { launch } from './launch.ts';

/** Both freedoms counted together, groups side by side and the naïve answer, on a teaching survey. */

afterAll(closeChromium);

/** The study that is open in the window, asked in the terminal. */
function asked<Result>({ studies }: Running, command: string, ...options: string[]): Result {
  const study = readdirSync(studies).find((name) => name.endsWith('.lfstudy'))!;
  const { code, out, problem } = larger(command, join(studies, study), ...options, '--json');
  expect(code, problem).toBe(0);
  return JSON.parse(out) as Result;
}

async function choose(page: Page, label: string, variable: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label });
  await field.click();
  await field.fill(variable);
  await page
    .getByRole('option')
    .filter({ has: page.getByText(variable, { exact: true }) })
    .first()
    .click();
}

async function select(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
}

/** Share and interval as the table prints them. */
function cellShows(
  text: string,
  share: { estimate: number | null; ciLow: number | null; ciHigh: number | null },
) {
  const shown = numbersIn(text.replace(/\(([\d.]+)–([\d.]+)\)/, '% $1% $2%'));
  const exact = [share.estimate, share.ciLow, share.ciHigh];
  expect(shown, text).toHaveLength(exact.length);
  exact.forEach((value, index) => {
    expect(value !== null && shows(shown[index], value), `“${text}” shows ${value}`).toBe(true);
  });
}

test('the four-way split by group is the terminal’s, number for number', async () => {
  const running = await launch('browser', { args: ['--sample=bangladesh'] });
  const { page } = running;
  await room(page, 'Fear × Want');
  await page.getByRole('radio', { name: 'Two freedoms' }).click();
  await page.getByRole('heading', { name: 'How many concerns people have' }).waitFor();
  expect(await inBothThemes(page)).toEqual([]);
  await select(page, 'Fear: concerns that it takes', 'Fear: at least 4 of 10');
  await select(page, 'Want: concerns that it takes', 'Want: at least 5 of 10');
  await select(page, 'Who counts', 'Answered every concern');
  await choose(page, 'By group', 'residence');
  await page.getByRole('radio', { name: 'Table' }).click();

  const options = ['--at-least-fear', '4', '--at-least-want', '5', '--answered', 'all', '--by', 'residence'];
  const terminal = asked<Output<'freedoms.run'>>(running, 'freedoms', ...options);
  const rows = page.getByRole('table').first().locator('tbody tr');
  await eventually(() => rows.count()).toBe(1 + terminal.groups.length);
  await page.getByText(`${terminal.leftOut.n.toLocaleString('en')} left out`).waitFor();
  const splits = [terminal.split, ...terminal.groups.map(({ split }) => split)];
  for (const [row, split] of splits.entries())
    for (const [column, { share, ...cell }] of split.entries()) {
      const text = await rows.nth(row).locator('td').nth(column).innerText();
      const letters = 'letters' in cell ? String(cell.letters) : '';
      expect(/[A-Z]+/.exec(text)?.[0] ?? '').toBe(letters);
      cellShows(text.replace(/[A-Z]/g, ''), share);
    }
  const counts = page.getByRole('region', { name: 'How many concerns people have' }).locator('tbody tr');
  for (const [fear, { share }] of terminal.fearCounts.entries()) {
    if (share.estimate === 0) continue;
    cellShows(await counts.nth(fear).locator('td').last().innerText(), share);
  }
  expect(await inBothThemes(page)).toEqual([]);
  await page.getByRole('radio', { name: 'Intervals' }).click();
  expect(await inBothThemes(page)).toEqual([]);
  await running.close();
});

test('a pair by group, categories side by side, and what the naïve answer would change', async () => {
  const running = await launch('browser', { args: ['--sample=bangladesh'] });
  const { page } = running;
  const cells = page.getByRole('gridcell');
  await room(page, 'Fear × Want');
  await cells.first().waitFor();
  const whole = asked<Output<'matrix.run'>>(running, 'matrix');
  await page.getByText(/^Taken together, fear and want concerns are connected/).waitFor();

  await select(page, 'Order', 'In blocks');
  expect(await cells.count()).toBe(whole.pairs.length);

  await page.getByRole('button', { name: /^Weighted/ }).click();
  await page.getByText('Set the naïve answer beside').click();
  await page.keyboard.press('Escape');
  const naive = await flips(page);
  const { pairs } = JSON.parse(
    larger('matrix', ...naiveQuestion(running, whole), '--json').out,
  ) as Output<'matrix.run'>;
  const conclusion = ({ test, phi }: (typeof pairs)[number]): number =>
    test.q! < 0.05 ? Math.sign(phi.estimate!) : 0;
  const changed = whole.pairs.filter((pair, index) => conclusion(pair) !== conclusion(pairs[index]));
  expect(naive).toEqual([changed.length, whole.pairs.length]);
  expect(changed.length).toBeGreaterThan(0);

  await cells.first().click();
  await page.getByRole('heading', { name: 'The four groups' }).waitFor();
  await page.getByText(/^A naïve analysis would have said/).waitFor();
  await choose(page, 'Choose a variable', 'residence');
  await page.getByText(/^The share (differs|of the groups could differ)/).waitFor();
  expect(await inBothThemes(page)).toEqual([]);
  await page.getByRole('button', { name: 'Close the pair' }).click();

  await choose(page, 'Compare groups', 'residence');
  await eventually(() => cells.count()).toBe(2 * whole.pairs.length);
  const rural = asked<Output<'matrix.run'>>(running, 'matrix', '--where', 'residence = 2');
  const { fear, want, both } = rural.pairs[0];
  const grid = page.getByRole('grid', { name: 'Fear by want, Rural: Both' });
  const label = await grid.locator(`[data-pair="${fear}|${want}"]`).getAttribute('aria-label');
  expect(
    numbersIn(label!.slice(label!.lastIndexOf(':'))).some((number) => shows(number, both.estimate!)),
  ).toBe(true);
  expect(await inBothThemes(page)).toEqual([]);
  await running.close();
});

/** “10 of 100 pairs” */
async function flips(page: Page): Promise<number[]> {
  const words = page.getByText(/^Leaving out weights, strata and clusters would change/);
  await words.waitFor();
  return (await words.innerText()).match(/\d+/g)!.map(Number);
}

/** The same concerns without any design: the study's own has one. */
function naiveQuestion({ studies }: Running, { fear, want }: Output<'matrix.run'>): string[] {
  const study = readdirSync(studies).find((name) => name.endsWith('.lfstudy'))!;
  const file = join(studies, 'plain.csv');
  const written = larger('export', join(studies, study), '--to', file, '--apply-missing', '--replace');
  expect(written.code, written.problem).toBe(0);
  const rules = (margins: typeof fear) =>
    margins.map(({ variable, concernedWhen }) => `${variable}=${concernedWhen.join(',')}`);
  return [file, '--fear', ...rules(fear), '--want', ...rules(want)];
}
