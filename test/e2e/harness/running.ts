import type { Locator, Page } from 'playwright-core';

export type Place = 'desktop' | 'browser';

export interface LaunchOptions {
  /** Arguments of the program: a study, a file, `--sample=…`. */
  readonly args?: readonly string[];
  /** A folder of studies that is there already; else a new, empty one. */
  readonly studies?: string;
  /** The page is provoked: what it writes to its console is no fault. */
  readonly provoked?: boolean;
}

/** The app, opened in one of its places. */
export interface Running {
  readonly place: Place;
  readonly page: Page;
  /** Where its studies are kept. */
  readonly studies: string;
  /** Everything that the page asked for and that was not the app's own. Names and addresses that Node asked for, too. */
  outside(): readonly string[];
  /** Chooses a file as its user does, in the system's dialog. */
  choose(input: Locator, file: string): Promise<void>;
  /** What `act` makes the app write to a file of this name in `folder`: saved there, as its user would. Gives the paths. */
  save(folder: string, name: string, act: () => Promise<void>, count?: number): Promise<readonly string[]>;
  /** Ends the program at once, with no chance to clean up. Nothing happens where it has ended already. */
  kill(): Promise<void>;
  /** Fails where the program wrote to its error stream, or the page an error to its console. */
  close(): Promise<void>;
}
