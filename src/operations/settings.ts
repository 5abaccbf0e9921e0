import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { appSettings, type AppSettings } from '#contract/settings.ts';
import type { Handlers } from './context.ts';
import { writeWhole } from './writeWhole.ts';

const usual: AppSettings = { theme: 'system' };

export const settings: Handlers<'settings'> = {
  'settings.get': (_input, { places }) => read(places.settings),
  'settings.change': async (change, { places: { settings: path } }) => {
    const changed = { ...read(path), ...change };
    if (path !== undefined) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      await writeWhole([path], true, async ([whole]) => writeFileSync(whole, `${JSON.stringify(changed)}\n`));
    }
    return changed;
  },
};

/** Nothing hangs on this file: where it is not there, or damaged, or from another version, each setting is as usual. */
function read(path: string | undefined): AppSettings {
  const said = path === undefined ? null : contentOf(path);
  const { theme } = appSettings.partial().catch({}).parse(said);
  return { theme: theme ?? usual.theme };
}

function contentOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
