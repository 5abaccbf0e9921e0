import { computed, onActivated, onDeactivated, onMounted, reactive, ref, watch, type Ref } from 'vue';
import type { AnsweredRule, FreedomsResult } from '#contract/freedoms.ts';
import type { ConcernDefinition, Freedom } from '#contract/concern.ts';
import type { Input } from '#contract/index.ts';
import type { ConcernRule } from '#contract/matrix.ts';
import { useClient } from '../../api.ts';
import { useConcernsStore } from '../../stores/concerns.ts';
import { naiveDesign, useNaiveStore } from '../../stores/naive.ts';
import { useStudyStore } from '../../stores/study.ts';
import { useAsked, type Asked } from '../../useAsked.ts';

export interface FreedomsChoice {
  by: string | null;
  fear: number;
  want: number;
  answered: AnsweredRule;
}

type Question = Input<'freedoms.run'>;

/** The two freedoms of the tagged concerns, and the naïve answer where that is wished for. */
export function useFreedoms(): {
  readonly choice: FreedomsChoice;
  readonly asked: Asked<Question, FreedomsResult>;
  readonly naive: Asked<Question, FreedomsResult>;
  readonly ready: Readonly<Ref<boolean>>;
  readonly again: () => void;
} {
  const client = useClient();
  const study = useStudyStore();
  const concerns = useConcernsStore();
  const naiveStore = useNaiveStore();
  const onScreen = ref(false);
  const choice = reactive<FreedomsChoice>({ by: null, fear: 1, want: 1, answered: 'half' });
  const run = (input: Question, { signal }: { signal: AbortSignal }) =>
    client.freedoms.run(input, { signal });
  const asked = useAsked(run);
  const naive = useAsked(run);

  const ruleOf = ({ variable, concernedWhen }: ConcernDefinition): ConcernRule => ({
    variable,
    concernedWhen: [...concernedWhen],
  });
  const rules = (freedom: Freedom): ConcernRule[] =>
    concerns.concerns
      .filter((concern) => concern.freedom === freedom && concern.concernedWhen.length > 0)
      .map(ruleOf);
  const ready = computed(() => concerns.count('fear') > 0 && concerns.count('want') > 0);
  const basis = computed(() =>
    JSON.stringify([
      study.reference,
      study.revision,
      rules('fear'),
      rules('want'),
      choice,
      naiveStore.beside,
    ]),
  );
  let answered = '';

  function again(): void {
    answered = basis.value;
    if (!ready.value || !study.reference) {
      asked.clear();
      naive.clear();
      return;
    }
    const [fear, want] = [rules('fear'), rules('want')];
    const question: Question = {
      source: study.reference,
      fear,
      want,
      // A concern may have been taken away since.
      atLeast: { fear: Math.min(choice.fear, fear.length), want: Math.min(choice.want, want.length) },
      answered: choice.answered,
      ...(choice.by !== null && { by: choice.by, compare: {} }),
    };
    void asked.ask(question);
    if (naiveStore.beside) void naive.ask({ ...question, design: naiveDesign });
    else naive.clear();
  }

  watch([basis, onScreen], () => {
    if (onScreen.value && basis.value !== answered) again();
  });
  onMounted(() => (onScreen.value = true));
  onActivated(() => (onScreen.value = true));
  onDeactivated(() => (onScreen.value = false));

  return { choice, asked, naive, ready, again };
}
