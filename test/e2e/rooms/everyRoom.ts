import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest';
import { launchBrowser } from '../harness/browser.ts';
import { root } from '../harness/built.ts';
import { closeChromium, sharedChromium } from '../harness/chromium.ts';
import { inTheme } from '../harness/inBothThemes.ts';
import type { Running } from '../harness/running.ts';
import { concernsShow } from './concernsRoom.ts';
import { freedomsShow } from './freedomsRoom.ts';
import { matrixShows } from './matrixRoom.ts';
import { prioritiesShow } from './prioritiesRoom.ts';
import { surveyShows } from './surveyRoom.ts';
import { tablesShow } from './tablesRoom.ts';
import { terminalAnswers, type Terminal } from './terminal.ts';
import type { Walk } from './walk.ts';

interface Room {
  /** `Ctrl` with it opens the room; the first one opens with the file. */
  readonly key?: number;
  readonly theme: 'light' | 'dark';
  readonly show: (page: Page, walk: Walk, terminal: Terminal) => Promise<void>;
}

/** In the order of the work. */
const rooms: Readonly<Record<string, Room>> = {
  Survey: { theme: 'light', show: surveyShows },
  Concerns: { key: 2, theme: 'dark', show: concernsShow },
  'Fear × Want': { key: 3, theme: 'light', show: matrixShows },
  'Two freedoms': { key: 3, theme: 'dark', show: freedomsShow },
  Tables: { key: 4, theme: 'light', show: tablesShow },
  Priorities: { key: 5, theme: 'dark', show: prioritiesShow },
};

/** One survey file through every room: opened once, and each figure held against the terminal's. */
export function everyRoom(name: string, walk: Walk): void {
  const here = walk.files.every((file) => existsSync(file));
  if (!here) console.log(`not walked through: ${name}, whose files are not here (LARGER_FREEDOM_DATA)`);
  describe.runIf(here)(name, () => {
    let running: Running;
    let terminal: Terminal;
    beforeAll(async () => {
      terminal = terminalAnswers(walk);
      running = await launchBrowser(await sharedChromium());
    });
    afterAll(async () => {
      expect(running.outside()).toEqual([]);
      await running.close();
      await closeChromium();
    });

    test.each(Object.entries(rooms))('%s', async (room, { key, theme, show }) => {
      const { page } = running;
      onTestFailed(async () => {
        const picture = `${name} ${room}`.replaceAll(/\W+/g, '-');
        await page.screenshot({ path: join(root, 'test-output', 'e2e', `${picture}.png`) });
      });
      if (key) await page.keyboard.press(`ControlOrMeta+${key}`);
      await show(page, walk, terminal);
      expect(await inTheme(page, theme)).toEqual([]);
    });
  });
}
