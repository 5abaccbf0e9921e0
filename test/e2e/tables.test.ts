import { execFileSync } from 'node:child_process';
import { basename, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import type { Output } from '#contract/index.ts';
import { built, root, sharedSurvey } from './harness/built.ts';
import { closeChromium } from './harness/chromium.ts';
import { inBothThemes } from './harness/inBothThemes.ts';
import { numbersIn, shows } from './harness/numbersIn.ts';
import { importFile, room, setRole } from './harness/walk.ts';
import { launch, settings } from './launch.ts';

interface Job {
  readonly file: string;
  readonly roles: Readonly<Record<string, string>>;
  readonly terminalRoles: readonly string[];
  readonly missing: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly mean: string;
}

const teaching: Job = {
  file: join(root, 'samples', 'bangladesh.sav'),
  roles: { Weight: 'weight', Strata: 'stratum', 'Clusters (PSU)': 'psu' },
  terminalRoles: ['--weight', 'weight', '--strata', 'stratum', '--psu', 'psu'],
  missing: '*=8,9',
  rows: ['prob_poverty', 'prob_food'],
  columns: ['residence', 'sex'],
  mean: 'age',
};
const tunisia = sharedSurvey('tun_r7_data.sav');
const jobs: Job[] = [
  teaching,
  ...(tunisia
    ? [
        {
          file: tunisia,
          roles: { Weight: 'withinwt' },
          terminalRoles: ['--weight', 'withinwt'],
          missing: '*=-1,8,9',
          rows: ['Q8A', 'Q10A'],
          columns: ['URBRUR', 'Q101'],
          mean: 'Q1',
        },
      ]
    : []),
];

/** `roles`: none, for what one would have said without weights, strata and clusters. */
const terminal = (
  job: Job,
  rows: string,
  columns: string,
  roles: readonly string[] = job.terminalRoles,
): Output<'crosstab.run'> =>
  JSON.parse(
    execFileSync(
      process.execPath,
      [
        ...[built.terminal, 'crosstab', job.file, '--rows', rows, '--cols', columns],
        ...[...roles, '--missing', job.missing, '--json'],
      ],
      { encoding: 'utf8', maxBuffer: 2 ** 26 },
    ),
  ) as Output<'crosstab.run'>;

/** By keys alone: a variable is found, and put where the keys say. */
async function put(page: Page, name: string, keys: string): Promise<void> {
  const search = page.getByRole('searchbox');
  await search.fill(name);
  await page.getByRole('option', { selected: true }).getByText(name, { exact: true }).first().waitFor();
  await search.press(keys);
}
const bodies = (page: Page): Locator => page.getByRole('table').locator('tbody');

/** Each naïve figure is what the terminal says without the design, and it is marked where it is 2 points off. */
async function checkNaive(page: Page, job: Job): Promise<void> {
  await page.getByRole('button', { name: /^Weighted/ }).click();
  const choice = page.getByRole('checkbox', { name: /naïve answer/ });
  await choice.click();
  await page.keyboard.press('Escape');
  const note = page.getByRole('complementary', { name: 'The naïve answer' });
  await note.getByText(/would move/).waitFor();
  for (const [item, rows] of job.rows.entries()) {
    const columns = job.columns[0];
    const [alone, naive] = [terminal(job, rows, columns), terminal(job, rows, columns, [])];
    for (const [line, row] of alone.rows.categories.entries())
      for (const [place, column] of alone.columns.categories.entries()) {
        const [design, exact] = [alone, naive].map(({ cells }) =>
          cells.find((cell) => cell.row === row.value && cell.column === column.value)!,
        );
        if (design.ofColumn.estimate === null || exact.ofColumn.estimate === null) continue;
        const text = await bodies(page)
          .nth(item)
          .getByRole('row')
          .nth(line + 1)
          .getByRole('cell')
          .nth(1 + place)
          .innerText();
        const told = text.slice(text.indexOf('naïve'));
        const [estimate, low, high] = numbersIn(told.replace(/\(([\d.]+)–([\d.]+)\)/, '($1% $2%)'));
        expect(shows(estimate, exact.ofColumn.estimate), told).toBe(true);
        expect(shows(low, exact.ofColumn.ciLow!), told).toBe(true);
        expect(shows(high, exact.ofColumn.ciHigh!), told).toBe(true);
        const apart = Math.abs(design.ofColumn.estimate - exact.ofColumn.estimate) > 0.02;
        expect(told.includes('more than 2 points off'), told).toBe(apart);
      }
  }
  expect(await inBothThemes(page)).toEqual([]);
  await page.getByRole('button', { name: /^Weighted/ }).click();
  await choice.click();
  await page.keyboard.press('Escape');
  await note.waitFor({ state: 'hidden' });
}

afterAll(closeChromium);

test.each(jobs)('a table built with the keyboard has the numbers of the terminal: $file', async (job) => {
  const running = await launch(settings[0]);
  const { page } = running;
  await importFile(running, job.file, basename(job.file));
  const mark = page.getByRole('button', { name: /^Mark all in \d+ variables?$/ });
  await mark.click();
  await page.getByText('All of them are marked.').waitFor();
  for (const [role, variable] of Object.entries(job.roles)) await setRole(page, role, variable);
  await page.getByRole('button', { name: /^Weighted/ }).waitFor();
  await room(page, 'Tables');
  await page.getByRole('heading', { name: 'Choose what stands in the rows' }).waitFor();
  expect(await inBothThemes(page)).toEqual([]);

  for (const name of job.rows) await put(page, name, 'Enter');
  for (const name of job.columns) await put(page, name, 'Shift+Enter');
  await page.getByRole('table').getByRole('row').nth(5).waitFor();
  await page.getByRole('button', { name: 'Figures' }).click();
  await page.getByRole('checkbox', { name: 'Interval' }).click();
  await page.getByRole('checkbox', { name: 'One decimal more' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('table').getByText('(', { exact: false }).first().waitFor();

  for (const [item, rows] of job.rows.entries()) {
    let from = 1;
    for (const columns of job.columns) {
      const alone = terminal(job, rows, columns);
      const count = alone.columns.categories.length;
      for (const [line, row] of alone.rows.categories.entries())
        for (const [place, column] of alone.columns.categories.entries()) {
          const exact = alone.cells.find((cell) => cell.row === row.value && cell.column === column.value)!;
          const cell = bodies(page)
            .nth(item)
            .getByRole('row')
            .nth(line + 1)
            .getByRole('cell')
            .nth(from + place);
          if (exact.shown === 'suppressed') {
            expect(await cell.textContent()).toContain('(*)');
            continue;
          }
          // Between the share and its interval stands, unseen, what parentheses mean.
          const numbers = numbersIn(await cell.innerText());
          const [estimate, low, high] = [numbers[0], ...numbers.slice(-2)];
          const inPercent = (shown: typeof low, value: number | null): boolean =>
            shows({ ...shown, value: shown.value / 100, rounding: shown.rounding / 100 }, value!);
          expect(shows(estimate, exact.ofColumn.estimate!)).toBe(true);
          if (exact.ofColumn.ciLow === null) continue;
          expect([inPercent(low, exact.ofColumn.ciLow), inPercent(high, exact.ofColumn.ciHigh)]).toEqual([
            true,
            true,
          ]);
        }
      from += count;
    }
  }

  await checkNaive(page, job);

  // Keys on the shelves: the second row first, then the last column off.
  const chips = page.locator('[data-chip]');
  const labels = await chips.allInnerTexts();
  await chips.nth(1).focus();
  await page.keyboard.press('Alt+ArrowLeft');
  await page.getByRole('status').getByText('is number 1 of 2').waitFor({ state: 'attached' });
  expect(await chips.first().innerText()).toBe(labels[1]);
  await chips.nth(3).focus();
  await page.keyboard.press('Delete');
  await chips.nth(3).waitFor({ state: 'detached' });
  await put(page, job.mean, 'Enter');
  await bodies(page).nth(2).waitFor();
  expect(await inBothThemes(page)).toEqual([]);

  await page.getByRole('radio', { name: 'Both' }).click();
  await page.getByRole('img', { name: /The table holds its numbers/ }).waitFor();
  expect(await inBothThemes(page)).toEqual([]);
  await chips.first().click();
  await page.getByRole('dialog').getByRole('checkbox').first().waitFor();
  expect(await inBothThemes(page)).toEqual([]);
  await running.close();
});
