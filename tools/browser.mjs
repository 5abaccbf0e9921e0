import { existsSync } from 'node:fs';
import { run, say } from './runtime.mjs';

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
  const debian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (debian) {
    say('Installing Chromium for the end-to-end tests');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update'], { quiet: true, env });
    const { status, output } = run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      quiet: true,
      env,
    });
    if (status !== 0) say(output);
  }
  return find();
}

export const installLine =
  'Chromium is needed for the end-to-end tests. On Debian and Ubuntu: sudo apt-get install chromium. Elsewhere install Chrome, or set LARGER_FREEDOM_CHROMIUM to its path.';

function find() {
  return usual.find((path) => path && existsSync(path)) ?? null;
}
