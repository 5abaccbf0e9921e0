import { computed, reactive, watch, type ComputedRef } from 'vue';
import type { Output } from '#contract/index.ts';
import { plainFileName } from './plainFileName.ts';

type Suggested = Output<'publication.text'>;
export type PublicationWords = { -readonly [Part in keyof Suggested]: string };
const parts = ['title', 'subtitle', 'source', 'note'] as const satisfies readonly (keyof Suggested)[];

/** What stands around a figure or a table: as suggested, until the user writes something else. */
export function usePublicationWords(suggested: () => Suggested | null): {
  readonly words: PublicationWords;
  /** The user's own, and `null` for what is as suggested: that follows the language and the analysis. */
  readonly text: ComputedRef<Record<keyof Suggested, string | null>>;
  readonly changed: ComputedRef<boolean>;
  suggest(): void;
  /** The title as the name of a file. */
  fileName(): string;
} {
  const words = reactive<PublicationWords>({ title: '', subtitle: '', source: '', note: '' });
  // At once, so that what was suggested before is never taken for the user's own.
  watch(
    suggested,
    (next, before) => {
      if (!next) return;
      for (const part of parts) if (!before || words[part] === before[part]) words[part] = next[part];
    },
    { immediate: true, flush: 'sync' },
  );
  const own = (part: keyof Suggested): string | null => {
    const proposed = suggested()?.[part];
    return proposed === undefined || words[part] === proposed ? null : words[part];
  };
  const text = computed(() => ({
    title: own('title'),
    subtitle: own('subtitle'),
    source: own('source'),
    note: own('note'),
  }));
  return {
    words,
    text,
    changed: computed(() => parts.some((part) => text.value[part] !== null)),
    suggest: () => void Object.assign(words, suggested() ?? {}),
    fileName: () => plainFileName(words.title) || plainFileName(suggested()?.title ?? ''),
  };
}
