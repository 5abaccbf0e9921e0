import type { VariableSummary } from '#contract/variable.ts';

/** As many groups as a picture can hold. */
const mostGroups = 24;

/** Variables with few enough answers to be groups; the concerns themselves are not offered. */
export function groupVariables(
  variables: readonly VariableSummary[],
  isConcern: (variable: string) => boolean,
): readonly VariableSummary[] {
  return variables.filter(
    ({ name, distinct }) => distinct !== null && distinct >= 2 && distinct <= mostGroups && !isConcern(name),
  );
}
