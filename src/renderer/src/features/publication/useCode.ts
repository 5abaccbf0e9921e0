import { computed, type ComputedRef, type Ref } from 'vue';
import type { AnalysisDefinition } from '#contract/analysisDefinition.ts';
import type { ProblemMessage } from '#contract/problem.ts';
import type { CodeDialect } from '#contract/publication.ts';
import { useClient } from '../../api.ts';
import { useStudyStore } from '../../stores/study.ts';
import { useAsked } from '../../useAsked.ts';
import { useSavedFile } from '../../useSavedFile.ts';
import { plainFileName } from './plainFileName.ts';
import { useResult } from './useResult.ts';

/** The script of a definition, as text and as a file. */
export function useCode(definitionOf: () => AnalysisDefinition | null): {
  readonly code: ComputedRef<string>;
  readonly problem: ComputedRef<ProblemMessage | null>;
  readonly saving: Ref<boolean>;
  ask(dialect: CodeDialect): void;
  /** Whether it was saved, rather than thought better of. */
  save(dialect: CodeDialect): Promise<boolean>;
} {
  const client = useClient();
  const study = useStudyStore();
  const { name: kept } = useResult();
  const asked = useAsked(client.publication.code);
  const saved = useSavedFile(client.publication.code);

  const questionOf = (dialect: CodeDialect) => {
    const definition = definitionOf();
    const path = study.study?.study;
    if (definition === null || path === undefined) return null;
    return {
      study: path,
      survey: study.survey?.survey ?? null,
      definition,
      name: kept.value,
      dialect,
    };
  };

  function ask(dialect: CodeDialect): void {
    saved.clear();
    asked.clear();
    const question = questionOf(dialect);
    if (question) void asked.ask(question);
  }

  async function save(dialect: CodeDialect): Promise<boolean> {
    const question = questionOf(dialect);
    if (question === null) return false;
    const title = plainFileName(kept.value ?? '') || question.definition.room;
    const name = `${title}.${dialect === 'R' ? 'R' : 'do'}`;
    return (await saved.save(name, (to) => ({ ...question, to, replace: true }))) !== null;
  }

  return {
    code: computed(() => asked.answer.value?.code ?? ''),
    problem: computed(() => saved.problem.value ?? asked.problem.value),
    saving: saved.saving,
    ask,
    save,
  };
}
