import { getCurrentScope, onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { Cancelled } from '#contract/client.ts';
import type { Progress } from '#contract/envelope.ts';
import type { ProblemMessage } from '#contract/problem.ts';
import { toProblem } from './toProblem.ts';

export interface AskOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

export interface Asked<Question, Answer> {
  /** The newest answer; it stays while the next one is on its way. */
  readonly answer: ShallowRef<Answer | null>;
  readonly problem: ShallowRef<ProblemMessage | null>;
  readonly progress: ShallowRef<Progress | null>;
  readonly loading: Ref<boolean>;
  /** Asks, and aborts the question before. Gives `null` where it was overtaken, stopped, or met a problem. */
  ask(question: Question): Promise<Answer | null>;
  stop(): void;
  clear(): void;
}

/** One question at a time to the host: the newest wins. */
export function useAsked<Question, Answer>(
  work: (question: Question, options: AskOptions) => Promise<Answer>,
): Asked<Question, Answer> {
  const answer = shallowRef<Answer | null>(null);
  const problem = shallowRef<ProblemMessage | null>(null);
  const progress = shallowRef<Progress | null>(null);
  const loading = ref(false);
  let current: AbortController | null = null;

  async function ask(question: Question): Promise<Answer | null> {
    current?.abort();
    const mine = (current = new AbortController());
    loading.value = true;
    progress.value = null;
    try {
      const found = await work(question, {
        signal: mine.signal,
        onProgress: (step) => {
          if (current === mine) progress.value = step;
        },
      });
      if (current !== mine) return null;
      answer.value = found;
      problem.value = null;
      return found;
    } catch (error) {
      if (current === mine && !(error instanceof Cancelled)) problem.value = toProblem(error);
      return null;
    } finally {
      if (current === mine) {
        current = null;
        loading.value = false;
        progress.value = null;
      }
    }
  }

  function stop(): void {
    current?.abort();
  }

  function clear(): void {
    stop();
    current = null;
    answer.value = null;
    problem.value = null;
    progress.value = null;
    loading.value = false;
  }

  if (getCurrentScope()) onScopeDispose(stop);
  return { answer, problem, progress, loading, ask, stop, clear };
}
