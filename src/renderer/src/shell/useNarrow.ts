import { onMounted, onUnmounted, readonly, ref, type Ref } from 'vue';

/** Whether the rail shows signs only: the width at which the window's grid changes. */
export function useNarrow(): Readonly<Ref<boolean>> {
  const query = window.matchMedia('(max-width: 68rem)');
  const narrow = ref(query.matches);
  const look = (): void => void (narrow.value = query.matches);
  onMounted(() => query.addEventListener('change', look));
  onUnmounted(() => query.removeEventListener('change', look));
  return readonly(narrow);
}
