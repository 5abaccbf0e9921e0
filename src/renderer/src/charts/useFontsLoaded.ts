import { onScopeDispose, ref, type Ref } from 'vue';

/** A canvas keeps the letters it was painted with: a number that grows when a part of the font has arrived. */
export function useFontsLoaded(): Readonly<Ref<number>> {
  const loaded = ref(0);
  const arrived = (): void => void loaded.value++;
  document.fonts.addEventListener('loadingdone', arrived);
  onScopeDispose(() => document.fonts.removeEventListener('loadingdone', arrived));
  return loaded;
}
