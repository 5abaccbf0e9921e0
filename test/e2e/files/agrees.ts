import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { built } from '../harness/built.ts';
import { summary } from './shownOf.ts';

export interface Described {
  readonly rows: number;
  readonly variables: readonly { name: string; valid: number; missingCount: number }[];
}
/** What the terminal says of the same file. */
export const described = (...args: readonly string[]): Described =>
  JSON.parse(
    execFileSync(process.execPath, [built.terminal, 'describe', ...args, '--json'], {
      encoding: 'utf8',
    }),
  ) as Described;

/**
 * The survey that is open has the rows and variables of the terminal, and as many answers to each of a few. `empty`
 * tells in how many rows a text is empty: the terminal says what is in the file, the window who answered.
 */
export async function agrees(
  page: Page,
  { rows, variables }: Described,
  empty: Readonly<Record<string, number>> = {},
): Promise<void> {
  await summary(page, new RegExp(`^${rows} respondents · ${variables.length} variables`));
  await page.getByRole('tab', { name: /^Variables/ }).click();
  for (const { name, valid, missingCount } of [variables[0], variables[variables.length - 1]]) {
    const unanswered = empty[name] ?? 0;
    await page.getByRole('searchbox').fill(name);
    await page
      .getByRole('option')
      .filter({ has: page.getByText(name, { exact: true }) })
      .first()
      .click();
    await page
      .getByRole('article', { name, exact: true })
      .getByText(`${valid - unanswered} valid · ${missingCount + unanswered} missing`)
      .waitFor();
  }
}
