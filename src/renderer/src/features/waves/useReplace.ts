import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { Progress } from '#contract/envelope.ts';
import type { Input } from '#contract/index.ts';
import type { ProblemMessage } from '#contract/problem.ts';
import type { SurveyChanges } from '#contract/surveyChanges.ts';
import { useBridge, useClient } from '../../api.ts';
import { useConcernsStore } from '../../stores/concerns.ts';
import { useStudyStore } from '../../stores/study.ts';
import { useVariablesStore } from '../../stores/variables.ts';
import { toProblem } from '../../toProblem.ts';
import { useAsked } from '../../useAsked.ts';

export interface Replacement {
  readonly fileName: Ref<string>;
  readonly changes: ShallowRef<SurveyChanges | null>;
  readonly comparing: Ref<boolean>;
  readonly replacing: Ref<boolean>;
  readonly progress: ComputedRef<Progress | null>;
  readonly problem: ComputedRef<ProblemMessage | null>;
  /** Compares a file with the survey; nothing is stored. */
  take(files: readonly File[]): Promise<void>;
  /** `true` once the file has taken the survey's place. */
  confirm(): Promise<boolean>;
  stop(): void;
  clear(): void;
}

/** A corrected file: compared first, then put in the survey's place. */
export function useReplace(): Replacement {
  const bridge = useBridge();
  const client = useClient();
  const study = useStudyStore();
  const variables = useVariablesStore();
  const concerns = useConcernsStore();
  const fileName = ref('');
  const question = shallowRef<Input<'survey.compare'> | null>(null);
  const refused = shallowRef<ProblemMessage | null>(null);
  const comparing = useAsked((asked: Input<'survey.compare'>, options) =>
    client.survey.compare(asked, options),
  );
  const replacing = useAsked((asked: Input<'survey.replace'>, options) =>
    client.survey.replace(asked, options),
  );

  async function take(files: readonly File[]): Promise<void> {
    clear();
    const { reference } = study;
    if (!reference || files.length === 0) return;
    fileName.value = files[0].name;
    try {
      const [file] = await bridge.chosen(files.slice(0, 1));
      if (!(await concerns.flush())) {
        refused.value = concerns.saveProblem;
        return;
      }
      question.value = { ...reference, file };
      await comparing.ask(question.value);
    } catch (error) {
      refused.value = toProblem(error);
    }
  }

  async function confirm(): Promise<boolean> {
    if (!question.value || !(await concerns.flush())) return false;
    const done = await replacing.ask(question.value);
    if (!done) return false;
    study.replaced(done.study);
    await variables.changed();
    return true;
  }

  function stop(): void {
    comparing.stop();
    replacing.stop();
  }

  function clear(): void {
    question.value = null;
    refused.value = null;
    comparing.clear();
    replacing.clear();
  }

  return {
    fileName,
    changes: comparing.answer,
    comparing: comparing.loading,
    replacing: replacing.loading,
    progress: computed(() => comparing.progress.value ?? replacing.progress.value),
    problem: computed(() => refused.value ?? comparing.problem.value ?? replacing.problem.value),
    take,
    confirm,
    stop,
    clear,
  };
}
