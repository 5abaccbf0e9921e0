import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { appSettings, recentStudy } from '#contract/settings.ts';
import { writeWhole } from './writeWhole.ts';

export type RecentStudy = z.infer<typeof recentStudy>;

const kept = appSettings.extend({ recent: z.array(recentStudy) });
type Kept = z.infer<typeof kept>;

const usual: Kept = { theme: 'system', language: 'system', digits: 'western', recent: [] };
const partly = z.object({
  theme: kept.shape.theme.catch(usual.theme),
  language: kept.shape.language.catch(usual.language),
  digits: kept.shape.digits.catch(usual.digits),
  recent: kept.shape.recent.catch(usual.recent),
});

/** Nothing hangs on this file: where it is not there, or damaged, or from another version, each setting is as usual. */
export function readKept(path: string | undefined): Kept {
  return path === undefined ? usual : partly.catch(usual).parse(contentOf(path));
}

/** Changes what is named, and keeps the rest; where there is no file for settings nothing is kept. */
export async function changeKept(path: string | undefined, change: Partial<Kept>): Promise<Kept> {
  const changed = { ...readKept(path), ...change };
  if (path !== undefined) {
    const { recent, ...others } = changed;
    const content = JSON.stringify(recent.length > 0 ? changed : others);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    await writeWhole([path], true, async ([whole]) => writeFileSync(whole, `${content}\n`, { mode: 0o600 }));
  }
  return changed;
}

function contentOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
