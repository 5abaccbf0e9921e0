import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Output } from '#contract/index.ts';
import { cellTexts } from '../harness/cellTexts.ts';
import { figuresShow } from '../harness/figures.ts';
import { eventually } from '../harness/eventually.ts';
import type { Terminal } from './terminal.ts';
import type { Role, Walk } from './walk.ts';

const fields: Readonly<Record<Role, string>> = {
  weight: 'Weight',
  strata: 'Strata',
  psu: 'Clusters (PSU)',
  area: 'Area',
};

/**
 * Chooses the file, looks at it, brings it in, and takes what the app noticed: roles and missing codes.
 * Then the answers to a few variables, found by typing, have the counts and the weighted shares of the terminal.
 */
export async function surveyShows(page: Page, walk: Walk, terminal: Terminal): Promise<void> {
  const { files, roles, missing } = walk;
  const rows = walk.rows.toLocaleString('en');
  const name = files[0].split(/[/\\]/).at(-1)!;
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([...files]);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  const fact = page.locator('dl div').filter({ hasText: 'Respondents' });
  await fact.getByText(rows, { exact: true }).waitFor();
  await page.getByRole('button', { name: /^Import( without|$)/ }).press('Enter');
  await page.getByRole('tab', { name: 'Set up' }).waitFor();
  await page.getByText(new RegExp(`^${rows} respondents · ${walk.variables} variables`)).waitFor();
  for (const [role, variable] of Object.entries(roles)) await accept(page, role as Role, variable);
  if (missing.length > 0) {
    await page.getByRole('button', { name: /^Mark all in \d+ variables?$/ }).press('Enter');
    await page.getByText('All of them are marked.').waitFor();
  }
  expect((await terminal.describe).rows).toBe(walk.rows);
  await page.getByRole('tab', { name: /^Variables/ }).click();
  for (const [index, variable] of walk.tableRows.entries())
    await answersShow(page, variable, await terminal.crosstabs[index][0]);
}

async function accept(page: Page, role: Role, variable: string): Promise<void> {
  const noticed = page
    .getByRole('listitem')
    .filter({ hasText: role === 'psu' ? /clusters/i : new RegExp(role, 'i') })
    .filter({ has: page.getByText(variable, { exact: true }) });
  await noticed.getByRole('button', { name: 'Use it' }).press('Enter');
  await noticed.getByText('In use').waitFor();
  const field = page.getByRole('combobox', { name: fields[role], exact: true });
  await eventually(() => field.inputValue()).toContain(variable);
}

async function answersShow(page: Page, name: string, { rows }: Output<'crosstab.run'>): Promise<void> {
  await page.getByRole('searchbox').fill(name);
  const found = page.getByRole('option').filter({ has: page.getByText(name, { exact: true }) });
  await found.first().click();
  const article = page.getByRole('article', { name, exact: true });
  await article.getByRole('table').waitFor();
  const all = rows.categories.reduce((sum, { weightedN }) => sum + weightedN!, 0);
  const printed = await cellTexts(article.locator('tbody tr'));
  for (const { value, label, n, weightedN } of rows.categories) {
    const line = printed.find(([code, text]) => code === String(value) && text.startsWith(label));
    expect(line, `${name} has ${value} ${label}`).toBeDefined();
    const [share, count] = line!.slice(3);
    figuresShow(share, [weightedN! / all]);
    figuresShow(count, [n]);
  }
}
