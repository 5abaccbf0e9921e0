import { onActivated, onDeactivated, onUnmounted, ref, watch, type Ref } from 'vue';

/**
 * How many of `count` things to show: `first` at once, then `more` with each frame, so that a long list keeps no key or
 * click waiting while it comes up. Begins anew once there were no more than `first`.
 */
export function useInParts(count: () => number, first: number, more: number): Ref<number> {
  const shown = ref(first);
  let frame = 0;
  function grow(): void {
    cancelAnimationFrame(frame);
    if (count() <= first) shown.value = first;
    if (shown.value >= count()) return;
    frame = requestAnimationFrame(() => {
      shown.value += more;
      grow();
    });
  }
  const stop = (): void => cancelAnimationFrame(frame);
  watch(count, grow, { immediate: true });
  onActivated(grow);
  onDeactivated(stop);
  onUnmounted(stop);
  return shown;
}
