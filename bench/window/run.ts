import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '../../test/e2e/harness/chromium.ts';
import { windowAtScale } from './atScale.ts';
import { bigStudy } from './bigStudy.ts';
import { coldStart } from './coldStart.ts';
import { memoryOverUse } from './memory.ts';
import { timeChoices } from './timeChoices.ts';

/**
 * `npm run bench -- --window-at-scale [--variables=N] [--rows=N]`, or `--window [--choices | --start | --memory] [--times=N] [--rounds=N] [--only=WORDS]`: the window, in Chromium over `serve`. See ../README.md.
 */
const value = (option: string): string | undefined =>
  process.argv.find((argument) => argument.startsWith(`${option}=`))?.slice(option.length + 1);
const parts = ['--choices', '--start', '--memory'];
const asked = (part: string): boolean =>
  process.argv.includes(part) || !parts.some((one) => process.argv.includes(one));

const studies = mkdtempSync(join(tmpdir(), 'larger-freedom-bench-'));
const browser = await launchChromium();

async function* lines(): AsyncGenerator<string> {
  yield `${cpus().length} × ${cpus()[0].model}, Chromium ${browser.version()}, load ${loadavg()[0].toFixed(1)}`;
  if (process.argv.includes('--window-at-scale')) {
    const [variables, rows] = [Number(value('--variables') ?? 1000), Number(value('--rows') ?? 1_785_600)];
    return yield* windowAtScale(browser, studies, variables, rows);
  }
  const study = await bigStudy(studies);
  if (asked('--choices'))
    yield* timeChoices(browser, study, studies, Number(value('--times') ?? 11), value('--only'));
  if (asked('--start')) yield* coldStart(study, studies, Number(value('--times') ?? 11));
  if (asked('--memory')) yield* memoryOverUse(browser, study, studies, Number(value('--rounds') ?? 400));
}

try {
  for await (const line of lines()) console.log(line);
} finally {
  await browser.close();
  rmSync(studies, { recursive: true, force: true });
}
