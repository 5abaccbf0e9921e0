import { computed, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { Progress } from '#contract/envelope.ts';
import type { ProblemMessage } from '#contract/problem.ts';
import { useBridge } from './api.ts';
import { toProblem } from './toProblem.ts';
import { useAsked, type AskOptions } from './useAsked.ts';

/** The user says where, an operation writes there, and a browser hands over what was written. */
export interface SavedFile<Question, Written> {
  readonly written: ShallowRef<Written | null>;
  readonly saving: Ref<boolean>;
  readonly progress: ShallowRef<Progress | null>;
  readonly problem: ComputedRef<ProblemMessage | null>;
  /** `null` where the user thought better of it, stopped it, or it met a problem. */
  save(suggestedName: string, questionTo: (to: string) => Question): Promise<Written | null>;
  stop(): void;
  clear(): void;
}

export function useSavedFile<Question, Written extends { readonly files: readonly string[] }>(
  write: (question: Question, options: AskOptions) => Promise<Written>,
): SavedFile<Question, Written> {
  const bridge = useBridge();
  const asked = useAsked(write);
  /** Of the place, before and after the writing. */
  const placeProblem = shallowRef<ProblemMessage | null>(null);

  async function save(suggestedName: string, questionTo: (to: string) => Question): Promise<Written | null> {
    clear();
    try {
      const to = await bridge.saveTarget(suggestedName);
      if (to === null) return null;
      const written = await asked.ask(questionTo(to));
      if (written) await bridge.deliver(written.files);
      return written;
    } catch (error) {
      placeProblem.value = toProblem(error);
      return null;
    }
  }

  function clear(): void {
    placeProblem.value = null;
    asked.clear();
  }

  return {
    written: asked.answer,
    saving: asked.loading,
    progress: asked.progress,
    problem: computed(() => placeProblem.value ?? asked.problem.value),
    save,
    stop: asked.stop,
    clear,
  };
}
