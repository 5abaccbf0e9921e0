import { onMounted, onUnmounted, readonly, ref, type Ref } from 'vue';

/** Whether the window is no wider; by default, whether the rail shows signs only, as the window's grid changes. */
export function useNarrow(width = '68rem'): Readonly<Ref<boolean>> {
  const query = window.matchMedia(`(max-width: ${width})`);
  const narrow = ref(query.matches);
  const look = (): void => void (narrow.value = query.matches);
  onMounted(() => query.addEventListener('change', look));
  onUnmounted(() => query.removeEventListener('change', look));
  return readonly(narrow);
}
