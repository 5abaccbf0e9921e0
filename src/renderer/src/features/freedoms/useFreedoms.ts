import { computed, type ComputedRef, type Ref } from 'vue';
import type { FreedomsDefinition } from '#contract/analysisDefinition.ts';
import type { FreedomsResult } from '#contract/freedoms.ts';
import type { Input } from '#contract/index.ts';
import { useClient } from '../../api.ts';
import { concernRules } from '../../stores/concernRules.ts';
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
    () => {
      if (!ready.value || !study.reference) return null;
      const { by, atLeast, answered } = definition.value;
      const { fear, want } = concernRules(concerns.concerns);
      return {
        source: study.reference,
        fear,
        want,
        // A concern may have been taken away since.
        atLeast: { fear: Math.min(atLeast.fear, fear.length), want: Math.min(atLeast.want, want.length) },
        answered,
        ...(by !== null && { by, compare: {} }),
      };
    },
  );
  return { ...answered, ready };
}
