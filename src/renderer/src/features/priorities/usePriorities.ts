import { computed, onActivated, onDeactivated, onMounted, ref, watch, type Ref } from 'vue';
import type { ConcernDefinition, Dimension, Freedom } from '#contract/concern.ts';
import type { Input } from '#contract/index.ts';
import type { ConcernRule } from '#contract/matrix.ts';
import { useClient } from '../../api.ts';
import { useConcernsStore } from '../../stores/concerns.ts';
import { useStudyStore } from '../../stores/study.ts';
import { useAsked, type Asked } from '../../useAsked.ts';
import type { Ranking } from './priorityRows.ts';

export interface PriorityChoices {
  readonly freedom: Freedom | 'all';
  readonly dimension: Dimension | 'all';
  readonly by: string | null;
}

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

/** The question to ask; the ranks and neighbours are those of the chosen concerns among themselves. */
export function rulesOf(
  concerns: readonly ConcernDefinition[],
): Required<Pick<Input<'ranking.run'>, Freedom>> {
  const of = (freedom: Freedom): ConcernRule[] =>
    concerns
      .filter((concern) => concern.freedom === freedom)
      .map(({ variable, concernedWhen }) => ({ variable, concernedWhen: [...concernedWhen] }));
  return { fear: of('fear'), want: of('want'), dignity: of('dignity') };
}

/** The ranking, asked for again when a choice or what it rests on has changed and it is on screen. */
export function usePriorities(choices: Readonly<Ref<PriorityChoices>>): Asked<
  Input<'ranking.run'>,
  Ranking
> & {
  /** There are concerns with ticked answers. */
  readonly ready: Readonly<Ref<boolean>>;
  /** Some of them are left by the choices. */
  readonly some: Readonly<Ref<boolean>>;
  readonly again: () => void;
} {
  const client = useClient();
  const study = useStudyStore();
  const concerns = useConcernsStore();
  const onScreen = ref(false);
  const asked = useAsked((input: Input<'ranking.run'>, { signal }) => client.ranking.run(input, { signal }));

  const ready = computed(() => freedoms.some((freedom) => concerns.count(freedom) > 0));
  const chosen = computed(() => chosenConcerns(concerns.concerns, choices.value));
  const some = computed(() => chosen.value.length > 0);
  const basis = computed(() =>
    JSON.stringify([study.reference, study.revision, rulesOf(chosen.value), choices.value.by]),
  );
  let answered = '';

  function again(): void {
    answered = basis.value;
    if (!some.value || !study.reference) return asked.clear();
    const { by } = choices.value;
    void asked.ask({
      source: study.reference,
      ...rulesOf(chosen.value),
      severity: true,
      ...(by !== null && { by, compare: {} }),
    });
  }

  watch([basis, onScreen], () => {
    if (onScreen.value && basis.value !== answered) again();
  });
  onMounted(() => (onScreen.value = true));
  onActivated(() => (onScreen.value = true));
  onDeactivated(() => (onScreen.value = false));

  return { ...asked, ready, some, again };
}
