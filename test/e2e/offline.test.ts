import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './harness/browser.ts';
import { root } from './harness/built.ts';
import { launchChromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';
import { launchDesktop, pageOrigin } from './harness/desktop.ts';
import { tryToEscape, tryToLeave } from './harness/escapes.ts';
import { leftTheMachine } from './harness/netLog.ts';
import type { Running } from './harness/running.ts';
import { importFile, room } from './harness/walk.ts';

/** Each session has a Chromium of its own, which writes down every name and address that it asks for. */

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'larger-freedom-net-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = join(root, 'samples', 'bangladesh.sav');

async function recorded(
  name: string,
  switches: Readonly<Record<string, string>>,
  session: (browser: Browser) => Promise<void>,
): Promise<string[]> {
  const log = join(folder, `${name}.json`);
  const own = Object.entries(switches).map(([key, value]) => (value ? `--${key}=${value}` : `--${key}`));
  const browser = await launchChromium([`--log-net-log=${log}`, ...own]);
  await session(browser);
  await browser.close();
  await eventually(() => existsSync(log)).toBe(true);
  return leftTheMachine(log);
}

async function work(running: Running): Promise<void> {
  await importFile(running, file, 'bangladesh.sav');
  await room(running.page, 'Concerns');
  await room(running.page, 'Fear × Want');
}

async function ownSwitches(): Promise<Readonly<Record<string, string>>> {
  const browser = await launchChromium();
  const desktop = await launchDesktop(browser);
  const { switches } = await desktop.inspect();
  await desktop.close();
  await browser.close();
  return switches;
}

test('the record tells what a page asks for', async () => {
  const left = await recorded('control', {}, async (browser) => {
    const page = await browser.newPage();
    await expect(page.goto('http://asked.example.org/')).rejects.toThrow();
  });
  expect(left).toContain('DNS_TRANSACTION asked.example.org');
});

test('a session in the desktop app: nothing leaves the machine, whatever the page tries', async () => {
  const left = await recorded('desktop', await ownSwitches(), async (browser) => {
    const desktop = await launchDesktop(browser, { provoked: true });
    await work(desktop);
    expect(desktop.outside()).toEqual([]);
    expect(await desktop.page.evaluate(tryToEscape)).toEqual([]);
    await desktop.page.evaluate(tryToLeave);
    expect(desktop.page.url()).toBe(`${pageOrigin}/`);
    await eventually(() => desktop.pages()).toHaveLength(1);
    expect(desktop.outside()).toEqual([]);
    await desktop.close();
  });
  expect(left).toEqual([]);
});

test('a session in a browser: the page reaches its own program only, whatever it tries', async () => {
  const left = await recorded('browser', {}, async (browser) => {
    const running = await launchBrowser(browser, { provoked: true });
    await work(running);
    expect(await running.page.evaluate(tryToEscape)).toEqual([]);
    expect(running.outside()).toEqual([]);
    await running.close();
  });
  const lookedUp = /^(HOST_RESOLVER_MANAGER_JOB https:\/\/|DNS_TRANSACTION )refused\.example\.org$/;
  expect(left.filter((line) => !lookedUp.test(line))).toEqual([]);
});
