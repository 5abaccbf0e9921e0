import { computed, ref, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { ConcernSuggestion } from '#contract/concern.ts';
import type { ProblemMessage } from '#contract/problem.ts';
import type { SurveyReference } from '#contract/source.ts';
import { useClient } from '../../api.ts';
import { useConcernsStore } from '../../stores/concerns.ts';
import { useStudyStore } from '../../stores/study.ts';
import { useVariablesStore } from '../../stores/variables.ts';
import { useAsked } from '../../useAsked.ts';
import { suggestionGroups, type SuggestionGroup } from './suggestionGroups.ts';

/** What the labels suggest and is neither tagged nor dismissed, asked for once it is wanted. */
export function useSuggestions(isWanted: () => boolean): {
  readonly groups: ComputedRef<readonly SuggestionGroup[]>;
  readonly problem: ShallowRef<ProblemMessage | null>;
  readonly dismissed: Ref<ReadonlySet<string>>;
  readonly add: (suggestions: readonly ConcernSuggestion[]) => void;
  readonly dismiss: (variable: string) => void;
} {
  const client = useClient();
  const study = useStudyStore();
  const concerns = useConcernsStore();
  const variables = useVariablesStore();
  const { answer, problem, ask, clear } = useAsked((source: SurveyReference, { signal }) =>
    client.concern.suggest({ source }, { signal }),
  );
  const dismissed = ref<ReadonlySet<string>>(new Set());

  watch(
    () => study.reference,
    () => {
      dismissed.value = new Set();
      clear();
    },
  );
  watch(
    [isWanted, () => study.reference, () => study.revision],
    () => {
      if (isWanted() && study.reference) void ask(study.reference);
    },
    { immediate: true },
  );

  const groups = computed(() =>
    suggestionGroups(
      answer.value?.suggestions ?? [],
      variables.byName,
      ({ variable }) => !concerns.byVariable.has(variable) && !dismissed.value.has(variable),
    ),
  );
  const add = (suggestions: readonly ConcernSuggestion[]): void =>
    concerns.add(
      suggestions.map(({ variable, freedom, dimensions, concernedWhen }) => ({
        variable,
        freedom,
        dimensions: [...dimensions],
        concernedWhen: [...concernedWhen],
      })),
    );
  const dismiss = (variable: string): void =>
    void (dismissed.value = new Set([...dismissed.value, variable]));
  return { groups, problem, dismissed, add, dismiss };
}
