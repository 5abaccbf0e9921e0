import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { root } from './harness/built.ts';
import { launchBrowser } from './harness/browser.ts';
import { sharedChromium } from './harness/chromium.ts';
import { launchDesktop } from './harness/desktop.ts';
import { electronProgram, launchElectron } from './harness/electron.ts';
import type { LaunchOptions, Running } from './harness/running.ts';

export type Setting = 'desktop, with a stand-in for Electron' | 'desktop, in Electron' | 'browser';

const program = electronProgram();

/** Where each spec runs: real Electron too, where its program is. */
export const settings: readonly Setting[] = [
  'desktop, with a stand-in for Electron',
  ...(program ? (['desktop, in Electron'] as const) : []),
  'browser',
];

if (!program) console.log('not run in Electron: its binary is not here');

/** For one test: what the test leaves open is ended with it, and where it failed its page is kept as a picture. */
export async function launch(setting: Setting, options: LaunchOptions = {}): Promise<Running> {
  const running = await start(setting, options);
  onTestFinished(async ({ task }) => {
    const failed = task.result?.state === 'fail' && !running.page.isClosed();
    const picture = `${task.name.replaceAll(/\W+/g, '-')}.png`;
    if (failed) await running.page.screenshot({ path: join(root, 'test-output', 'e2e', picture) });
    await running.kill();
  });
  return running;
}

async function start(setting: Setting, options: LaunchOptions): Promise<Running> {
  if (setting === 'browser') return launchBrowser(await sharedChromium(), options);
  if (setting === 'desktop, in Electron' && program) return launchElectron(program, options);
  return launchDesktop(await sharedChromium(), options);
}
