import { computed, onActivated, onDeactivated, onMounted, ref, watch, type ComputedRef } from 'vue';
import type { DesignRoles } from '#contract/design.ts';
import type { ProblemMessage } from '#contract/problem.ts';
import { naiveDesign, useNaiveStore } from './stores/naive.ts';
import { useStudyStore } from './stores/study.ts';
import { useAsked, type Asked, type AskOptions } from './useAsked.ts';

export interface Answered<Question, Answer> extends Omit<Asked<Question, Answer>, 'answer'> {
  /** The newest answer; it stays while the next one is on its way, and goes where there is a problem instead. */
  readonly answer: ComputedRef<Answer | null>;
  /** The same without weights, strata and clusters, where that is wished for. */
  readonly naive: Asked<Question, Answer>;
  readonly again: () => void;
}

/**
 * The answer to a question that changes: asked for again when the question or what it rests on has changed and the
 * room is on screen. Without a question there is no answer. An answer to an earlier question is not shown as one to
 * a question that has none, unless the problem is one that it `outlasts`.
 */
export function useAnswer<
  Question extends { readonly design?: Partial<Omit<DesignRoles, 'lonelyPsu'>> | undefined },
  Answer,
>(
  run: (question: Question, options: AskOptions) => Promise<Answer>,
  question: () => Question | null,
  outlasts: (answer: Answer, problem: ProblemMessage) => boolean = () => false,
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

  const answer = computed(() => {
    const [found, problem] = [asked.answer.value, asked.problem.value];
    return found === null || problem === null || outlasts(found, problem) ? found : null;
  });
  return { ...asked, answer, naive, again };
}
