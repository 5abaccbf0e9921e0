import { defineStore } from 'pinia';
import { onActivated, onDeactivated, onMounted, ref, watch } from 'vue';

export type Wish =
  | 'keep'
  | 'palette'
  | 'shortcuts'
  | 'export'
  | 'picture'
  | 'code'
  | 'table'
  | 'copyTable'
  | 'replace'
  | 'addWave'
  | 'match'
  | 'design'
  | 'filter'
  | 'about'
  | 'protect';

/** What was asked for from elsewhere: whoever can show it takes it, once it is on screen. */
export const useWishStore = defineStore('wish', () => ({ wish: ref<Wish | null>(null) }));

export function useWish(name: Wish, grant: () => void): void {
  const store = useWishStore();
  let onScreen = false;
  function look(): void {
    if (!onScreen || store.wish !== name) return;
    store.wish = null;
    grant();
  }
  function shown(): void {
    onScreen = true;
    look();
  }
  onMounted(shown);
  onActivated(shown);
  onDeactivated(() => (onScreen = false));
  watch(() => store.wish, look, { flush: 'post' });
}
