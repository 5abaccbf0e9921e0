import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** As in Electron's program: a text to find the fuses by, their version, how many there are, and each as it comes. */
const fuseWire = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('101100011'),
]);

/** A folder that a package can be made of where Electron's program cannot be fetched: its files, without what they do. */
export function standInElectron(folder: string): string {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  for (const name of [
    'chrome-sandbox',
    'chrome_crashpad_handler',
    'version',
    'LICENSE',
    'LICENSES.chromium.html',
  ])
    writeFileSync(join(folder, name), '');
  const program = join(folder, 'electron');
  writeFileSync(program, Buffer.concat([Buffer.from('stand-in\n'), fuseWire]));
  chmodSync(program, 0o755);
  return folder;
}
