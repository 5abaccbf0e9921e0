import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Theme = 'light' | 'dark';

/** What axe's rules (all, or those named) find wrong; evaluated past the page's policy, which would refuse it. */
async function faults(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const violations = await page.evaluate(async (rules) => {
    const { run } = Reflect.get(window, 'axe') as { run(options: RunOptions): Promise<AxeResults> };
    const options: RunOptions = { resultTypes: ['violations'] };
    return (await run(rules ? { ...options, runOnly: rules } : options)).violations;
  }, rules);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}

/** What axe finds in the page as it stands, in one theme. */
export async function inTheme(page: Page, colorScheme: Theme, rules?: string[]): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  // What is not laid out, because it is not seen, does not move on: its transitions would never end.
  await page.evaluate(() => {
    const isSeen = ({ effect }: Animation): boolean =>
      effect instanceof KeyframeEffect &&
      effect.target?.checkVisibility({ contentVisibilityAuto: true }) === true;
    return Promise.allSettled(
      document
        .getAnimations()
        .filter(isSeen)
        .map(({ finished }) => finished),
    );
  });
  return (await faults(page, rules)).map((fault) => `${colorScheme}: ${fault}`);
}

/** The rules that look at colours: the others see the same elements in each theme. */
const colours = ['color-contrast', 'link-in-text-block'];

/** What axe finds in the page as it stands, in light and in dark. */
export async function inBothThemes(page: Page): Promise<string[]> {
  return [...(await inTheme(page, 'light')), ...(await inTheme(page, 'dark', colours))];
}
