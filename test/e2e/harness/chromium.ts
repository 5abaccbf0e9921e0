import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const places = [
  process.env.LARGER_FREEDOM_CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=AutofillServerCommunication,MediaRouter,OptimizationHints',
  // Its errands to its maker; a test may replace the rule with the app's own.
  '--host-resolver-rules=MAP *.google.com ~NOTFOUND, MAP *.googleapis.com ~NOTFOUND, MAP *.gvt1.com ~NOTFOUND',
];

export async function launchChromium(args: readonly string[] = []): Promise<Browser> {
  const executablePath = places.find((place) => place !== '' && existsSync(place));
  if (!executablePath) {
    throw new Error(
      'There is no Chromium here. Install it (Debian: apt-get install chromium) or name it in LARGER_FREEDOM_CHROMIUM.',
    );
  }
  return chromium.launch({ executablePath, args: [...quiet, ...args] });
}

let shared: Promise<Browser> | undefined;

/** One Chromium for a file of specs; each app gets a context of its own. */
export function sharedChromium(): Promise<Browser> {
  return (shared ??= launchChromium());
}

export async function closeChromium(): Promise<void> {
  const browser = await shared;
  shared = undefined;
  await browser?.close();
}
