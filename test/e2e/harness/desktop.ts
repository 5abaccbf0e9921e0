import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Frame, Page, Request, Route } from 'playwright-core';
import type {
  FromApp,
  Inspection,
  PageAnswer,
  ToApp,
  ToAppMessage,
  ToAppName,
} from '../electron/messages.ts';
import { built } from './built.ts';
import { patience } from './patience.ts';
import { preloadScript } from './preloadScript.ts';
import type { LaunchOptions, Running } from './running.ts';
import { complaintsOf, failOn } from './complaintsOf.ts';
import { endWithTest } from './endWithTest.ts';
import { makeWorkFolder } from './workFolder.ts';

const register = fileURLToPath(new URL('../electron/register.ts', import.meta.url));

/** Chromium knows no `app:`; this origin stands for it, and every request to it is answered by the app. */
const appOrigin = 'app://larger-freedom';
export const pageOrigin = 'https://larger-freedom.invalid';
const toAppUrl = (url: string): string =>
  url.startsWith(pageOrigin) ? appOrigin + url.slice(pageOrigin.length) : url;
const toPageUrl = (url: string): string =>
  url.startsWith(appOrigin) ? pageOrigin + url.slice(appOrigin.length) : url;

export interface Desktop extends Running {
  readonly place: 'desktop';
  readonly process: { readonly pid: number | undefined; readonly errors: () => string };
  inspect(): Promise<Inspection>;
  ask<Name extends ToAppName>(name: Name, ask: ToApp[Name]['ask']): Promise<ToApp[Name]['answer']>;
  /** Every window's page, in the order of opening. */
  pages(): readonly Page[];
}

interface OpenWindow {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Addresses that the app itself loads: no navigation of the page. */
  readonly loading: Set<string>;
}

/** The built main and preload, unmodified, with the stand-in for Electron and pages of `browser`. */
export async function launchDesktop(browser: Browser, options: LaunchOptions = {}): Promise<Desktop> {
  const work = makeWorkFolder(options.studies);
  const child = spawn(process.execPath, ['--import', register, built.main, ...(options.args ?? [])], {
    env: work.environment,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  endWithTest(child);
  let errors = '';
  child.stderr?.on('data', (text) => (errors += String(text)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));

  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  const windows = new Map<number, Promise<OpenWindow>>();
  const outside: string[] = [];
  const complaints: string[][] = [];
  let asks = 0;
  let firstPage: (page: Page) => void;
  const opened = new Promise<Page>((resolve) => (firstPage = resolve));

  function ask<Name extends ToAppName>(
    name: Name,
    question: ToApp[Name]['ask'],
  ): Promise<ToApp[Name]['answer']> {
    const id = ++asks;
    return new Promise<unknown>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      const message: ToAppMessage = { id, name, ask: question };
      child.send(message, (error) => error && reject(error));
    }) as Promise<ToApp[Name]['answer']>;
  }

  async function openWindow({
    window,
    preload,
    width,
    height,
  }: FromApp & { kind: 'open' }): Promise<OpenWindow> {
    const context = await browser.newContext({ viewport: { width, height } });
    context.setDefaultTimeout(patience);
    await context.exposeBinding('standInIpc', ({ page, frame }, message) =>
      ask('ipc', {
        window,
        ...message,
        frame: { url: toAppUrl(frame.url()), isMain: frame === page.mainFrame() },
      }),
    );
    await context.addInitScript({ content: preloadScript(readFileSync(preload, 'utf8'), pageOrigin) });
    complaints.push(complaintsOf(context, options.provoked));
    const page = await context.newPage();
    const opened: OpenWindow = { context, page, loading: new Set() };
    await context.route('**/*', (route) => answerRoute(window, opened, route));
    page.on('websocket', (socket) => outside.push(`websocket ${socket.url()}`));
    context.on('page', (popup) => void closeUnlessAllowed(window, popup));
    page.on('close', () => void ask('closed', { window }).catch(() => undefined));
    return opened;
  }

  async function closeUnlessAllowed(window: number, popup: Page): Promise<void> {
    if (!(await ask('openWindow', { window, url: toAppUrl(popup.url()) }))) await popup.close();
  }

  async function answerRoute(window: number, { page, loading }: OpenWindow, route: Route): Promise<void> {
    const request = route.request();
    const url = toAppUrl(request.url());
    if (request.isNavigationRequest() && !(await mayNavigate(window, page, loading, request))) {
      return route.abort('aborted');
    }
    const { method, headers } = { method: request.method(), headers: request.headers() };
    const answer = await ask('request', { window, request: { url, method, headers } });
    if (answer === 'cancelled') return route.abort('blockedbyclient');
    if (answer === 'network') {
      outside.push(`${method} ${url}`);
      return route.abort('internetdisconnected');
    }
    await fulfil(route, answer);
  }

  async function mayNavigate(
    window: number,
    page: Page,
    loading: Set<string>,
    request: Request,
  ): Promise<boolean> {
    const url = toAppUrl(request.url());
    const frame = frameOf(request);
    if (!frame) return false;
    const isMainFrame = frame === page.mainFrame();
    if (isMainFrame && loading.delete(url)) return true;
    if (frame.page() !== page) return false;
    if (!(await ask('navigate', { window, url, isMainFrame }))) return false;
    if (isMainFrame) await ask('navigated', { window, url });
    return true;
  }

  async function load({ window, url }: { window: number; url: string }): Promise<void> {
    const { page, loading } = await windows.get(window)!;
    loading.add(url);
    await ask('navigated', { window, url });
    await page.goto(toPageUrl(url), { waitUntil: 'commit' });
    firstPage(page);
  }

  async function deliver({ window, channel, args }: FromApp & { kind: 'send' }): Promise<void> {
    const open = await windows.get(window);
    if (!open) return;
    const { page } = open;
    await page.evaluate(
      ([name, values]) => {
        const standIn = Reflect.get(globalThis, Symbol.for('stand-in')) as {
          deliver(c: string, a: unknown[]): void;
        };
        standIn.deliver(name, values);
      },
      [channel, args] as const,
    );
  }

  /** A page that is closing takes no more messages. */
  const unlessClosed = (work: Promise<unknown>): void =>
    void work.catch((error: Error) => {
      if (!/closed|navigation|detached/i.test(error.message)) errors += `${error.message}\n`;
    });

  child.on('message', (message: FromApp) => {
    if (message.kind === 'open') windows.set(message.window, openWindow(message));
    else if (message.kind === 'load') unlessClosed(load(message));
    else if (message.kind === 'send') unlessClosed(deliver(message));
    else if (message.kind === 'close') {
      unlessClosed(
        (windows.get(message.window) ?? Promise.reject(new Error('closed'))).then(({ context }) =>
          context.close(),
        ),
      );
      windows.delete(message.window);
    } else {
      const { resolve, reject } = waiting.get(message.id)!;
      waiting.delete(message.id);
      if (message.kind === 'answer') resolve(message.answer);
      else reject(new Error(message.error));
    }
  });

  async function closeContexts(): Promise<void> {
    const all = await Promise.all(windows.values());
    windows.clear();
    await Promise.all(all.map(({ context }) => context.close()));
  }

  const page = await Promise.race([
    opened,
    ended.then(() => Promise.reject(new Error(`the app ended before it opened a window:\n${errors}`))),
  ]).catch((error: unknown) => {
    work.remove();
    throw error;
  });
  const pages: Page[] = [];
  for (const window of windows.values()) pages.push((await window).page);

  return {
    place: 'desktop',
    page,
    studies: work.studies,
    process: { pid: child.pid, errors: () => errors },
    pages: () => browser.contexts().flatMap((context) => context.pages()),
    outside: () => [...outside, ...work.network()],
    inspect: () => ask('inspect', null),
    ask,
    async choose(input, file) {
      await page.evaluate(
        ([name, size, path]) => {
          const standIn = Reflect.get(globalThis, Symbol.for('stand-in')) as {
            registerFile(n: string, s: number, p: string): void;
          };
          standIn.registerFile(name, size, path);
        },
        [basename(file), statSync(file).size, file] as const,
      );
      await input.setInputFiles(file);
    },
    async save(folder, name, act) {
      const path = join(folder, name);
      await ask('answerSave', { path });
      await act();
      return [path];
    },
    async kill() {
      if (child.exitCode === null) child.kill('SIGKILL');
      await ended;
      await closeContexts();
      work.remove();
    },
    async close() {
      await closeContexts();
      await ended;
      work.remove();
      failOn('the page complained', complaints.flat());
      failOn('the app wrote to its error stream', errors ? [errors] : []);
    },
  };
}

/** A window that is only being opened has no frame yet, and Playwright throws. */
function frameOf(request: Request): Frame | undefined {
  try {
    return request.frame();
  } catch {
    return undefined;
  }
}

async function fulfil(route: Route, { status, headers, body }: PageAnswer): Promise<void> {
  await route.fulfill({ status, headers: { ...headers }, body: Buffer.from(body) });
}
