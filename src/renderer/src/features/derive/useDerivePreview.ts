import { watch, onScopeDispose } from 'vue';
import type { DerivedVariable } from '#contract/derived.ts';
import type { Input, Output } from '#contract/index.ts';
import { useClient } from '../../api.ts';
import { useStudyStore } from '../../stores/study.ts';
import { useAsked, type Asked } from '../../useAsked.ts';

export type DerivedPreview = Output<'derived.preview'>;
const askAfterMs = 180;

/** What a definition gives, asked for soon after each change; the newest wins. */
export function useDerivePreview(
  variable: () => DerivedVariable | null,
  editing: () => string | null,
): Asked<Input<'derived.preview'>, DerivedPreview> {
  const client = useClient();
  const study = useStudyStore();
  const asked = useAsked((question: Input<'derived.preview'>, { signal }) =>
    client.derived.preview(question, { signal }),
  );
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Its own name and label change nothing of what it gives. */
  const question = (): string | null => {
    const draft = variable();
    return draft && JSON.stringify([draft.definition, draft.valueLabels, draft.measure]);
  };
  watch(
    question,
    () => {
      clearTimeout(timer);
      const [draft, { reference }] = [variable(), study];
      if (!draft || !reference) return asked.clear();
      const { definition, valueLabels, measure } = draft;
      const name = editing() ?? undefined;
      timer = setTimeout(
        () => void asked.ask({ ...reference, variable: { name, definition, valueLabels, measure } }),
        askAfterMs,
      );
    },
    { immediate: true },
  );
  onScopeDispose(() => clearTimeout(timer));
  return asked;
}
