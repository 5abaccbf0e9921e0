import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import type { Output } from '#contract/index.ts';
import { larger } from '../helpers/terminal.ts';
import { closeChromium } from './harness/chromium.ts';
import { figuresShow, interval } from './harness/figures.ts';
import { inBothThemes } from './harness/inBothThemes.ts';
import { goTo } from './harness/keys.ts';
import type { Running } from './harness/running.ts';
import { room } from './harness/walk.ts';
import { launch } from './launch.ts';

/** Who is counted in the rooms of results: chosen by keys, as the terminal counts them. */

afterAll(closeChromium);

type Ranking = Output<'ranking.run'>;

function ranked({ studies }: Running, ...options: string[]): Ranking {
  const study = readdirSync(studies).find((name) => name.endsWith('.lfstudy'))!;
  const { code, out, problem } = larger('concerns', join(studies, study), ...options, '--json');
  expect(code, problem).toBe(0);
  return JSON.parse(out) as Ranking;
}

const chip = (page: Page, who: string) => page.getByRole('button', { name: `Who is counted: ${who}` });
const method = (page: Page) => page.getByText('variance by Taylor linearisation').first();

async function firstIs(page: Page, { concerns }: Ranking): Promise<void> {
  const [{ share, label }] = concerns;
  const first = page.getByRole('region', { name: 'Ranking as a table' }).locator('tbody tr').first();
  await first.filter({ hasText: label.split(': ').at(-1)! }).waitFor();
  figuresShow(await first.locator('> *').nth(3).innerText(), interval(share));
}

test('answers are ticked by keys, counted as in the terminal, and used in other rooms', async () => {
  const running = await launch('browser', { args: ['--sample=bangladesh'] });
  const { page } = running;
  await room(page, 'Priorities');
  await chip(page, 'All respondents').waitFor();
  await page.keyboard.press('ControlOrMeta+Shift+F');
  const panel = page.getByRole('dialog', { name: 'Who is counted' });
  const add = panel.getByRole('combobox');
  await goTo(page, add);
  await page.keyboard.type('residence');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  const rural = panel.getByRole('checkbox', { name: 'Rural', exact: true });
  await rural.waitFor();
  await goTo(page, rural, 'Shift+Tab');
  await page.keyboard.press('Space');
  await method(page).filter({ hasText: 'only residence = ' }).waitFor();
  expect(await inBothThemes(page)).toEqual([]);
  const where = await panel.getByRole('textbox', { name: 'As a condition' }).inputValue();
  await panel.getByRole('button', { name: 'Use it in all rooms of results' }).press('Enter');
  await page.keyboard.press('Escape');
  await chip(page, 'Rural').waitFor();
  await firstIs(page, ranked(running, '--where', where));

  await room(page, 'Fear × Want');
  await chip(page, 'Rural').waitFor();
  await method(page)
    .filter({ hasText: `only ${where}` })
    .waitFor();
  await room(page, 'Survey');
  await chip(page, 'Rural').waitFor({ state: 'hidden' });
  await running.close();
});

test('a condition counts once it can be read, one that keeps nobody is cleared where that is said', async () => {
  const running = await launch('browser', { args: ['--sample=bangladesh'] });
  const { page } = running;
  await room(page, 'Priorities');
  await chip(page, 'All respondents').click();
  const field = page.getByRole('textbox', { name: 'As a condition' });
  await field.fill('age >= ');
  await page.getByRole('heading', { name: 'Who is counted' }).click();
  await page.getByRole('dialog').getByRole('alert').waitFor();
  await chip(page, 'All respondents').waitFor();
  await field.fill('age >= 60');
  await method(page).filter({ hasText: 'only age >= 60' }).waitFor();
  await firstIs(page, ranked(running, '--where', 'age >= 60'));
  await field.fill('age > 200');
  await page.getByText('No respondent is left.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Count everybody again' }).click();
  await chip(page, 'All respondents').waitFor();
  await firstIs(page, ranked(running));
  await running.close();
});
