import type { Browser, Page } from 'playwright-core';
import { startServe, type Server } from '../../test/e2e/harness/browser.ts';
import { watchPaints } from './probe.ts';

export interface Opened {
  readonly server: Server;
  readonly page: Page;
  close(): Promise<void>;
}

/** A study in the window of `serve`, at the size of a small laptop. */
export async function openedStudy(browser: Browser, study: string, studies: string): Promise<Opened> {
  const server = await startServe({ args: [study], studies });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await watchPaints(page);
  await page.goto(server.address);
  await page.getByRole('navigation', { name: 'Rooms' }).waitFor();
  return {
    server,
    page,
    async close() {
      await context.close();
      await server.stop('SIGINT');
    },
  };
}
