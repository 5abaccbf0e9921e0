import { loadavg } from 'node:os';
import type { Browser } from 'playwright-core';
import { startServe } from '../../test/e2e/harness/browser.ts';
import { launchChromium } from '../../test/e2e/harness/chromium.ts';
import { median } from '../measure.ts';

interface Start {
  readonly usable: number;
  readonly painted: number;
  /** Of the server, up to `painted`. */
  readonly browser: number;
}

/**
 * From the start of the program to the window that lists the recent study, and from there, with the study clicked as soon
 * as it stands there, to the painted matrix. The browser is a new one each time; its own start is given apart, for in
 * the desktop app it is part of the program.
 */
export async function* coldStart(study: string, studies: string, times: number): AsyncGenerator<string> {
  await startOnce(studies, study);
  const starts: Start[] = [];
  for (let time = 0; time < times; time++) starts.push(await startOnce(studies));
  const words = (pick: (start: Start) => number): string => {
    const all = starts.map(pick);
    return `${Math.round(median(all))} ms (worst ${Math.round(Math.max(...all))})`;
  };
  yield `cold start: window with the recent study ${words(({ usable }) => usable)}, study open and matrix painted ${words(({ painted }) => painted)}`;
  yield `  besides, the browser's own start ${words(({ browser }) => browser)}; load ${loadavg()[0].toFixed(1)}`;
}

/** With `study`, opens it, so that it is recent. */
async function startOnce(studies: string, study?: string): Promise<Start> {
  const before = performance.now();
  const browser: Browser = await launchChromium();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const begun = performance.now();
  const server = await startServe({ args: study ? [study] : [], studies });
  try {
    await page.goto(server.address);
    if (study) {
      await page.getByRole('navigation', { name: 'Rooms' }).waitFor();
      return { usable: NaN, painted: NaN, browser: NaN };
    }
    const recent = page.getByRole('button', { name: /17,856 respondents/ });
    await recent.waitFor();
    const usable = performance.now() - begun;
    await recent.click();
    await page
      .getByRole('navigation', { name: 'Rooms' })
      .getByRole('button', { name: 'Fear × Want' })
      .click();
    await page.getByRole('gridcell').first().waitFor();
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    return { usable, painted: performance.now() - begun, browser: begun - before };
  } finally {
    await browser.close();
    await server.stop('SIGINT');
  }
}
