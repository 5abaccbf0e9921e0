import { computed, reactive, type ComputedRef } from 'vue';
import type { AnsweredRule, FreedomsResult } from '#contract/freedoms.ts';
import type { Input } from '#contract/index.ts';
import { useClient } from '../../api.ts';
import { concernRules } from '../../stores/concernRules.ts';
import { useConcernsStore } from '../../stores/concerns.ts';
import { useStudyStore } from '../../stores/study.ts';
import { useAnswer, type Answered } from '../../useAnswer.ts';

export interface FreedomsChoice {
  by: string | null;
  fear: number;
  want: number;
  answered: AnsweredRule;
}

type Question = Input<'freedoms.run'>;

/** The two freedoms of the tagged concerns. */
export function useFreedoms(): Answered<Question, FreedomsResult> & {
  readonly choice: FreedomsChoice;
  readonly ready: ComputedRef<boolean>;
} {
  const client = useClient();
  const study = useStudyStore();
  const concerns = useConcernsStore();
  const choice = reactive<FreedomsChoice>({ by: null, fear: 1, want: 1, answered: 'half' });
  const ready = computed(() => concerns.count('fear') > 0 && concerns.count('want') > 0);

  const answered = useAnswer<Question, FreedomsResult>(
    (input, { signal }) => client.freedoms.run(input, { signal }),
    () => {
      if (!ready.value || !study.reference) return null;
      const { fear, want } = concernRules(concerns.concerns);
      return {
        source: study.reference,
        fear,
        want,
        // A concern may have been taken away since.
        atLeast: { fear: Math.min(choice.fear, fear.length), want: Math.min(choice.want, want.length) },
        answered: choice.answered,
        ...(choice.by !== null && { by: choice.by, compare: {} }),
      };
    },
  );
  return { ...answered, choice, ready };
}
