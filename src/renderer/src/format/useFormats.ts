import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { createFormats, type Formats } from '#presentation/text/createFormats.ts';

export function useFormats(): ComputedRef<Formats> {
  const { locale } = useI18n();
  return computed(() => createFormats(locale.value));
}
