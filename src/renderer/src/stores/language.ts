import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { Reader } from '#contract/language.ts';
import type { AppSettings } from '#contract/settings.ts';
import { languageFrom } from '#words/languages.ts';
import { useSettingsStore } from './settings.ts';

export type LanguageChoice = AppSettings['language'];

/** The language of the window, and the digits of its numbers: as the system has it, until the user chooses. */
export const useLanguageStore = defineStore('language', () => {
  const kept = useSettingsStore();
  const choice = computed(() => kept.settings.language);
  const system = shallowRef(languageFrom(navigator.languages));
  window.addEventListener('languagechange', () => (system.value = languageFrom(navigator.languages)));

  const reader = computed<Reader>(() => ({
    language: choice.value === 'system' ? system.value : choice.value,
    digits: kept.settings.digits,
  }));

  const choose = (language: LanguageChoice): Promise<void> => kept.change({ language });
  const otherDigits = computed(() => (kept.settings.digits === 'bangla' ? 'western' : 'bangla'));
  const changeDigits = (): Promise<void> => kept.change({ digits: otherDigits.value });
  return { choice, reader, otherDigits, choose, changeDigits };
});
