import { computed, ref, watch, type ComputedRef, type Ref } from 'vue';
import type { AnalysisDefinition } from '#contract/analysisDefinition.ts';
import type { Input } from '#contract/index.ts';
import type { ProblemMessage } from '#contract/problem.ts';
import type { PublicationPart, TableFormat } from '#contract/publication.ts';
import { useClient } from '../../api.ts';
import { useLanguageStore } from '../../stores/language.ts';
import { useStudyStore } from '../../stores/study.ts';
import { useAsked } from '../../useAsked.ts';
import { useSavedFile } from '../../useSavedFile.ts';
import { usePublicationWords, type PublicationWords } from './usePublicationWords.ts';
import { useResult } from './useResult.ts';

export interface TableFile {
  readonly format: Ref<TableFormat>;
  readonly words: PublicationWords;
  readonly ready: ComputedRef<boolean>;
  readonly changed: ComputedRef<boolean>;
  readonly problem: ComputedRef<ProblemMessage | null>;
  readonly saving: Ref<boolean>;
  suggest(): void;
  /** Gives whether a file was written. */
  save(): Promise<boolean>;
}

/** A table from the words around it to its file, while its dialog is open. */
export function useTableFile(
  definition: () => AnalysisDefinition | null,
  part: () => PublicationPart,
): TableFile {
  const client = useClient();
  const language = useLanguageStore();
  const study = useStudyStore();
  const { name } = useResult();
  const format = ref<TableFormat>('xlsx');
  const asked = useAsked((input: Input<'publication.text'>, options) =>
    client.publication.text(input, options),
  );
  const saved = useSavedFile((input: Input<'publication.table'>, options) =>
    client.publication.table(input, options),
  );
  const { words, text, changed, suggest, fileName } = usePublicationWords(() => asked.answer.value);

  const question = computed(() => {
    const shown = definition();
    if (!study.reference || shown === null) return null;
    return {
      ...study.reference,
      definition: shown,
      part: part(),
      name: part() === 'room' ? name.value : null,
      reader: language.reader,
    };
  });
  watch(
    () => JSON.stringify(question.value),
    () => {
      if (question.value) void asked.ask({ ...question.value, medium: 'table' });
    },
    { immediate: true },
  );

  async function save(): Promise<boolean> {
    const asks = question.value;
    if (asks === null) return false;
    const more = { replace: true, format: format.value, text: text.value };
    return (await saved.save(`${fileName()}.${format.value}`, (to) => ({ ...asks, ...more, to }))) !== null;
  }

  return {
    format,
    words,
    ready: computed(() => asked.answer.value !== null),
    changed,
    problem: computed(() => saved.problem.value ?? asked.problem.value),
    saving: saved.saving,
    suggest,
    save,
  };
}
