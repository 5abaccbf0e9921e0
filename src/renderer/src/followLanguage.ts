import { watch } from 'vue';
import type { Reader } from '#contract/language.ts';
import { speak, type I18n } from './i18n.ts';
import { loadCatalogue } from './loadCatalogue.ts';

/**
 * Has the window speak as `reader` says, now and after each change. A language that cannot be loaded leaves the words
 * as they are, and at the start English.
 *
 * @returns when the words are there.
 */
export async function followLanguage(
  i18n: I18n,
  reader: () => Reader,
  failed: (error: unknown) => void,
): Promise<void> {
  let latest: Reader;
  async function follow(wanted: Reader): Promise<void> {
    latest = wanted;
    const catalogue = await loadCatalogue(wanted.language);
    // A language that took its time does not take the place of one that was chosen after it.
    if (latest !== wanted) return;
    speak(i18n, wanted, catalogue);
    document.documentElement.lang = wanted.language;
  }

  watch(reader, (wanted) => void follow(wanted).catch(failed));
  try {
    await follow(reader());
  } catch (error) {
    failed(error);
    await follow({ ...reader(), language: 'en' });
  }
}
