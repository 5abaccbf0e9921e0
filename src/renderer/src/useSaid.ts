import { ref, watch, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';

/** A sentence on what was just done, in the language of that moment: it goes when the window speaks another. */
export function useSaid(): Ref<string> {
  const { locale } = useI18n();
  const said = ref('');
  watch(locale, () => (said.value = ''));
  return said;
}
