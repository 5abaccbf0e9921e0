import type { LeftOut } from '#contract/personal.ts';

/** What an import did not store, a line each; nothing where it stored everything. */
export function leftOutText({ variables, weight, sets }: LeftOut): string[] {
  return [
    ...(variables.length > 0 ? [`left out, and not stored: ${variables.join(', ')}`] : []),
    ...(weight === null ? [] : [`the weight that the file declares, ${weight}, was one of them`]),
    ...sets.map(({ name, variables: lost }) => `the set ${name} is without ${lost.join(', ')}`),
  ];
}
