/** A figure is the same to this, relatively: sums may be added in another order. */
const tolerance = 1e-9;

/** Where `now` lacks something of `before` or has another figure; what is only in `now` is new and no difference. */
export function differencesOf(before: unknown, now: unknown, place = ''): string[] {
  if (typeof before === 'number' && typeof now === 'number') {
    const apart = Math.abs(before - now) > tolerance * Math.max(1, Math.abs(before));
    return apart ? [`${place}: ${before} is now ${now}`] : [];
  }
  if (Array.isArray(before) && Array.isArray(now)) {
    if (before.length !== now.length) return [`${place}: ${before.length} are now ${now.length}`];
    return before.flatMap((one, index) => differencesOf(one, now[index], `${place}[${index}]`));
  }
  if (isRecord(before) && isRecord(now)) {
    return Object.entries(before).flatMap(([name, value]) =>
      differencesOf(value, now[name], `${place}.${name}`),
    );
  }
  return Object.is(before, now) ? [] : [`${place}: ${JSON.stringify(before)} is now ${JSON.stringify(now)}`];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
