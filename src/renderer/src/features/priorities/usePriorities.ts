import { computed, type ComputedRef, type Ref } from 'vue';
import type { Input } from '#contract/index.ts';
import { chosenConcerns, rankingQuestion, type PriorityChoices } from '#presentation/analysis/questions.ts';
import { useClient } from '../../api.ts';
import { useConcernsStore } from '../../stores/concerns.ts';
import { useStudyStore } from '../../stores/study.ts';
import { useAnswer, type Answered } from '../../useAnswer.ts';
import type { Ranking } from '#presentation/priorities/priorityRows.ts';

const freedoms = ['fear', 'want', 'dignity'] as const;

/** The ranking; the ranks and neighbours are those of the chosen concerns among themselves. */
export function usePriorities(choices: Readonly<Ref<PriorityChoices>>): Answered<
  Input<'ranking.run'>,
  Ranking
> & {
  /** There are concerns with ticked answers. */
  readonly ready: ComputedRef<boolean>;
  /** Some of them are left by the choices. */
  readonly some: ComputedRef<boolean>;
} {
  const client = useClient();
  const study = useStudyStore();
  const concerns = useConcernsStore();
  const ready = computed(() => freedoms.some((freedom) => concerns.count(freedom) > 0));
  const chosen = computed(() => chosenConcerns(concerns.concerns, choices.value));
  const some = computed(() => chosen.value.length > 0);

  const answered = useAnswer<Input<'ranking.run'>, Ranking>(
    (input, { signal }) => client.ranking.run(input, { signal }),
    () => study.reference && rankingQuestion(choices.value, concerns.concerns, study.reference),
  );
  return { ...answered, ready, some };
}
