import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong in the page as it stands; evaluated past the page's policy, which would refuse it. */
async function faults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (Reflect.get(window, 'axe') as { run(): Promise<AxeResults> }).run(),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}

type Theme = 'light' | 'dark';

/** What axe finds in the page as it stands, in one theme. */
export async function inTheme(page: Page, colorScheme: Theme): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  return (await faults(page)).map((fault) => `${colorScheme}: ${fault}`);
}

/** What axe finds in the page as it stands, in light and in dark. */
export async function inBothThemes(page: Page): Promise<string[]> {
  return [...(await inTheme(page, 'light')), ...(await inTheme(page, 'dark'))];
}
