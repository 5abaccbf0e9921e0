import type { Dimension } from '#contract/concern.ts';

/** The seven dimensions in the order of UNDP 1994. */
export const dimensions: readonly Dimension[] = [
  'economic',
  'food',
  'health',
  'environmental',
  'personal',
  'community',
  'political',
];
