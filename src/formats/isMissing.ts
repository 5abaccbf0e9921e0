import type { MissingRule, Value } from '#engine/survey/variable.ts';

/** Whether a rule sets this value aside. */
export function isMissing(value: Value, { codes, range }: MissingRule): boolean {
  if (codes.includes(value)) return true;
  if (range === null || typeof value !== 'number') return false;
  return value >= (range.low ?? -Infinity) && value <= (range.high ?? Infinity);
}
