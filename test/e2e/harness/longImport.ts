import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Page } from 'playwright-core';

/** Large enough to be stopped in the middle. */
export async function writeLongCsv(file: string): Promise<void> {
  const stream = createWriteStream(file);
  stream.write(`${Array.from({ length: 30 }, (_, column) => `q${column}`).join(',')}\n`);
  for (let block = 0; block < 240; block++) {
    const row = `${Array.from({ length: 30 }, (_, column) => (block * 7 + column) % 5).join(',')}\n`;
    if (!stream.write(row.repeat(2000))) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}

/** In the page, as soon as rows are being read: an import is over before a spec could look twice. */
export function whileReading(page: Page, press?: string): Promise<void> {
  return page.evaluate(
    (press) =>
      new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          if (!document.querySelector('main')?.textContent?.includes('Reading rows')) return;
          observer.disconnect();
          const buttons = [...document.querySelectorAll('button')];
          if (press) buttons.find((button) => button.textContent?.trim() === press)?.click();
          resolve();
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    press,
  );
}
