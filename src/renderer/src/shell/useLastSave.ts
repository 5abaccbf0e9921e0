import { onMounted, onUnmounted } from 'vue';
import { useConcernsStore } from '../stores/concerns.ts';
import { useDefinitionsStore } from '../stores/definitions.ts';

/** What was changed a moment ago is saved before the window goes, without waiting for the pause after it. */
export function useLastSave(): void {
  const concerns = useConcernsStore();
  const definitions = useDefinitionsStore();
  function save(): void {
    if (concerns.saveState === 'waiting') void concerns.save();
    definitions.sendNow();
  }
  /** A browser that is left may be ended without a further word. */
  const saveHidden = (): void => {
    if (document.visibilityState === 'hidden') save();
  };
  const leaving = ['beforeunload', 'pagehide'] as const;
  onMounted(() => {
    leaving.forEach((event) => window.addEventListener(event, save));
    document.addEventListener('visibilitychange', saveHidden);
  });
  onUnmounted(() => {
    leaving.forEach((event) => window.removeEventListener(event, save));
    document.removeEventListener('visibilitychange', saveHidden);
  });
}
