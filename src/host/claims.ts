import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { Problem } from '#engine/survey/problem.ts';
import { claimStudy, type Claim } from '#project/claimStudy.ts';

/** A study that this program keeps for itself, from the first time that a page changed or opened it. */
export interface Held {
  readonly study: string;
  readonly claim: Claim;
  /** The window or tab that has it. */
  readonly page: string;
  /** Requests that are at work on it. */
  working: number;
  kept: boolean;
}

/** Which page of this program has which study. Another program is kept out by a lock on the study itself. */
export class Claims {
  readonly #held = new Map<string, Held>();

  /**
   * Gives a study to a page for one request.
   * @throws Problem study.openInWindow, study.openElsewhere, study.notWritable
   */
  take(path: string, page: string): Held {
    const study = realPath(path);
    const held = this.#held.get(study) ?? { study, claim: claimStudy(study), page, working: 0, kept: false };
    if (held.page !== page) throw new Problem('study.openInWindow', { study: path });
    this.#held.set(study, held);
    held.working++;
    return held;
  }

  /** That request is answered. What could not be opened or changed after all is left to others. */
  answered(held: Held, succeeded: boolean): void {
    held.working--;
    held.kept ||= succeeded;
    if (held.working === 0 && !held.kept) this.#release(held);
  }

  /** The page has closed the study. Of another page's study this changes nothing. */
  giveBack(path: string, page: string): void {
    const held = this.#held.get(realPath(path));
    if (held?.page === page) this.#release(held);
  }

  /** The page is no more. */
  giveBackAll(page: string): void {
    for (const held of [...this.#held.values()]) if (held.page === page) this.#release(held);
  }

  /** The page that has the study, where one of this program does. */
  pageOf(path: string): string | undefined {
    return this.#held.get(realPath(path))?.page;
  }

  releaseAll(): void {
    for (const held of [...this.#held.values()]) this.#release(held);
  }

  #release(held: Held): void {
    if (this.#held.get(held.study) !== held) return;
    this.#held.delete(held.study);
    held.claim.release();
  }
}

/** One study under two names, through a link for example, is one. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
}
