import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeChromium, sharedChromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';
import { launchDesktop, pageOrigin, type Desktop } from './harness/desktop.ts';

let desktop: Desktop;

beforeAll(async () => {
  desktop = await launchDesktop(await sharedChromium());
});
afterAll(async () => {
  await desktop.close();
  await closeChromium();
});

test('the window is sandboxed, isolated and has no Node', async () => {
  const { windows, sandboxed, schemes } = await desktop.inspect();
  expect(sandboxed).toBe(true);
  expect(windows).toHaveLength(1);
  expect(windows[0]).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    spellcheck: false,
    devTools: false,
  });
  expect(schemes).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
});

test('the channels are few, and the page sees the bridge alone', async () => {
  const { channels } = await desktop.inspect();
  expect(channels).toEqual(['call', 'cancel', 'chosen', 'newWindow', 'saveTarget']);
  const bridge = await desktop.page.evaluate(() => ({
    names: Object.keys(window.largerFreedom ?? {}).sort(),
    node: ['require', 'process', 'Buffer', 'electron', 'module'].filter((name) => name in window),
  }));
  expect(bridge).toEqual({
    names: [
      'call',
      'cancel',
      'chosen',
      'deliver',
      'newWindow',
      'place',
      'saveTarget',
      'settingsChanged',
      'subscribe',
    ],
    node: [],
  });
});

test('no permission and no device is granted', async () => {
  const { permissions } = await desktop.inspect();
  expect(permissions.length).toBeGreaterThan(10);
  expect(permissions).not.toContain(true);
});

test('Chromium can look up no name, and has no errands of its own', async () => {
  const { switches } = await desktop.inspect();
  expect(switches).toMatchObject({
    'host-resolver-rules': 'MAP * ~NOTFOUND',
    'disable-background-networking': '',
    'disable-component-update': '',
    'no-pings': '',
  });
});

test('the menu of the installed program has no developer tools and no reload', async () => {
  const { menuRoles } = await desktop.inspect();
  expect(menuRoles).toContain('editMenu');
  expect(menuRoles).not.toContain('toggleDevTools');
  expect(menuRoles).not.toContain('reload');
});

test('the menu is worded in the language of the window, and changes it', async () => {
  const labels = async () => (await desktop.inspect()).menuLabels;
  await eventually(labels).toContain('File');
  expect(await labels()).toEqual(
    expect.arrayContaining(['View', 'Language', 'English', 'Français', 'বাংলা']),
  );
  await desktop.ask('menuItem', { label: 'Français' });
  await eventually(labels).toContain('Fichier');
  await desktop.page.waitForFunction(() => document.documentElement.lang === 'fr');
  await desktop.ask('menuItem', { label: 'English' });
  await desktop.page.waitForFunction(() => document.documentElement.lang === 'en');
  await eventually(labels).toContain('File');
});

const ask = async (url: string, method = 'GET') =>
  desktop.ask('request', { window: 1, request: { url, method, headers: {} } });

test.each([
  'app://larger-freedom/../main/index.js',
  'app://larger-freedom/..%2fmain%2findex.js',
  'app://larger-freedom/%2e%2e/%2e%2e/package.json',
  'app://larger-freedom/..%5c..%5cpackage.json',
  'app://larger-freedom//etc/passwd',
  'app://larger-freedom/%00/index.html',
  'app://larger-freedom/assets/',
  'app://larger-freedom/%E0%A4%A',
])('%s is not there', async (url) => {
  const answer = await ask(url);
  expect(answer).toMatchObject({ status: 404 });
});

test.each([
  'app://elsewhere/index.html',
  'app://larger-freedom.evil.example/index.html',
  'file:///etc/passwd',
  'http://127.0.0.1:80/',
  'https://example.org/',
  'ws://larger-freedom/',
  'ftp://larger-freedom/index.html',
  'chrome://version/',
])('a request for %s is cancelled', async (url) => {
  expect(await ask(url)).toBe('cancelled');
});

test('the page is served for reading only, under a strict policy', async () => {
  const answer = await ask('app://larger-freedom/');
  if (typeof answer === 'string') throw new Error(answer);
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(answer.headers['content-security-policy']).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  expect(answer.headers['x-content-type-options']).toBe('nosniff');
  expect(answer.headers['referrer-policy']).toBe('no-referrer');
  expect(answer.headers['cross-origin-opener-policy']).toBe('same-origin');
  expect(answer.headers['permissions-policy']).toContain('camera=()');
  expect(await ask('app://larger-freedom/', 'POST')).toMatchObject({ status: 405 });
});

test('a page of another address and a frame inside ours are not heard', async () => {
  const call = (frame: { url: string; isMain: boolean }) =>
    desktop.ask('ipc', { window: 1, kind: 'invoke', channel: 'chosen', args: [['/etc/hosts']], frame });
  expect(await call({ url: 'app://larger-freedom/', isMain: false })).toEqual([]);
  expect(await call({ url: 'app://larger-freedom/', isMain: true })).toEqual(['/etc/hosts']);
  await desktop.ask('navigated', { window: 1, url: 'https://example.org/' });
  expect(await call({ url: 'https://example.org/', isMain: true })).toEqual([]);
  await desktop.ask('navigated', { window: 1, url: 'app://larger-freedom/' });
});

test('a file that was not chosen cannot be asked for', async () => {
  const reply = await desktop.page.evaluate(
    () =>
      new Promise((resolve) => {
        window.largerFreedom?.subscribe((answer) => answer.id === 'mine' && resolve(answer));
        window.largerFreedom?.call({ id: 'mine', operation: 'file.preview', input: { file: '/etc/passwd' } });
      }),
  );
  expect(reply).toMatchObject({ kind: 'error', problem: { code: 'file.notPermitted' } });
});

test('nonsense over the channels is passed over', async () => {
  const frame = { url: 'app://larger-freedom/', isMain: true };
  for (const args of [[null], [{}], [{ id: 7, operation: [], input: {} }], [], ['x'.repeat(100_000)]]) {
    await desktop.ask('ipc', { window: 1, kind: 'send', channel: 'call', args, frame });
    await desktop.ask('ipc', { window: 1, kind: 'send', channel: 'cancel', args, frame });
    expect(await desktop.ask('ipc', { window: 1, kind: 'invoke', channel: 'chosen', args, frame })).toEqual(
      [],
    );
  }
});

test('opening the program again opens a window beside, with the study that it was given', async () => {
  await desktop.ask('secondInstance', { data: {} });
  await desktop.ask('secondInstance', { data: { study: '/somewhere/else.lfstudy' } });
  await desktop.ask('openFile', { path: '/somewhere/third.lfstudy' });
  await desktop.ask('menuKey', { accelerator: 'CmdOrCtrl+Shift+N' });
  const { windows, bounds } = await desktop.inspect();
  expect(windows).toHaveLength(5);
  expect(new Set(bounds.map(({ x, y }) => `${x} ${y}`)).size).toBe(5);
  const urls = eventually(() => desktop.pages().map((page) => page.url()));
  await urls.toContain(`${pageOrigin}/?study=${encodeURIComponent('/somewhere/else.lfstudy')}`);
  await urls.toContain(`${pageOrigin}/?study=${encodeURIComponent('/somewhere/third.lfstudy')}`);
});
