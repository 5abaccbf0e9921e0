import { computed, type ComputedRef, type Ref } from 'vue';
import type { AnalysisDefinition } from '#contract/analysisDefinition.ts';
import { useDerivedStore } from '../../stores/derived.ts';
import { useVariablesStore } from '../../stores/variables.ts';
import { lostNames, withinSurvey, type SurveyNames } from './withinSurvey.ts';

/** What a definition comes to in the survey that is looked at, and what it names that is gone from there. */
export function useWithinSurvey<Definition extends AnalysisDefinition>(
  definition: Readonly<Ref<Definition>>,
): { readonly within: ComputedRef<Definition>; readonly lost: ComputedRef<readonly string[]> } {
  const variables = useVariablesStore();
  const derived = useDerivedStore();
  /** Nothing counts as gone before the survey's lists are there. */
  const names = computed((): SurveyNames | null =>
    variables.byName.size === 0
      ? null
      : {
          has: (name) => variables.byName.has(name),
          hasSet: (name) => derived.loading || derived.problem !== null || derived.setsByName.has(name),
        },
  );
  return {
    within: computed(() => (names.value ? withinSurvey(definition.value, names.value) : definition.value)),
    lost: computed(() => (names.value ? lostNames(definition.value, names.value) : [])),
  };
}
