import type { Translate } from './translator.ts';

/** The head of a column of labels, with what all of them begin with: said once, there. */
export const sharedHead = (head: string, shared: string, t: Translate): string =>
  shared === '' ? head : t('publication.sharedHead', { head, shared });
