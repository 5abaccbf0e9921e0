import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface WorkFolder {
  readonly folder: string;
  readonly studies: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Lines that the Node side of the app wrote about its connections and look-ups. */
  network(): string[];
  remove(): void;
}

/** A folder for one run: settings, studies, temporary files and the record of Node's connections. */
export function makeWorkFolder(studies?: string): WorkFolder {
  const folder = mkdtempSync(join(tmpdir(), 'larger-freedom-e2e-'));
  const own = studies ?? join(folder, 'studies');
  const temporary = join(folder, 'tmp');
  const log = join(folder, 'network.log');
  mkdirSync(own, { recursive: true });
  mkdirSync(temporary);
  return {
    folder,
    studies: own,
    environment: {
      PATH: process.env.PATH,
      HOME: folder,
      TMPDIR: temporary,
      TZ: 'UTC',
      LANG: 'C.UTF-8',
      STAND_IN_FOLDER: folder,
      NETWORK_LOG: log,
      LARGER_FREEDOM_STUDIES: own,
    },
    network: () => (existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter(Boolean) : []),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
