import { defineStore } from 'pinia';
import { computed, ref, watchEffect } from 'vue';

export type ThemeChoice = 'system' | 'light' | 'dark';

/** Light or dark: as the system has it, until the user chooses. */
export const useThemeStore = defineStore('theme', () => {
  const choice = ref<ThemeChoice>('system');
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const systemIsDark = ref(system.matches);
  system.addEventListener('change', (event) => (systemIsDark.value = event.matches));

  const dark = computed(() => (choice.value === 'system' ? systemIsDark.value : choice.value === 'dark'));
  watchEffect(() => {
    if (choice.value === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = choice.value;
  });
  return { choice, dark };
});
