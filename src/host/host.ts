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
  /** Answers through `reply`: any number of `progress`, then one `result`, `error` or `cancelled`. */
  call(request: Request, reply: (reply: Reply) => void): void;
  cancel(id: string): void;
  /** Lets operations be asked with this path, because the user chose the file. */
  permit(path: string): void;
  /** Lets operations write this file, because the user named it: what may be read may not therefore be written. */
  permitWriting(path: string): void;
  /** Stops the workers; unfinished writes are rolled back. */
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
