import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createHost } from '#host/createHost.ts';
import { documentsFolder } from '#page/documentsFolder.ts';
import { startPath } from '#page/start.ts';
import { studyPlaces } from '#page/studyPlaces.ts';
import { problems } from '#words/en/problems.ts';
import { serveWords } from '#words/en/serve.ts';
import { hasDesktop, openBrowser } from './openBrowser.ts';
import { createPages } from './pages.ts';
import { readArguments, UsageError, type ServeArguments } from './readArguments.ts';
import { startServer, type RunningServer } from './startServer.ts';
import { createUploads } from './uploads.ts';

const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

process.exitCode = await serve(process.argv.slice(2)).catch((error: unknown) =>
  refuse(problems.internal.replace('{detail}', error instanceof Error ? error.message : String(error))),
);

/** @returns 1 where the input is wrong, 2 for wrong usage, `undefined` while it serves. */
async function serve(args: readonly string[]): Promise<number | undefined> {
  let options: ServeArguments;
  try {
    options = readArguments(args, process.cwd());
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n\n${serveWords.usage}`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(serveWords.usage);
    return 0;
  }
  const path = startPath(options.start);
  if (path && !existsSync(path)) return refuse(serveWords.notFound(path));
  if (!existsSync(beside('../renderer/index.html'))) return refuse(serveWords.notBuilt);

  const host = createHost({
    places: studyPlaces(documentsFolder(), beside('../..')),
    files: 'chosen',
    worker: new URL('./worker.js', import.meta.url),
  });
  const uploads = createUploads();
  process.on('exit', () => uploads.removeAll());
  let server: RunningServer;
  try {
    const pages = createPages(beside('../renderer'), beside('../preload/browser.cjs'));
    server = await startServer({ port: options.port, start: options.start, host, pages, uploads });
  } catch (error) {
    await host.close();
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') return refuse(serveWords.portTaken(options.port));
    if (code === 'EACCES') return refuse(serveWords.portRefused(options.port));
    throw error;
  }

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await server.close();
    await host.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());

  process.stdout.write(`${serveWords.address(server.address)}\n${serveWords.oneUse}\n`);
  if (options.open ?? hasDesktop()) openBrowser(server.address);
  return undefined;
}

function refuse(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}
