import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { ProblemMessage } from '#contract/problem.ts';
import type { AppSettings } from '#contract/settings.ts';
import { useBridge, useClient } from '../api.ts';
import { toProblem } from '../toProblem.ts';

/** How the user wants the window to be; each choice counts at once, and is kept for the next time. */
export const useSettingsStore = defineStore('settings', () => {
  const client = useClient();
  const settings = shallowRef<AppSettings>({ theme: 'system', language: 'system', digits: 'western' });
  /** Why a choice is not kept. */
  const problem = shallowRef<ProblemMessage | null>(null);
  let chosen: Partial<AppSettings> = {};

  /** Ends when the settings are as they were kept, or stay as usual because they cannot be read. */
  const read = client.settings.get({}).then(
    (kept) => void (settings.value = { ...kept, ...chosen }),
    (error: unknown) => void (problem.value = toProblem(error)),
  );

  async function change(wanted: Partial<AppSettings>): Promise<void> {
    chosen = { ...chosen, ...wanted };
    settings.value = { ...settings.value, ...wanted };
    try {
      await client.settings.change(wanted);
      problem.value = null;
    } catch (error) {
      problem.value = toProblem(error);
    }
  }

  useBridge().settingsChanged((now) => (settings.value = now));

  return { settings, problem, read, change };
});
