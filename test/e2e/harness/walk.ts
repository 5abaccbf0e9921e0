import type { Locator, Page } from 'playwright-core';
import type { Running } from './running.ts';

/** What the user of the window does, by the names that the window shows. */

export type Rules = Readonly<Record<string, readonly number[]>>;

export const room = (
  page: Page,
  name: 'Survey' | 'Concerns' | 'Fear × Want' | 'Tables' | 'Priorities',
): Promise<void> => page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name }).click();

/** Chooses a file and waits for its preview. */
export async function preview({ page, choose }: Running, file: string, name: string): Promise<void> {
  await choose(page.locator('input[type=file]'), file);
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

export async function importFile(running: Running, file: string, name: string): Promise<void> {
  await preview(running, file, name);
  await running.page.getByRole('button', { name: /^Import( without|$)/ }).click();
  await running.page.getByRole('tab', { name: 'Set up' }).waitFor();
}

export async function setRole(page: Page, role: string, variable: string): Promise<void> {
  const field = page.getByRole('combobox', { name: role, exact: true });
  await field.click();
  await field.fill(variable);
  await page
    .getByRole('option')
    .filter({ has: page.getByText(variable, { exact: true }) })
    .first()
    .click();
}

/** Tags items as concerns of one freedom and ticks the answers that count. */
export async function tag(page: Page, freedom: 'Fear' | 'Want', rules: Rules): Promise<void> {
  await page.getByRole('button', { name: 'Add concerns…' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add concerns' });
  const search = dialog.getByRole('searchbox');
  for (const name of Object.keys(rules)) {
    await search.fill(name);
    await dialog
      .getByRole('checkbox', { name: new RegExp(`^${name}\\b`) })
      .first()
      .click();
  }
  await dialog.getByRole('button', { name: freedom, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  for (const [name, codes] of Object.entries(rules)) {
    const row = concernRow(page, name);
    for (const code of codes) await row.getByRole('checkbox', { name: new RegExp(`^${code} `, 'i') }).click();
  }
}

export function concernRow(page: Page, variable: string): Locator {
  return page.getByRole('listitem').filter({ has: page.getByText(variable, { exact: true }) });
}
