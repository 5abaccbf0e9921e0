import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { root } from './built.ts';
import { complaintsOf, failOn } from './complaintsOf.ts';
import type { LaunchOptions, Running } from './running.ts';
import { patience } from './patience.ts';
import { makeWorkFolder } from './workFolder.ts';

/** Electron's program, where it has been fetched; asking the package for it would start the download. */
export function electronProgram(): string | undefined {
  const folder = join(root, 'node_modules', 'electron');
  const name = join(folder, 'path.txt');
  if (!existsSync(name)) return undefined;
  const program = join(folder, 'dist', readFileSync(name, 'utf8').trim());
  return existsSync(program) ? program : undefined;
}

/** The same app in real Electron. */
export async function launchElectron(executablePath: string, options: LaunchOptions = {}): Promise<Running> {
  const work = makeWorkFolder(options.studies);
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    executablePath,
    args: [...asRoot, `--user-data-dir=${join(work.folder, 'userData')}`, root, ...(options.args ?? [])],
    env: Object.fromEntries(
      Object.entries({ ...work.environment, DISPLAY: process.env.DISPLAY }).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      ),
    ),
  });
  app.context().setDefaultTimeout(patience);
  const complaints = complaintsOf(app.context(), options.provoked);
  const page = await app.firstWindow();
  const outside: string[] = [];
  app.context().on('request', (request) => {
    if (!/^(app|data|blob):/.test(request.url())) outside.push(`${request.method()} ${request.url()}`);
  });
  page.on('websocket', (socket) => outside.push(`websocket ${socket.url()}`));
  const ended = new Promise<void>((resolve) => app.process().once('exit', () => resolve()));
  return {
    place: 'desktop',
    page,
    studies: work.studies,
    outside: () => [...outside],
    choose: (input, file) => input.setInputFiles(file),
    async save(folder, name, act) {
      const path = join(folder, name);
      await app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath });
      }, path);
      await act();
      return [path];
    },
    async kill() {
      if (app.process().exitCode === null) app.process().kill('SIGKILL');
      await ended;
      work.remove();
    },
    async close() {
      await app.close();
      failOn('the page complained', complaints);
      work.remove();
    },
  };
}
