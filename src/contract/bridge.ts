import type { Reply, Request } from './envelope.ts';

/** The only things that the preload gives the window. */
export interface Bridge {
  call(request: Request): void;
  cancel(id: string): void;
  subscribe(listener: (reply: Reply) => void): () => void;
  /** Registers files that the user chose or dropped; gives the paths that operations may be asked with. */
  chosen(files: readonly File[]): Promise<readonly string[]>;
  /** 'desktop' in Electron, 'browser' in serve mode. */
  readonly place: 'desktop' | 'browser';
}
