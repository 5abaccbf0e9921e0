import { computed, reactive, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import type { AnalysisDefinition } from '#contract/analysisDefinition.ts';
import type { Input, Output } from '#contract/index.ts';
import type { ProblemMessage } from '#contract/problem.ts';
import type { PublicationPart, TableFormat } from '#contract/publication.ts';
import { useBridge, useClient } from '../../api.ts';
import { useLanguageStore } from '../../stores/language.ts';
import { useStudyStore } from '../../stores/study.ts';
import { toProblem } from '../../toProblem.ts';
import { useAsked } from '../../useAsked.ts';

type Suggested = Output<'publication.text'>;
export type TableWords = { -readonly [Part in keyof Suggested]: string };

export interface TableFile {
  readonly format: Ref<TableFormat>;
  readonly words: TableWords;
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
  const bridge = useBridge();
  const client = useClient();
  const language = useLanguageStore();
  const study = useStudyStore();
  const format = ref<TableFormat>('xlsx');
  const words = reactive<TableWords>({ title: '', subtitle: '', source: '', note: '' });
  const placeProblem = shallowRef<ProblemMessage | null>(null);
  const asked = useAsked((input: Input<'publication.text'>, options) =>
    client.publication.text(input, options),
  );
  const saving = useAsked((input: Input<'publication.table'>, options) =>
    client.publication.table(input, options),
  );
  const names = ['title', 'subtitle', 'source', 'note'] as const;
  const suggested = computed(() => asked.answer.value);
  const isOwn = (name: (typeof names)[number]): boolean =>
    suggested.value !== null && words[name] !== suggested.value[name];
  function suggest(): void {
    if (suggested.value) Object.assign(words, suggested.value);
  }

  const question = computed(() => {
    const shown = definition();
    if (!study.reference || shown === null) return null;
    return { ...study.reference, definition: shown, part: part(), reader: language.reader };
  });
  watch(
    () => JSON.stringify(question.value),
    async () => {
      if (question.value && (await asked.ask({ ...question.value, medium: 'table' }))) suggest();
    },
    { immediate: true },
  );

  async function save(): Promise<boolean> {
    if (question.value === null) return false;
    placeProblem.value = null;
    try {
      const name = (words.title.trim() || suggested.value?.title || 'table')
        .replace(/[/\\:*?"<>|]/g, '-')
        .slice(0, 80);
      const to = await bridge.saveTarget(`${name}.${format.value}`);
      if (to === null) return false;
      const own = (each: (typeof names)[number]): string | null => (isOwn(each) ? words[each] : null);
      const written = await saving.ask({
        ...question.value,
        to,
        replace: true,
        format: format.value,
        text: { title: own('title'), subtitle: own('subtitle'), source: own('source'), note: own('note') },
      });
      if (!written) return false;
      await bridge.deliver(written.files);
      return true;
    } catch (error) {
      placeProblem.value = toProblem(error);
      return false;
    }
  }

  return {
    format,
    words,
    ready: computed(() => suggested.value !== null),
    changed: computed(() => names.some(isOwn)),
    problem: computed(() => placeProblem.value ?? saving.problem.value ?? asked.problem.value),
    saving: saving.loading,
    suggest,
    save,
  };
}
