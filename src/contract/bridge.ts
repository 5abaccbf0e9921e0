import type { Transport } from './client.ts';

/** The only things that the window is given: by the preload in Electron, by `serve` in a browser. */
export interface Bridge extends Transport {
  /** Registers files that the user chose or dropped; gives the paths that operations may be asked with. */
  chosen(files: readonly File[]): Promise<readonly string[]>;
  readonly place: 'desktop' | 'browser';
}
