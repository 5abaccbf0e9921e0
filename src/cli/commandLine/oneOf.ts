import { Problem } from '#engine/survey/problem.ts';

/** @throws Problem option.invalid naming what is allowed */
export function oneOf<const Word extends string>(
  option: string,
  value: string,
  allowed: readonly Word[],
): Word {
  const found = allowed.find((word) => word === value);
  if (found === undefined)
    throw new Problem('option.invalid', { option, value, allowed: allowed.join(', ') });
  return found;
}
