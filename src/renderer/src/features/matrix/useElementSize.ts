import { onScopeDispose, ref, watch, type Ref } from 'vue';

/** The width of an element, in whole CSS pixels, as it changes. */
export function useElementSize(element: Readonly<Ref<HTMLElement | null>>): { readonly width: Ref<number> } {
  const width = ref(0);
  const observer = new ResizeObserver(([entry]) => (width.value = Math.floor(entry.contentRect.width)));
  watch(
    element,
    (next, before) => {
      if (before) observer.unobserve(before);
      if (next) observer.observe(next);
    },
    { immediate: true, flush: 'post' },
  );
  onScopeDispose(() => observer.disconnect());
  return { width };
}
