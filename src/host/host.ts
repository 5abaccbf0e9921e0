import type { Reply, Request } from '#contract/envelope.ts';

/** Folders that operations use: where studies are kept, where the teaching surveys are. */
export interface Places {
  readonly studies: string;
  readonly samples: string;
  /** The file with the window's settings; where it is left out they are as usual, and not kept. */
  readonly settings?: string;
}

/** Runs operations off the caller's thread. */
export interface Host {
  /**
   * Answers through `reply`: any number of `progress`, then one `result`, `error` or `cancelled`. `page` is the window
   * or tab that asks: a study belongs to one of them at a time.
   */
  call(request: Request, reply: (reply: Reply) => void, page?: string): void;
  cancel(id: string): void;
  /** Nobody waits for the answer any more: the work is stopped, unless it saves what the user did last. */
  abandon(id: string): void;
  /** A page is no more: its work is abandoned, and its studies are left to others once that is through. */
  leave(page: string): void;
  /** The page that has a study. */
  pageOf(study: string): string | undefined;
  /** Lets operations be asked with this path, because the user chose the file. */
  permit(path: string): void;
  /** Lets operations write this file, because the user named it: what may be read may not therefore be written. */
  permitWriting(path: string): void;
  /** Waits a moment for what is being saved, then stops the workers; unfinished writes are rolled back. */
  close(): Promise<void>;
}

export interface HostOptions {
  readonly places: Places;
  /** `chosen`: only files that the user chose, and studies in the studies folder. `any`: the terminal. */
  readonly files: 'chosen' | 'any';
  /** Lets studies be opened again that the user opened in an earlier run, wherever they are. */
  readonly reopens?: boolean;
  /** The worker's module: `worker.js` beside the built entry. */
  readonly worker: URL;
  /** In milliseconds, for each worker: how long cancelled work may go on before it is ended. */
  readonly patience?: { readonly quick: number; readonly file: number; readonly long: number };
  /** Megabytes that the objects of a worker may take. */
  readonly heap?: number;
}
