import type { Freedom } from '#contract/concern.ts';
import type { Form } from './pen.ts';

/** Each freedom has a form beside its hue. */
export const formOf = (freedom: Freedom | null): Form =>
  freedom === 'want' ? 'diamond' : freedom === 'dignity' ? 'square' : 'circle';
