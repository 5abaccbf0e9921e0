import type { Transport } from './client.ts';
import type { AppSettings } from './settings.ts';

/** The only things that the window is given: by the preload in Electron, by `serve` in a browser. */
export interface Bridge extends Transport {
  /** Registers files that the user chose or dropped; gives the paths that operations may be asked with. */
  chosen(files: readonly File[]): Promise<readonly string[]>;
  /** Asks where a file of this name is to be written; `null` where the user thought better of it. */
  saveTarget(suggestedName: string): Promise<string | null>;
  /** Hands over files that an operation wrote: as downloads in a browser; on the desktop they are where they belong. */
  deliver(paths: readonly string[]): Promise<void>;
  /** Opens a window, or in a browser a tab, with nothing in it yet. */
  newWindow(): void;
  /** Tells of settings that were changed in another window or tab, or in the menu of the desktop. */
  settingsChanged(listener: (settings: AppSettings) => void): () => void;
  readonly place: 'desktop' | 'browser';
}
