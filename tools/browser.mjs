import { existsSync } from 'node:fs';
import { installDebian } from './debianPackage.mjs';

const usual = [
  process.env.LARGER_FREEDOM_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The Chromium for the end-to-end tests: the one that is here, else Debian's where it may be installed; else null. */
export function ensureBrowser() {
  const there = find();
  if (there) return there;
  installDebian('chromium', 'the end-to-end tests');
  return find();
}

export const installLine =
  'Chromium is needed for the end-to-end tests. On Debian and Ubuntu: sudo apt-get install chromium. Elsewhere install Chrome, or set LARGER_FREEDOM_CHROMIUM to its path.';

function find() {
  return usual.find((path) => path && existsSync(path)) ?? null;
}
