import type { Page } from 'playwright-core';
import { eventually } from '../harness/eventually.ts';
import { interval } from '../harness/figures.ts';
import { goTo } from '../harness/keys.ts';
import { numbersIn, shows } from '../harness/numbersIn.ts';
import { concernRow } from '../harness/walk.ts';
import type { Terminal } from './terminal.ts';
import type { Codes, Walk } from './walk.ts';

type Ranked = Awaited<Terminal['ranking']>['concerns'][number];

/** Tags the concerns by keys alone; then each row has the share, its interval and n of the terminal. */
export async function concernsShow(page: Page, { fear, want }: Walk, { ranking }: Terminal): Promise<void> {
  await tag(page, 'Fear', fear);
  await tag(page, 'Want', want);
  await page.getByText('Saved', { exact: true }).waitFor();
  for (const concern of (await ranking).concerns) await rowShows(page, concern);
}

/** Found by typing, reached with Tab, ticked with Space. */
async function tag(
  page: Page,
  freedom: 'Fear' | 'Want',
  rules: Readonly<Record<string, Codes>>,
): Promise<void> {
  const open = page.getByRole('button', { name: 'Add concerns…' }).first();
  await open.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Add concerns' });
  const search = dialog.getByRole('searchbox');
  for (const name of Object.keys(rules)) {
    if (!(await search.evaluate((field) => field === document.activeElement)))
      await goTo(page, search, 'Shift+Tab');
    await search.press('ControlOrMeta+a');
    await page.keyboard.type(name);
    const choice = dialog.getByRole('listitem').first().getByRole('checkbox');
    await dialog.getByRole('listitem').first().getByText(name, { exact: true }).first().waitFor();
    await goTo(page, choice);
    await page.keyboard.press('Space');
    await eventually(() => choice.isChecked()).toBe(true);
  }
  const add = dialog.getByRole('button', { name: freedom, exact: true });
  await goTo(page, add, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  for (const [name, codes] of Object.entries(rules)) {
    const row = concernRow(page, name);
    for (const code of codes) {
      const box = row.getByRole('checkbox', { name: new RegExp(`^${code} `, 'i') });
      await box.waitFor();
      await box.press('Space');
      await eventually(() => box.isChecked()).toBe(true);
    }
  }
}

async function rowShows(page: Page, { variable, share, n, shown }: Ranked): Promise<void> {
  const figures = concernRow(page, variable).getByText(/^n = /).locator('xpath=..');
  if (shown === 'suppressed') return figures.getByText(/too few/i).waitFor();
  const exact = [...interval(share), n ?? 0];
  const asInTerminal = async (): Promise<string> => {
    const text = (await figures.innerText()).replace(/\(([\d.]+)–([\d.]+)\)/, '$1% $2%');
    const printed = numbersIn(text);
    const same = printed.length === exact.length && exact.every((value, at) => shows(printed[at], value));
    return same ? 'the same' : `${variable}: “${text}” beside ${exact.join(', ')}`;
  };
  await eventually(asInTerminal).toBe('the same');
}
