import { defineStore } from 'pinia';
import { computed, type ComputedRef } from 'vue';
import type { ConcernDefinition } from '#contract/concern.ts';
import { useConcernsStore } from '../../stores/concerns.ts';
import { useVariablesStore } from '../../stores/variables.ts';
import { batteryKey } from './batteries.ts';

/** Each tagged item with what makes it one of a battery, and what is ticked: read once for all the rows. */
const useRulesStore = defineStore('concernRules', () => {
  const concerns = useConcernsStore();
  const variables = useVariablesStore();
  const keys = computed(
    () => new Map(variables.variables.map((variable) => [variable.name, batteryKey(variable)])),
  );
  const rules = computed(() =>
    concerns.concerns.map(({ variable, concernedWhen }) => ({
      variable,
      key: keys.value.get(variable) ?? null,
      codes: JSON.stringify([...concernedWhen].sort()),
    })),
  );
  return { rules, byVariable: computed(() => new Map(rules.value.map((rule) => [rule.variable, rule]))) };
});

/** Other tagged items with the same answers whose ticks differ from this one's. */
export function useBattery(of: () => ConcernDefinition): {
  readonly others: ComputedRef<readonly string[]>;
  readonly apply: () => void;
} {
  const concerns = useConcernsStore();
  const store = useRulesStore();

  const others = computed(() => {
    const mine = store.byVariable.get(of().variable);
    if (!mine || mine.key === null) return [];
    return store.rules
      .filter(
        ({ variable, key, codes }) => variable !== mine.variable && key === mine.key && codes !== mine.codes,
      )
      .map(({ variable }) => variable);
  });

  function apply(): void {
    const codes = [...of().concernedWhen];
    for (const variable of others.value) concerns.update(variable, { concernedWhen: codes });
  }
  return { others, apply };
}
