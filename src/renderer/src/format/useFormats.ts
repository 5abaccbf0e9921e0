import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { createFormats, type Formats } from '#presentation/text/createFormats.ts';

/** One of each locale for all components: its formatters are made once. */
const made = new Map<string, Formats>();

export function useFormats(): ComputedRef<Formats> {
  const { locale } = useI18n();
  return computed(() => {
    const formats = made.get(locale.value) ?? createFormats(locale.value);
    made.set(locale.value, formats);
    return formats;
  });
}
