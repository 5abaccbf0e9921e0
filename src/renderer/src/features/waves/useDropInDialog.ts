import { onScopeDispose, watch, type Ref } from 'vue';

/** While a dialog is open, files dropped anywhere on the window are for it. */
export function useDropInDialog(open: Readonly<Ref<boolean>>, take: (files: readonly File[]) => void): void {
  const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

  function over(event: DragEvent): void {
    if (holdsFiles(event)) event.preventDefault();
  }
  function drop(event: DragEvent): void {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    take([...(event.dataTransfer?.files ?? [])]);
  }
  function end(): void {
    window.removeEventListener('dragover', over, true);
    window.removeEventListener('drop', drop, true);
  }

  watch(open, (isOpen) => {
    end();
    if (!isOpen) return;
    // Before the window, which leaves alone what was taken.
    window.addEventListener('dragover', over, true);
    window.addEventListener('drop', drop, true);
  });
  onScopeDispose(end);
}
