import type { VariableSummary } from '#contract/variable.ts';

export const leastGroups = 2;
/** As many groups as a picture can hold. */
export const mostGroups = 24;

/** Variables with few enough answers to be groups; the concerns themselves are not offered. */
export function groupVariables(
  variables: readonly VariableSummary[],
  isConcern: (variable: string) => boolean,
): readonly VariableSummary[] {
  return variables.filter(
    ({ name, distinct }) =>
      distinct !== null && distinct >= leastGroups && distinct <= mostGroups && !isConcern(name),
  );
}
