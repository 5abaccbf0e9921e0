/** Relative agreement asked of figures by their name. */
const precise = 1e-8;
const agreed = 1e-6;
const looser = new Set(['ciLow', 'ciHigh', 'f', 'df1', 'df2', 'p', 'q', 'adjusted']);
/** What R's rounding leaves of a zero; p-values have no such floor. */
const nothing = 1e-13;

/**
 * Where `actual` differs from `expected`, as paths with both values. Every key that is expected is
 * looked at; `null` must be `null`.
 */
export function differences(actual: unknown, expected: unknown, path = ''): string[] {
  if (typeof expected === 'number' && typeof actual === 'number') {
    const key = path.slice(path.lastIndexOf('.') + 1);
    const tolerance = Math.abs(expected) * (looser.has(key) ? agreed : precise);
    const isZero = Math.abs(expected) < nothing && key !== 'p' && key !== 'q' && key !== 'adjusted';
    if (isZero) return Math.abs(actual) < nothing ? [] : [`${path}: ${actual} is not 0`];
    return Math.abs(actual - expected) <= tolerance ? [] : [`${path}: ${actual} is not ${expected}`];
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    const length =
      actual.length === expected.length ? [] : [`${path}: ${actual.length} of ${expected.length}`];
    return [
      ...length,
      ...expected.flatMap((one, index) => differences(actual[index], one, `${path}.${index}`)),
    ];
  }
  if (isRecord(expected) && isRecord(actual))
    return Object.keys(expected).flatMap((key) => differences(actual[key], expected[key], `${path}.${key}`));
  return Object.is(actual, expected) ? [] : [`${path}: ${String(actual)} is not ${String(expected)}`];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
