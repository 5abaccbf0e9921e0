import { Problem } from '#engine/survey/problem.ts';

/**
 * The variables asked for, in the order asked for and as often; all of them when `names` is left out.
 *
 * @throws Problem `variable.unknown`, `variable.unknownNear`.
 */
export function selectVariables<Kept>(
  variables: readonly Kept[],
  nameOf: (variable: Kept) => string,
  names: readonly string[] | undefined,
): readonly Kept[] {
  if (names === undefined) return variables;
  const byName = new Map(variables.map((variable) => [nameOf(variable), variable]));
  return names.map((name) => {
    const found = byName.get(name);
    if (found !== undefined) return found;
    const alike = variables.map(nameOf).find((other) => other.toLowerCase() === name.toLowerCase());
    throw alike === undefined
      ? new Problem('variable.unknown', { variable: name })
      : new Problem('variable.unknownNear', { variable: name, suggestion: alike });
  });
}
