import { computed, shallowRef, type ComputedRef, type Ref } from 'vue';
import type { AnalysisDefinition } from '#contract/analysisDefinition.ts';
import type { ProblemMessage } from '#contract/problem.ts';
import type { CodeDialect } from '#contract/publication.ts';
import { useBridge, useClient } from '../../api.ts';
import { useStudyStore } from '../../stores/study.ts';
import { toProblem } from '../../toProblem.ts';
import { useAsked } from '../../useAsked.ts';

/** The script of a definition, as text and as a file. */
export function useCode(definitionOf: () => AnalysisDefinition | null): {
  readonly code: ComputedRef<string>;
  readonly problem: ComputedRef<ProblemMessage | null>;
  readonly saving: Ref<boolean>;
  ask(dialect: CodeDialect): void;
  /** Whether it was saved, rather than thought better of. */
  save(dialect: CodeDialect): Promise<boolean>;
} {
  const bridge = useBridge();
  const client = useClient();
  const study = useStudyStore();
  const asked = useAsked(client.publication.code);
  const written = useAsked(client.publication.code);
  const placeProblem = shallowRef<ProblemMessage | null>(null);

  const questionOf = (dialect: CodeDialect) => {
    const definition = definitionOf();
    const path = study.study?.study;
    if (definition === null || path === undefined) return null;
    return { study: path, survey: study.survey?.survey ?? null, definition, dialect };
  };

  function ask(dialect: CodeDialect): void {
    placeProblem.value = null;
    asked.clear();
    const question = questionOf(dialect);
    if (question) void asked.ask(question);
  }

  async function save(dialect: CodeDialect): Promise<boolean> {
    const question = questionOf(dialect);
    if (question === null) return false;
    placeProblem.value = null;
    try {
      const to = await bridge.saveTarget(`${question.definition.room}.${dialect === 'R' ? 'R' : 'do'}`);
      if (to === null) return false;
      const made = await written.ask({ ...question, to, replace: true });
      if (!made) return false;
      await bridge.deliver(made.files);
      return true;
    } catch (error) {
      placeProblem.value = toProblem(error);
      return false;
    }
  }

  return {
    code: computed(() => asked.answer.value?.code ?? ''),
    problem: computed(() => placeProblem.value ?? written.problem.value ?? asked.problem.value),
    saving: written.loading,
    ask,
    save,
  };
}
