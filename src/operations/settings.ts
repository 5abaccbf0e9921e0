import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { AppSettings, ListedRecent } from '#contract/settings.ts';
import { studyExtension, studyName } from '#project/studyFile.ts';
import { readStudy } from '#project/openStudy.ts';
import { saltOf } from '#project/studyKey.ts';
import { surveysOf } from '#project/surveys.ts';
import type { Handlers } from './context.ts';
import { changeKept, readKept, type RecentStudy } from './keptSettings.ts';

const recentAtMost = 10;

export const settings: Handlers<'settings'> = {
  'settings.get': (_input, { places }) => ofTheApp(readKept(places.settings)),
  'settings.change': async (change, { places }) => ofTheApp(await changeKept(places.settings, change)),
  'settings.recent': (_input, { places }) => listed(readKept(places.settings).recent),
  'settings.remember': async ({ study }, { places }) => {
    const path = resolve(study);
    const before = readKept(places.settings).recent;
    const place = before.find((each) => each.study === path)?.place;
    const others = before.filter((each) => each.study !== path);
    const recent = [{ ...opened(path), ...(place && { place }) }, ...others].slice(0, recentAtMost);
    return listed((await changeKept(places.settings, { recent })).recent);
  },
  'settings.place': async ({ study, place }, { places }) => {
    const path = resolve(study);
    const { recent } = readKept(places.settings);
    const changed = recent.map((each) => (each.study === path ? { ...each, place } : each));
    if (recent.some((each) => each.study === path)) await changeKept(places.settings, { recent: changed });
    return {};
  },
  'settings.forget': async ({ recent: forgotten }, { places }) => {
    const { recent } = readKept(places.settings);
    const left = forgotten === null ? [] : recent.filter(({ study }) => idOf(study) !== forgotten);
    return listed((await changeKept(places.settings, { recent: left })).recent);
  },
};

/** Without the studies that were opened. */
const ofTheApp = ({ theme, language, digits }: AppSettings): AppSettings => ({ theme, language, digits });

function opened(path: string): RecentStudy {
  const openedAt = new Date().toISOString();
  // What a study under a passphrase holds is not told beside it.
  if (saltOf(path) !== null)
    return { study: path, name: basename(path, studyExtension), surveys: [], openedAt };
  const study = readStudy(path);
  try {
    const surveys = surveysOf(study).map(({ name, rowCount, madeUp }) => ({ name, rows: rowCount, madeUp }));
    return { study: path, name: studyName(study), surveys, openedAt };
  } finally {
    study.close();
  }
}

/** An entry may be taken off the list whether or not its path may be opened: it goes by another name. */
const idOf = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 16);

function listed(recent: readonly RecentStudy[]): { studies: ListedRecent[] } {
  return {
    studies: recent.map((each) => ({ ...each, recent: idOf(each.study), there: existsSync(each.study) })),
  };
}
