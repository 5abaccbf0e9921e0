import type { Reply, Request } from '#contract/envelope.ts';
import { pathsIn } from '#host/pathsIn.ts';
import type { Uploads } from './uploads.ts';

const stores: ReadonlySet<string> = new Set(['survey.import', 'survey.replace']);
/** Files that a page is shown, besides the newest: it may go back to the one before. */
const lookedAtBefore = 1;

export interface PageUploads {
  /** A page has sent a file, which is kept here. */
  came(page: string, path: string): void;
  /** What a page asked for has been answered. */
  answered(page: string, request: Request, reply: Reply): void;
  /** A page was closed, or is loaded anew. */
  gone(page: string): void;
}

/**
 * Removes the copies of sent files as soon as nobody needs them: when they are in a study, when the page has looked at
 * other files since, and when the page is gone.
 */
export function createPageUploads(uploads: Pick<Uploads, 'remove'>): PageUploads {
  /** Of each page: the files sent, by their place in time, and the sets of files that it looked at, newest first. */
  const pages = new Map<string, { readonly sent: Set<string>; looked: (readonly string[])[] }>();

  const letGo = (page: string, wanted: (path: string) => boolean): void => {
    const sent = pages.get(page)?.sent ?? new Set<string>();
    for (const path of [...sent].filter(wanted)) {
      sent.delete(path);
      uploads.remove(path);
    }
  };

  return {
    came(page, path) {
      const known = pages.get(page) ?? { sent: new Set(), looked: [] };
      known.sent.add(path);
      pages.set(page, known);
    },
    answered(page, { operation, input }, { kind }) {
      const known = pages.get(page);
      if (known === undefined) return;
      const { files } = pathsIn(input);
      if (kind === 'result' && stores.has(operation)) {
        letGo(page, (path) => files.includes(path));
      } else if (operation === 'file.preview' && (kind === 'result' || kind === 'error')) {
        const older = known.looked.filter(([file]) => file !== files[0]);
        const passed = older.slice(lookedAtBefore).flat();
        known.looked = [files, ...older.slice(0, lookedAtBefore)];
        const needed = new Set(known.looked.flat());
        letGo(page, (path) => passed.includes(path) && !needed.has(path));
      }
    },
    gone(page) {
      letGo(page, () => true);
      pages.delete(page);
    },
  };
}
