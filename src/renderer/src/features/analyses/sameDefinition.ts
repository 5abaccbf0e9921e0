import type { AnalysisDefinition } from '#contract/analysisDefinition.ts';

/** Whether two definitions say the same, whatever the order of their fields. */
export function sameDefinition(one: AnalysisDefinition, other: AnalysisDefinition): boolean {
  return inOrder(one) === inOrder(other);
}

function inOrder(definition: AnalysisDefinition): string {
  return JSON.stringify(definition, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
