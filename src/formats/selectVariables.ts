import { Problem } from '#engine/survey/problem.ts';

/**
 * The variables asked for, in the order asked for; all of them when `names` is left out.
 *
 * @throws Problem `variable.unknown`, `variable.unknownNear`; `request.invalid` where a name is asked for twice.
 */
export function selectVariables<Kept>(
  variables: readonly Kept[],
  nameOf: (variable: Kept) => string,
  names: readonly string[] | undefined,
): readonly Kept[] {
  if (names === undefined) return variables;
  const byName = new Map(variables.map((variable) => [nameOf(variable), variable]));
  if (new Set(names).size < names.length) {
    throw new Problem('request.invalid', { operation: 'read', detail: 'a variable is asked for twice' });
  }
  return names.map((name) => {
    const found = byName.get(name);
    if (found !== undefined) return found;
    const alike = variables.map(nameOf).find((other) => other.toLowerCase() === name.toLowerCase());
    throw alike === undefined
      ? new Problem('variable.unknown', { variable: name })
      : new Problem('variable.unknownNear', { variable: name, suggestion: alike });
  });
}
