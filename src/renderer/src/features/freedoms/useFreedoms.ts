import { computed, type ComputedRef, type Ref } from 'vue';
import type { FreedomsDefinition } from '#contract/analysisDefinition.ts';
import type { FreedomsResult } from '#contract/freedoms.ts';
import type { Input } from '#contract/index.ts';
import { freedomsQuestion } from '#presentation/analysis/questions.ts';
import { useClient } from '../../api.ts';
import { useConcernsStore } from '../../stores/concerns.ts';
import { useStudyStore } from '../../stores/study.ts';
import { useAnswer, type Answered } from '../../useAnswer.ts';

type Question = Input<'freedoms.run'>;

/** The two freedoms of the tagged concerns. */
export function useFreedoms(definition: Readonly<Ref<FreedomsDefinition>>): Answered<
  Question,
  FreedomsResult
> & {
  readonly ready: ComputedRef<boolean>;
} {
  const client = useClient();
  const study = useStudyStore();
  const concerns = useConcernsStore();
  const ready = computed(() => concerns.count('fear') > 0 && concerns.count('want') > 0);

  const answered = useAnswer<Question, FreedomsResult>(
    (input, { signal }) => client.freedoms.run(input, { signal }),
    () => study.reference && freedomsQuestion(definition.value, concerns.concerns, study.reference),
  );
  return { ...answered, ready };
}
