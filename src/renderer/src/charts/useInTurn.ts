import { onUnmounted, shallowRef, watch, type ShallowRef } from 'vue';

/**
 * The values as they were, and from the moment they change one more of the new ones in each task of the page: what is
 * drawn from them keeps no key or click waiting.
 */
export function useInTurn<Value>(values: () => readonly Value[]): Readonly<ShallowRef<readonly Value[]>> {
  const shown = shallowRef<readonly Value[]>([]);
  let task: ReturnType<typeof setTimeout>;
  function show(next: number): void {
    task = setTimeout(() => {
      const all = values();
      shown.value = [...all.slice(0, next + 1), ...shown.value.slice(next + 1, all.length)];
      if (next + 1 < all.length) show(next + 1);
    });
  }
  const stop = (): void => clearTimeout(task);
  watch(
    values,
    () => {
      stop();
      show(0);
    },
    { immediate: true },
  );
  onUnmounted(stop);
  return shown;
}
