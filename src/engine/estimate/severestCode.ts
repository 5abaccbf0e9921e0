import type { Value } from '../survey/variable.ts';

/** Why the answers of an item tell nothing about severity. */
export type NoSeverity = 'oneAnswer' | 'noOrder';

/**
 * The most severe of the answers that count as concerned: the one farthest from those that do not. With
 * "rather" (3) and "very" (4) of a scale from 1 to 4 it is 4; with 1 and 2 of the same scale it is 1.
 *
 * @param concernedWhen the codes that count. @param scale all codes of valid answers.
 * @returns `oneAnswer` where a single code counts, so that all who are concerned are alike; `noOrder` where
 * the codes that count do not lie at one end of the scale, or are text.
 */
export function severestCode(
  concernedWhen: readonly Value[],
  scale: readonly Value[],
): { readonly code: number } | { readonly none: NoSeverity } {
  if (new Set(concernedWhen).size < 2) return { none: 'oneAnswer' };
  const counting = concernedWhen.filter((code) => typeof code === 'number');
  const others = scale.filter((code) => typeof code === 'number').filter((code) => !counting.includes(code));
  if (counting.length < concernedWhen.length || others.length === 0) return { none: 'noOrder' };
  const [low, high] = [Math.min(...counting), Math.max(...counting)];
  if (others.every((code) => code < low)) return { code: high };
  return others.every((code) => code > high) ? { code: low } : { none: 'noOrder' };
}
