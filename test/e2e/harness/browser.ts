import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Download, Request } from 'playwright-core';
import { built } from './built.ts';
import type { LaunchOptions, Running } from './running.ts';
import { complaintsOf, failOn } from './complaintsOf.ts';
import { endWithTest } from './endWithTest.ts';
import { patience } from './patience.ts';
import { makeWorkFolder, type WorkFolder } from './workFolder.ts';

const record = fileURLToPath(new URL('../electron/recordOnly.ts', import.meta.url));

export interface Server {
  /** The address with the token, as printed. */
  readonly address: string;
  readonly origin: string;
  readonly work: WorkFolder;
  readonly pid: number;
  /** @returns the exit code */
  stop(signal: 'SIGINT' | 'SIGKILL'): Promise<number | null>;
  errors(): string;
}

/** `larger-freedom serve --no-open …`, up to the printed address. */
export async function startServe(options: LaunchOptions = {}): Promise<Server> {
  const work = makeWorkFolder(options.studies);
  const args = ['--import', record, built.serve, '--no-open', ...(options.args ?? [])];
  const child = spawn(process.execPath, args, { env: work.environment, stdio: ['ignore', 'pipe', 'pipe'] });
  endWithTest(child);
  let errors = '';
  child.stderr.on('data', (text) => (errors += String(text)));
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const address = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (text) => {
      printed += String(text);
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(printed)?.[0];
      if (found) resolve(found);
    });
    void ended.then((code) => reject(new Error(`serve ended with ${code}:\n${errors}`)));
  }).catch((error: unknown) => {
    work.remove();
    throw error;
  });
  return {
    address,
    origin: new URL(address).origin,
    work,
    pid: child.pid!,
    errors: () => errors,
    async stop(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

export async function launchBrowser(browser: Browser, options: LaunchOptions = {}): Promise<Running> {
  const server = await startServe(options);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(patience);
  const complaints = complaintsOf(context, options.provoked);
  const page = await context.newPage();
  const outside: string[] = [];
  const note = (request: Request): void => {
    if (/^(data|blob):/.test(request.url()) || new URL(request.url()).origin === server.origin) return;
    outside.push(`${request.method()} ${request.url()}`);
  };
  context.on('requestfinished', note);
  // What the page's own policy refused was never sent.
  context.on('requestfailed', (request) => request.failure()?.errorText !== 'csp' && note(request));
  page.on('websocket', (socket) => outside.push(`websocket ${socket.url()}`));
  await page.goto(server.address);
  return {
    place: 'browser',
    page,
    studies: server.work.studies,
    outside: () => [...outside, ...server.work.network()],
    choose: (input, file) => input.setInputFiles(file),
    async save(folder, _name, act, count = 1) {
      const paths: string[] = [];
      const downloaded = new Promise<void>((resolve, reject) => {
        page.on('download', (download: Download) => {
          const path = join(folder, download.suggestedFilename());
          download.saveAs(path).then(() => paths.push(path) === count && resolve(), reject);
        });
      });
      await act();
      await downloaded;
      page.removeAllListeners('download');
      return paths;
    },
    async kill() {
      await server.stop('SIGKILL');
      await context.close();
      server.work.remove();
    },
    async close() {
      await context.close();
      const code = await server.stop('SIGINT');
      server.work.remove();
      failOn('the page complained', complaints);
      failOn('serve wrote to its error stream', server.errors() ? [server.errors()] : []);
      if (code !== 0) throw new Error(`serve ended with ${code}`);
    },
  };
}
