import { loadavg } from 'node:os';
import type { Browser, Page } from 'playwright-core';
import { median } from '../measure.ts';
import { choices } from './choices.ts';
import { openedStudy } from './openedStudy.ts';
import { paintedAfter } from './probe.ts';
import { processorTime } from './processorTime.ts';

export const enterRoom = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name }).click();
  await page.locator('main [aria-busy="true"]').waitFor({ state: 'detached' });
};

const rounded = (value: number): string => String(Math.round(value));

/** From each choice to its picture, `times` times. */
export async function* timeChoices(
  browser: Browser,
  study: string,
  studies: string,
  times: number,
  only = '',
): AsyncGenerator<string> {
  const { server, page, close } = await openedStudy(browser, study, studies);
  const spent = await processorTime(page, server.pid);
  yield 'room | choice | median | worst | processor: window + server, median | load';
  try {
    page.on('pageerror', (error) => console.error(error));
    let room = '';
    for (const choice of choices) {
      if (!`${choice.room}: ${choice.name}`.includes(only)) continue;
      if (choice.room !== room) await enterRoom(page, (room = choice.room));
      await choice.before?.(page);
      const walls: number[] = [];
      const works: { page: number; server: number }[] = [];
      for (let time = 0; time <= times; time++) {
        await choice.reach?.(page, time);
        await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 300 })));
        const before = { page: await spent.page(), server: spent.server() };
        const wall = await paintedAfter(page, () => choice.make(page, time), choice.watched);
        const after = { page: await spent.page(), server: spent.server() };
        // The first time loads columns, code and letters.
        if (time === 0) continue;
        walls.push(wall);
        works.push({ page: after.page - before.page, server: after.server - before.server });
      }
      const [inPage, inServer] = [works.map((work) => work.page), works.map((work) => work.server)].map(
        median,
      );
      yield [
        choice.room,
        choice.name,
        `${rounded(median(walls))} ms`,
        `${rounded(Math.max(...walls))} ms`,
        `${rounded(inPage)} + ${rounded(inServer)} ms`,
        loadavg()[0].toFixed(1),
      ].join(' | ');
    }
  } finally {
    await close();
  }
}
