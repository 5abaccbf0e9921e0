import { z } from 'zod';
import { operation } from './define.ts';
import { digits, language } from './language.ts';

/** What the window remembers from one day to the next, whatever study is open. */
export const appSettings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['system', ...language.options]),
  digits,
});
export type AppSettings = z.infer<typeof appSettings>;

/** Where in a study one was: a room of one of its surveys. */
export const studyPlace = z.strictObject({
  survey: z.number().int(),
  room: z.enum(['survey', 'concerns', 'matrix', 'freedoms', 'tables', 'priorities']),
});
export type StudyPlace = z.infer<typeof studyPlace>;

/** A study that was opened here, as it was then. */
export const recentStudy = z.object({
  study: z.string(),
  name: z.string(),
  surveys: z.array(z.object({ name: z.string(), rows: z.number(), madeUp: z.boolean() })),
  openedAt: z.string(),
  /** Where it was left. */
  place: studyPlace.optional(),
});

/** `recent` names the entry; `there`: the file is where it was. */
export const listedRecent = recentStudy.extend({ recent: z.string(), there: z.boolean() });
export type ListedRecent = z.infer<typeof listedRecent>;

const recentStudies = z.object({ studies: z.array(listedRecent) });

export const settings = {
  'settings.get': operation(z.strictObject({}), appSettings),
  /** Changes what is named, and keeps the rest. */
  'settings.change': operation(appSettings.partial().strict(), appSettings),
  /** The last ten studies that were opened, the last one first. */
  'settings.recent': operation(z.strictObject({}), recentStudies),
  /** Puts a study at the head of them. */
  'settings.remember': operation(z.strictObject({ study: z.string().min(1) }), recentStudies),
  /** Remembers where in one of them one is, for it to be opened there; nothing of a study that is not on the list. */
  'settings.place': operation(z.strictObject({ study: z.string().min(1), place: studyPlace }), z.object({})),
  /** Takes one of them, or with `null` all, off the list; the studies stay where they are. */
  'settings.forget': operation(z.strictObject({ recent: z.string().nullable() }), recentStudies),
};
