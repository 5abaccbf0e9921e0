import { defineStore } from 'pinia';
import { computed, ref, shallowRef, watchEffect } from 'vue';
import type { ProblemMessage } from '#contract/problem.ts';
import type { AppSettings } from '#contract/settings.ts';
import { useClient } from '../api.ts';
import { toProblem } from '../toProblem.ts';

export type ThemeChoice = AppSettings['theme'];

/** Light or dark: as the system has it, until the user chooses; the choice is kept for the next time. */
export const useThemeStore = defineStore('theme', () => {
  const client = useClient();
  const choice = ref<ThemeChoice>('system');
  /** Why the choice is not kept. */
  const problem = shallowRef<ProblemMessage | null>(null);
  let chosen = false;
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const systemIsDark = ref(system.matches);
  system.addEventListener('change', (event) => (systemIsDark.value = event.matches));

  const dark = computed(() => (choice.value === 'system' ? systemIsDark.value : choice.value === 'dark'));
  watchEffect(() => {
    if (choice.value === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = choice.value;
  });

  client.settings.get({}).then(
    ({ theme }) => {
      if (!chosen) choice.value = theme;
    },
    (error: unknown) => (problem.value = toProblem(error)),
  );

  async function choose(theme: ThemeChoice): Promise<void> {
    chosen = true;
    choice.value = theme;
    try {
      await client.settings.change({ theme });
      problem.value = null;
    } catch (error) {
      problem.value = toProblem(error);
    }
  }

  return { choice, dark, problem, choose };
});
