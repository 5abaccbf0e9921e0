import { onMounted, onUnmounted, ref, type Ref } from 'vue';

/** Files dropped anywhere on the window, but for places that take them themselves. */
export function useFileDrop(take: (files: readonly File[]) => void): { dragging: Ref<boolean> } {
  const dragging = ref(false);
  const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

  function over(event: DragEvent): void {
    if (!holdsFiles(event)) return;
    dragging.value = !event.defaultPrevented;
    event.preventDefault();
  }

  function leave(event: DragEvent): void {
    if (event.relatedTarget === null) dragging.value = false;
  }

  function drop(event: DragEvent): void {
    if (!holdsFiles(event)) return;
    dragging.value = false;
    if (event.defaultPrevented) return;
    event.preventDefault();
    take([...(event.dataTransfer?.files ?? [])]);
  }

  onMounted(() => {
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
  });
  onUnmounted(() => {
    window.removeEventListener('dragover', over);
    window.removeEventListener('dragleave', leave);
    window.removeEventListener('drop', drop);
  });
  return { dragging };
}
