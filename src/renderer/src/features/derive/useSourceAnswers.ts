import { computed, watch, type ComputedRef } from 'vue';
import { useVariablesStore, type Distribution } from '../../stores/variables.ts';
import { useAsked } from '../../useAsked.ts';

/** The answers to a variable, those set aside as missing left out. */
export function useSourceAnswers(source: () => string | null): {
  readonly distribution: ComputedRef<Distribution | null>;
  readonly answers: ComputedRef<Distribution['categories']>;
} {
  const variables = useVariablesStore();
  const { answer, ask, clear } = useAsked((name: string) => variables.distribution(name));
  watch(
    source,
    (name) => {
      clear();
      if (name !== null) void ask(name);
    },
    { immediate: true },
  );
  const answers = computed(() =>
    (answer.value?.categories ?? []).filter(({ value, missing }) => value !== null && missing === 'no'),
  );
  return { distribution: computed(() => answer.value), answers };
}
