import { computed, type ComputedRef } from 'vue';
import type { AnalysisDefinition } from '#contract/analysisDefinition.ts';
import { useAnalysesStore } from '../../stores/analyses.ts';
import { useConcernsStore } from '../../stores/concerns.ts';
import { useDefinitionsStore } from '../../stores/definitions.ts';
import { useRoomStore } from '../../stores/room.ts';
import { useStudyStore } from '../../stores/study.ts';

/** What the room shows, and whether that is a result: something to keep or to take out of the app. */
export function useResult(): {
  readonly definition: ComputedRef<AnalysisDefinition | null>;
  readonly something: ComputedRef<boolean>;
  /** Of the kept analysis that the room shows as it was kept. */
  readonly name: ComputedRef<string | null>;
} {
  const analyses = useAnalysesStore();
  const concerns = useConcernsStore();
  const definitions = useDefinitionsStore();
  const room = useRoomStore();
  const study = useStudyStore();
  const definition = computed(() => {
    const survey = study.survey?.survey ?? null;
    return room.analysisRoom === null ? null : definitions.shownIn(survey)[room.analysisRoom];
  });
  const something = computed(() => {
    if (definition.value === null) return false;
    if (definition.value.room === 'tables') return definition.value.rows.length > 0;
    const some = (freedom: 'fear' | 'want' | 'dignity'): boolean => concerns.count(freedom) > 0;
    if (definition.value.room === 'priorities') return some('fear') || some('want') || some('dignity');
    return some('fear') && some('want');
  });
  const name = computed(() => {
    const kept = analyses.current;
    return kept === null || analyses.isChanged(kept) ? null : kept.name;
  });
  return { definition, something, name };
}
