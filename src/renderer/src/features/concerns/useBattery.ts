import { computed, type ComputedRef } from 'vue';
import type { ConcernDefinition } from '#contract/concern.ts';
import { useConcernsStore } from '../../stores/concerns.ts';
import { useVariablesStore } from '../../stores/variables.ts';
import { batteryKey } from './batteries.ts';

/** Other tagged items with the same answers whose ticks differ from this one's. */
export function useBattery(of: () => ConcernDefinition): {
  readonly others: ComputedRef<readonly string[]>;
  readonly apply: () => void;
} {
  const concerns = useConcernsStore();
  const variables = useVariablesStore();
  const keyOf = (name: string): string | null => {
    const variable = variables.byName.get(name);
    return variable ? batteryKey(variable) : null;
  };
  const sorted = (codes: ConcernDefinition['concernedWhen']): string => JSON.stringify([...codes].sort());

  const others = computed(() => {
    const mine = of();
    const key = keyOf(mine.variable);
    if (key === null) return [];
    return concerns.concerns
      .filter(({ variable, concernedWhen }) => {
        const same = variable !== mine.variable && keyOf(variable) === key;
        return same && sorted(concernedWhen) !== sorted(mine.concernedWhen);
      })
      .map(({ variable }) => variable);
  });

  function apply(): void {
    const codes = [...of().concernedWhen];
    for (const variable of others.value) concerns.update(variable, { concernedWhen: codes });
  }
  return { others, apply };
}
