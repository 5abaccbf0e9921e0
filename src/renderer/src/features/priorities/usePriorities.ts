import { computed, type ComputedRef, type Ref } from 'vue';
import type { PrioritiesDefinition } from '#contract/analysisDefinition.ts';
import type { ConcernDefinition } from '#contract/concern.ts';
import type { Input } from '#contract/index.ts';
import { useClient } from '../../api.ts';
import { concernRules } from '../../stores/concernRules.ts';
import { useConcernsStore } from '../../stores/concerns.ts';
import { useStudyStore } from '../../stores/study.ts';
import { useAnswer, type Answered } from '../../useAnswer.ts';
import type { Ranking } from '#presentation/priorities/priorityRows.ts';

export type PriorityChoices = Readonly<Pick<PrioritiesDefinition, 'freedom' | 'dimension' | 'by'>>;

const freedoms = ['fear', 'want', 'dignity'] as const;

/** The concerns that the choices leave and whose answers are ticked. */
export function chosenConcerns(
  concerns: readonly ConcernDefinition[],
  { freedom, dimension }: Pick<PriorityChoices, 'freedom' | 'dimension'>,
): readonly ConcernDefinition[] {
  return concerns.filter(
    (concern) =>
      concern.concernedWhen.length > 0 &&
      (freedom === 'all' || concern.freedom === freedom) &&
      (dimension === 'all' || concern.dimensions.includes(dimension)),
  );
}

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
    () => {
      if (!some.value || !study.reference) return null;
      const { by } = choices.value;
      return {
        source: study.reference,
        ...concernRules(chosen.value),
        severity: true,
        ...(by !== null && { by, compare: {} }),
      };
    },
  );
  return { ...answered, ready, some };
}
