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
  const leaving = ['beforeunload', 'pagehide'] as const;
  onMounted(() => leaving.forEach((event) => window.addEventListener(event, save)));
  onUnmounted(() => leaving.forEach((event) => window.removeEventListener(event, save)));
}
