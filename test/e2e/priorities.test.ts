import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import type { Output } from '#contract/index.ts';
import { larger } from '../helpers/terminal.ts';
import { root } from './harness/built.ts';
import { closeChromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';
import { inBothThemes } from './harness/inBothThemes.ts';
import { numbersIn, shows } from './harness/numbersIn.ts';
import type { Running } from './harness/running.ts';
import { importFile, room } from './harness/walk.ts';
import { launch } from './launch.ts';

/** The room Priorities on both teaching surveys, number for number beside the terminal. */

afterAll(closeChromium);

type Ranking = Output<'ranking.run'>;

/** The study that is open in the window, asked in the terminal. */
function ranked({ studies }: Running, ...options: string[]): Ranking {
  const study = readdirSync(studies).find((name) => name.endsWith('.lfstudy'))!;
  const { code, out, problem } = larger('concerns', join(studies, study), ...options, '--json');
  expect(code, problem).toBe(0);
  return JSON.parse(out) as Ranking;
}

/** The cells of the table's rows, in their order. */
const tableOf = async (page: Page): Promise<string[][]> =>
  page
    .getByRole('region', { name: 'Ranking as a table' })
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText)),
    );

function figuresShow(text: string, exact: readonly (number | null)[]): void {
  const plain = text.replace(/\(([\d.]+)–([\d.]+)\)/, '($1% $2%)');
  const shown = numbersIn(plain);
  expect(shown, text).toHaveLength(exact.length);
  exact.forEach((value, index) => {
    expect(value !== null && shows(shown[index], value), `“${text}” shows ${value}`).toBe(true);
  });
}

const interval = ({ estimate, ciLow, ciHigh }: Ranking['concerns'][number]['share']) => [
  estimate,
  ciLow,
  ciHigh,
];

async function choose(page: Page, variable: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'By group' });
  await field.click();
  await field.fill(variable);
  await page
    .getByRole('option')
    .filter({ has: page.getByText(variable, { exact: true }) })
    .first()
    .click();
}

const concerns = (page: Page) => page.getByRole('list', { name: 'Concerns by share' }).getByRole('button');

test.each([
  { sample: 'bangladesh', by: 'residence', many: 'division', groups: 6 },
  { sample: 'benin', by: 'milieu', many: 'departement', groups: 12 },
])(
  'ranks the concerns of $sample as the terminal does, of all and by group',
  async ({ sample, by, many, groups }) => {
    const running = await launch('browser', { args: [`--sample=${sample}`] });
    const { page } = running;
    await room(page, 'Priorities');
    await concerns(page).first().waitFor();
    const all = ranked(running);
    expect(await concerns(page).count()).toBe(all.concerns.length);
    const rows = await tableOf(page);
    for (const [index, { rank, share, n }] of all.concerns.entries()) {
      const [place, , , figures, count, deff] = rows[index];
      expect(place).toBe(String(rank));
      figuresShow(figures, interval(share));
      figuresShow(count, [n]);
      figuresShow(deff, [share.deff]);
      const words = (await concerns(page).nth(index).getAttribute('aria-label')) ?? '';
      expect(words).toContain(figures.split(/\s/)[0]);
      const { next } = all.concerns[index];
      expect(words.endsWith('Cannot be told apart from the next')).toBe((next?.p ?? 0) >= 0.05);
    }
    expect(await inBothThemes(page)).toEqual([]);

    await choose(page, by);
    await page.getByRole('columnheader', { name: /Group A/ }).waitFor();
    const grouped = ranked(running, '--by', by, '--letters', 'holm');
    const cells = await tableOf(page);
    for (const [index, concern] of grouped.concerns.entries())
      for (const [group, { share, fromOthers, letters }] of concern.groups!.entries()) {
        const text = cells[index][6 + group];
        figuresShow(text.replace(/ (lower|higher) than in the others|[▲▼]/g, ''), interval(share));
        const apart = (fromOthers.p ?? 1) < 0.05;
        expect(/▲|▼/.exec(text)?.[0]).toBe(apart ? (fromOthers.estimate! > 0 ? '▲' : '▼') : undefined);
        if (letters !== '') expect(text).toContain(letters);
      }
    expect(await inBothThemes(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Columns' }).click();
    expect(await inBothThemes(page)).toEqual([]);
    await choose(page, many);
    await page
      .getByRole('columnheader', { name: new RegExp(`Group ${'ABCDEFGHIJKL'[groups - 1]}`) })
      .waitFor();
    expect(await inBothThemes(page)).toEqual([]);
    await running.close();
  },
);

test('goes from row to row with the arrows, and opens a concern with Enter', async () => {
  const running = await launch('browser', { args: ['--sample=bangladesh'] });
  const { page } = running;
  await room(page, 'Priorities');
  await concerns(page).first().waitFor();
  const { concerns: all } = ranked(running);
  await concerns(page).first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Concern' });
  await panel.getByRole('heading', { name: 'Neighbours' }).waitFor();
  figuresShow(await panel.getByText('of people').innerText(), interval(all[1].share));
  const next = all[1].next!;
  const sentence = (
    await panel
      .getByText(/points/)
      .nth(1)
      .innerText()
  ).replaceAll(' to ', ' ');
  figuresShow(
    sentence,
    [next.estimate, next.ciLow, next.ciHigh].map((points) => points! * 100),
  );

  const field = panel.getByRole('combobox', { name: 'By group' });
  await field.click();
  await field.fill('sex');
  await page.getByRole('option', { name: /^sex/ }).click();
  const { concerns: bySex } = ranked(running, '--by', 'sex');
  const items = panel.getByRole('listitem');
  await items.first().waitFor();
  for (const [index, { share }] of bySex[1].groups!.entries()) {
    const figures = (await items.nth(index).innerText()).replace(
      / (lower|higher) than in the others|[▲▼]/g,
      '',
    );
    figuresShow(figures, interval(share));
  }
  expect(await inBothThemes(page)).toEqual([]);
  // Escape closes an open list first, then the panel.
  await field.click();
  const list = page.getByRole('listbox');
  await list.waitFor();
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'hidden' });
  expect(await panel.isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'hidden' });
  expect(
    await concerns(page)
      .nth(1)
      .evaluate((each) => each === document.activeElement),
  ).toBe(true);
  await running.close();
});

test('sets beside each share what one would have said without the design', async () => {
  const running = await launch('browser', { args: ['--sample=bangladesh'] });
  const { page } = running;
  await room(page, 'Priorities');
  await concerns(page).first().waitFor();
  const { concerns: all } = ranked(running);
  const rules = (freedom: string): string[] => {
    const own = all.filter((concern) => concern.freedom === freedom);
    return own.flatMap(({ variable, concernedWhen }) => [
      `--${freedom}`,
      `${variable}=${concernedWhen.join(',')}`,
    ]);
  };
  const { code, out, problem } = larger(
    ...['concerns', join(root, 'samples', 'bangladesh.sav'), '--missing', '*=8,9', '--json'],
    ...['fear', 'want', 'dignity'].flatMap(rules),
  );
  expect(code, problem).toBe(0);
  const naive = (JSON.parse(out) as Ranking).concerns;
  await page.getByRole('button', { name: /^Weighted/ }).click();
  await page.getByRole('checkbox', { name: /naïve answer/ }).click();
  await page.keyboard.press('Escape');
  const note = page.getByRole('complementary', { name: 'The naïve answer' });
  await note.getByText(/ranks/).waitFor();

  const rows = await tableOf(page);
  let moved = 0;
  for (const [index, { variable, rank }] of all.entries()) {
    const exact = naive.find((concern) => concern.variable === variable)!;
    const [place, , , figures] = rows[index];
    figuresShow(figures.slice(figures.indexOf('naïve')), interval(exact.share));
    const isMoved = rank !== exact.rank;
    moved += Number(isMoved);
    expect(numbersIn(place).map(({ value }) => value)).toEqual(isMoved ? [rank, exact.rank] : [rank]);
  }
  const words = await note.innerText();
  expect(words).toContain(`change ${moved} of ${all.length} ranks`);
  const apart = naive.filter(({ next }) => next !== null && next.p! < 0.05).length;
  expect(words).toContain(`it would call ${apart} apart; with the design`);
  expect(await inBothThemes(page)).toEqual([]);
  await running.close();
});

test('sets severity against prevalence, and says where it cannot be told', async () => {
  const running = await launch('browser', { args: ['--sample=benin'] });
  const { page } = running;
  await room(page, 'Priorities');
  await concerns(page).first().waitFor();
  await page.getByRole('radio', { name: 'Severity and prevalence' }).click();
  const points = page.getByRole('list', { name: 'Concerns by severity and prevalence' }).getByRole('button');
  await points.first().waitFor();
  expect(await points.count()).toBe(23);
  expect(await inBothThemes(page)).toEqual([]);

  await page.getByRole('radio', { name: 'Fear', exact: true }).click();
  await eventually(() => points.count()).toBe(10);
  const some = (await tableOf(page)).map(([rank]) => rank);
  expect(some).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
  await page.getByRole('combobox', { name: 'Dimension' }).click();
  await page.getByRole('option', { name: 'Food' }).click();
  await page.getByRole('heading', { name: 'No concern of this kind' }).waitFor();
  expect(await inBothThemes(page)).toEqual([]);
  await running.close();

  const single = await launch('browser', { args: ['--sample=bangladesh'] });
  await room(single.page, 'Priorities');
  await concerns(single.page).first().waitFor();
  await single.page.getByRole('radio', { name: 'Severity and prevalence' }).click();
  await single.page.getByRole('heading', { name: /do not tell how severe/ }).waitFor();
  expect(await inBothThemes(single.page)).toEqual([]);
  await single.close();
});

test('leads to Concerns while there are none', async () => {
  const running = await launch('browser');
  const { page } = running;
  await importFile(running, join(root, 'samples', 'bangladesh.sav'), 'bangladesh.sav');
  await room(page, 'Priorities');
  await page.getByRole('heading', { name: 'Nothing to rank yet' }).waitFor();
  expect(await inBothThemes(page)).toEqual([]);
  await page.getByRole('button', { name: 'Go to Concerns' }).click();
  await page.getByRole('heading', { name: 'No concerns yet' }).waitFor();
  await running.close();
});
