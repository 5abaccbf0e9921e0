import { availableParallelism, loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { bigFile } from '../../bench/bigFile.ts';
import { bigSurvey } from '../../bench/bigSurvey.ts';
import { ask } from './harness/ask.ts';
import { closeChromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';
import { importFile, room } from './harness/walk.ts';
import { launch, settings } from './launch.ts';

/** 17,856 × 300: the size that the product is made for. */
const file = await bigFile('sav');
const items = Array.from({ length: bigSurvey.items }, (_, index) => index + 1);

const measures = ['Want among the fearful', 'Fear among those in want', 'Odds ratio', 'φ', 'Lift'];

afterAll(closeChromium);

test.each(settings)(
  'a large survey comes in and its matrix changes its measure without a wait: %s',
  async (setting) => {
    const running = await launch(setting);
    const { page } = running;

    await watchFrames(page);
    await importFile(running, file, file.split(/[/\\]/).at(-1) ?? '');
    const { longest, frames } = await longestGap(page);
    console.log(
      `${setting}: longest gap between frames during the import ${Math.round(longest)} ms, ${frames} frames`,
    );
    expect(frames).toBeGreaterThan(10);
    expect(longest).toBeLessThan(1000);

    await tagAll(page);
    await page.getByRole('button', { name: 'Studies' }).click();
    await page.getByRole('button', { name: /17,856 respondents/ }).click();
    await room(page, 'Fear × Want');
    await eventually(() => page.getByRole('gridcell').count()).toBe(items.length ** 2);

    // What else the machine does only adds to a wait: the best of four rounds is nearest to the window's own.
    const work = await mainThreadWork(page);
    const waits: number[] = [];
    const works: number[] = [];
    for (const measure of measures) {
      const rounds: { wait: number; work: number }[] = [];
      for (let round = 0; round < 4; round++) {
        await switchMeasure(page, 'Both');
        const before = await work();
        const wait = await switchMeasure(page, measure);
        rounds.push({ wait, work: (await work()) - before });
      }
      waits.push(Math.min(...rounds.map(({ wait }) => wait)));
      works.push(Math.min(...rounds.map(({ work }) => work)));
    }
    console.log(
      `${setting}: a measure switch of a 20 × 20 matrix takes ${inWords(waits)} ms, ${inWords(works)} ms of them work`,
    );
    expect(median(works)).toBeLessThan(100);
    if (loadavg()[0] <= availableParallelism()) expect(median(waits)).toBeLessThan(100);
    await running.close();
  },
);

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const inWords = (values: readonly number[]): string => values.map(Math.round).join(', ');

/** Milliseconds of processor time that the page's main thread has used: the same on a busy machine as on an idle one. */
async function mainThreadWork(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
  };
}

/** The longest time in which the window could not draw a frame. */
function watchFrames(page: Page): Promise<void> {
  return page.evaluate(() => {
    const seen = { last: performance.now(), longest: 0, frames: 0 };
    Reflect.set(window, 'seenFrames', seen);
    const frame = (): void => {
      const now = performance.now();
      seen.longest = Math.max(seen.longest, now - seen.last);
      seen.last = now;
      seen.frames++;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

function longestGap(page: Page): Promise<{ longest: number; frames: number }> {
  return page.evaluate(() => Reflect.get(window, 'seenFrames') as { longest: number; frames: number });
}

/** From the click to the second frame after the chart has its new name: what is drawn by then is seen. */
function switchMeasure(page: Page, measure: string): Promise<number> {
  return page.evaluate(
    (measure) =>
      new Promise<number>((resolve, reject) => {
        const radios = [...document.querySelectorAll<HTMLElement>('[role=radio]')];
        const radio = radios.find((one) => one.textContent?.trim() === measure);
        if (!radio) return reject(new Error(`no measure ${measure}`));
        const start = performance.now();
        radio.click();
        const look = (): void => {
          const chart = document.querySelector('[role=grid]')?.getAttribute('aria-label');
          if (chart !== `Fear by want: ${measure}`) return void requestAnimationFrame(look);
          requestAnimationFrame(() => resolve(performance.now() - start));
        };
        requestAnimationFrame(look);
      }),
    measure,
  );
}

async function tagAll(page: Page): Promise<void> {
  const { studies } = await ask(page, 'study.list', {});
  const concern = (freedom: 'fear' | 'want') => (item: number) => ({
    variable: `${freedom === 'fear' ? 'F' : 'W'}${item}`,
    freedom,
    dimensions: [],
    concernedWhen: [3, 4],
  });
  const concerns = [...items.map(concern('fear')), ...items.map(concern('want'))];
  await ask(page, 'concern.save', { study: studies[0].study, survey: null, concerns });
}
