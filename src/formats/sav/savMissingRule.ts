import type { MissingRule, Value, Variable } from '#engine/survey/variable.ts';
import type { ColumnProfile } from '../columnProfile.ts';

/**
 * What `.sav` can declare of a variable's missing rule, and how many codes or ranges it cannot: three codes, or
 * for a number a range and one code. More codes of a number become a range, where no other value of the file and
 * no other label lies within it, so that it sets aside exactly the same answers.
 */
export function savMissingRule(
  variable: Variable,
  profile: ColumnProfile,
  isText: boolean,
): { readonly rule: MissingRule; readonly lost: number } {
  const { codes, range } = variable.missing;
  const fitting = codes.filter((code) =>
    isText ? typeof code === 'string' && Buffer.byteLength(code) <= 8 : typeof code === 'number',
  );
  const unfit = codes.length - fitting.length;
  if (isText) {
    return {
      rule: { codes: fitting.slice(0, 3), range: null },
      lost: unfit + Math.max(0, fitting.length - 3) + Number(range !== null),
    };
  }
  if (range === null && fitting.length > 3) {
    const asRange = codesAsRange(
      fitting.filter((code) => typeof code === 'number'),
      variable,
      profile,
    );
    if (asRange !== null) return { rule: asRange, lost: unfit };
  }
  const kept = fitting.slice(0, range === null ? 3 : 1);
  return { rule: { codes: kept, range }, lost: unfit + fitting.length - kept.length };
}

/** All codes within one range, or all but the lowest or the highest, which stands alone. */
function codesAsRange(
  codes: readonly number[],
  { valueLabels }: Variable,
  { counts }: ColumnProfile,
): MissingRule | null {
  if (counts === null) return null;
  const sorted = codes.toSorted((one, other) => one - other);
  const own = new Set<Value>(codes);
  const others = [...counts.keys(), ...valueLabels.map(({ value }) => value)].filter(
    (value): value is number => typeof value === 'number' && !own.has(value),
  );
  const attempts = [
    { within: sorted, alone: [] },
    { within: sorted.slice(1), alone: sorted.slice(0, 1) },
    { within: sorted.slice(0, -1), alone: sorted.slice(-1) },
  ];
  for (const { within, alone } of attempts) {
    const low = within[0];
    const high = within[within.length - 1];
    if (!others.some((value) => value >= low && value <= high)) return { codes: alone, range: { low, high } };
  }
  return null;
}
