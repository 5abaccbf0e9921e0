/**
 * Names that can stand in one survey: one that stood before gets `_2`, `_3`, …, an empty one `V` and its
 * position from 1. A name that the file itself has is never taken for another.
 */
export function uniqueNames(names: readonly string[]): string[] {
  const own = new Set(names);
  const given = new Set<string>();
  const next = new Map<string, number>();
  return names.map((name, index) => {
    if (name !== '' && !given.has(name)) {
      given.add(name);
      return name;
    }
    const stem = name === '' ? `V${index + 1}` : name;
    let unique = stem;
    let number = next.get(stem) ?? 1;
    while (unique === name || own.has(unique) || given.has(unique)) unique = `${stem}_${++number}`;
    next.set(stem, number);
    given.add(unique);
    return unique;
  });
}
