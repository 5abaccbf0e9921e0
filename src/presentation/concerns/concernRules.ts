import type { ConcernDefinition, Freedom } from '#contract/concern.ts';
import type { ConcernRule } from '#contract/matrix.ts';

/** What an analysis asks with: the concerns of each freedom that have ticked answers. */
export function concernRules(concerns: readonly ConcernDefinition[]): Record<Freedom, ConcernRule[]> {
  const of = (freedom: Freedom): ConcernRule[] =>
    concerns
      .filter((concern) => concern.freedom === freedom && concern.concernedWhen.length > 0)
      .map(({ variable, concernedWhen }) => ({ variable, concernedWhen: [...concernedWhen] }));
  return { fear: of('fear'), want: of('want'), dignity: of('dignity') };
}
