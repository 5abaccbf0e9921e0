import { execFileSync } from 'node:child_process';
import { rmSync, statfsSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { built } from '../../test/e2e/harness/built.ts';
import { megabytes } from '../measure.ts';
import { openedStudy } from './openedStudy.ts';
import { wideFile } from './wideFile.ts';

const bytesNeeded = 8e9;
/** Every value of every variable is read and counted before the list is there. */
const longestMs = 600_000;

/** A thousand variables of 1.8 million rows: the list of variables is scrolled and searched without a hitch. */
export async function* windowAtScale(
  browser: Browser,
  studies: string,
  variables: number,
  rows: number,
): AsyncGenerator<string> {
  const { bavail, bsize } = statfsSync(tmpdir());
  if (bavail * bsize < bytesNeeded) {
    yield `needs ${megabytes(bytesNeeded)} free in ${tmpdir()}`;
    return;
  }
  const file = await wideFile(variables, rows);
  const study = join(studies, 'Wide.lfstudy');
  const begun = performance.now();
  try {
    execFileSync(process.execPath, [built.terminal, 'import', file, '--study', study], { stdio: 'pipe' });
  } finally {
    rmSync(file, { force: true });
  }
  yield `import of ${variables} variables of ${rows} rows, in the terminal: ${((performance.now() - begun) / 1000).toFixed(1)} s; load ${loadavg()[0].toFixed(1)}`;

  const { page, close } = await openedStudy(browser, study, studies);
  try {
    await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Survey' }).click();
    const opened = performance.now();
    await page.getByRole('tab', { name: /^Variables/ }).click();
    await page.getByRole('option').first().waitFor({ timeout: longestMs });
    yield `list of variables: ${Math.round(performance.now() - opened)} ms`;
    yield `scrolling: ${await tasksDuring(browser, page, () => scroll(page))}`;
    const typed = await tasksDuring(browser, page, async () => {
      const search = page.getByRole('searchbox');
      await search.click();
      await search.pressSequentially('round 2', { delay: 80 });
      await page.getByRole('option', { name: /round/ }).first().waitFor();
      for (let letter = 0; letter < 7; letter++) await search.press('Backspace', { delay: 40 });
    });
    yield `searching, letter by letter: ${typed}; load ${loadavg()[0].toFixed(1)}`;
  } finally {
    await close();
  }
}

async function scroll(page: Page): Promise<void> {
  const { x, y, width, height } = (await page.getByRole('listbox').boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  for (const step of [120, 600, 3000, -3000, 6000])
    for (let time = 0; time < 12; time++) {
      await page.mouse.wheel(0, step);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** The tasks of the page's main thread, in the thread's own time: what others do on the machine is not in it. */
async function tasksDuring(browser: Browser, page: Page, act: () => Promise<void>): Promise<string> {
  const categories = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];
  await browser.startTracing(page, { categories });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const ofMain = traceEvents.filter(({ pid, tid }) => mains.has(`${pid} ${tid}`));
  const tasks = ofMain.filter(({ name }) => /RunTask$/.test(name)).map(({ tdur }) => (tdur ?? 0) / 1000);
  const long = tasks.filter((task) => task > 50).length;
  return `${tasks.length} tasks, the longest ${Math.max(0, ...tasks).toFixed(1)} ms of the thread's time, ${long} over 50 ms`;
}
