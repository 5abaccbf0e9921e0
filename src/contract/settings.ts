import { z } from 'zod';
import { operation } from './define.ts';

/** What the window remembers from one day to the next, whatever study is open. */
export const appSettings = z.object({ theme: z.enum(['system', 'light', 'dark']) });
export type AppSettings = z.infer<typeof appSettings>;

export const settings = {
  'settings.get': operation(z.strictObject({}), appSettings),
  /** Changes what is named, and keeps the rest. */
  'settings.change': operation(appSettings.partial().strict(), appSettings),
};
