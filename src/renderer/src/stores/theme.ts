import { defineStore } from 'pinia';
import { computed, ref, watchEffect } from 'vue';
import type { AppSettings } from '#contract/settings.ts';
import { useSettingsStore } from './settings.ts';

export type ThemeChoice = AppSettings['theme'];

/** Light or dark: as the system has it, until the user chooses. */
export const useThemeStore = defineStore('theme', () => {
  const kept = useSettingsStore();
  const choice = computed(() => kept.settings.theme);
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const systemIsDark = ref(system.matches);
  system.addEventListener('change', (event) => (systemIsDark.value = event.matches));

  const dark = computed(() => (choice.value === 'system' ? systemIsDark.value : choice.value === 'dark'));
  watchEffect(() => {
    if (choice.value === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = choice.value;
  });

  const choose = (theme: ThemeChoice): Promise<void> => kept.change({ theme });
  return { choice, dark, choose };
});
