import { resolve } from 'node:path';
import { saltOf, type StudyKey } from '#project/studyKey.ts';

/** A page that has a study open, be it only to look at. */
interface Opened {
  readonly page: string;
  readonly study: string;
  /** `null` of one that is under no passphrase. */
  readonly salt: string | null;
}

/**
 * Keys of studies that were unlocked, for as long as any page has one of them open. A study made of a copy has the key
 * of the study that the copy is of.
 */
export class Keys {
  /** By salt. What workers have proven comes in here. */
  readonly known = new Map<string, StudyKey>();
  #opened: readonly Opened[] = [];

  /** A page has opened or unlocked a study. */
  open(path: string, page: string): void {
    this.close(path, page);
    this.#opened = [...this.#opened, { page, study: resolve(path), salt: saltOf(path) }];
  }

  /** A page has put a study under another key, or none: whoever had it open has it open still. */
  changed(path: string, page: string): void {
    const study = resolve(path);
    const others = this.#opened.filter((one) => one.study === study).map((one) => one.page);
    for (const one of new Set([...others, page])) this.open(path, one);
  }

  close(path: string, page: string): void {
    const study = resolve(path);
    this.#opened = this.#opened.filter((one) => one.page !== page || one.study !== study);
  }

  /** The page is no more. */
  closeAll(page: string): void {
    this.#opened = this.#opened.filter((one) => one.page !== page);
  }

  /** Forgets the keys of what nobody has open. */
  forgetUnused(): void {
    const wanted = new Set(this.#opened.map(({ salt }) => salt));
    for (const salt of [...this.known.keys()]) if (!wanted.has(salt)) this.known.delete(salt);
  }
}
