import { computed, onActivated, onDeactivated, onMounted, ref, watch } from 'vue';
import type { DesignRoles } from '#contract/design.ts';
import { naiveDesign, useNaiveStore } from './stores/naive.ts';
import { useStudyStore } from './stores/study.ts';
import { useAsked, type Asked, type AskOptions } from './useAsked.ts';

export interface Answered<Question, Answer> extends Asked<Question, Answer> {
  /** The same without weights, strata and clusters, where that is wished for. */
  readonly naive: Asked<Question, Answer>;
  readonly again: () => void;
}

/**
 * The answer to a question that changes: asked for again when the question or what it rests on has changed and the
 * room is on screen. Without a question there is no answer.
 */
export function useAnswer<
  Question extends { readonly design?: Partial<Omit<DesignRoles, 'lonelyPsu'>> | undefined },
  Answer,
>(
  run: (question: Question, options: AskOptions) => Promise<Answer>,
  question: () => Question | null,
): Answered<Question, Answer> {
  const study = useStudyStore();
  const naiveStore = useNaiveStore();
  const onScreen = ref(false);
  const asked = useAsked(run);
  const naive = useAsked(run);
  const now = computed(question);
  const basis = computed(() => JSON.stringify([now.value, study.revision, naiveStore.beside]));
  let answered = '';

  function again(): void {
    answered = basis.value;
    if (now.value === null) {
      asked.clear();
      naive.clear();
      return;
    }
    void asked.ask(now.value);
    if (naiveStore.beside) void naive.ask({ ...now.value, design: naiveDesign });
    else naive.clear();
  }

  watch([basis, onScreen], () => {
    if (onScreen.value && basis.value !== answered) again();
  });
  onMounted(() => (onScreen.value = true));
  onActivated(() => (onScreen.value = true));
  onDeactivated(() => (onScreen.value = false));

  return { ...asked, naive, again };
}
