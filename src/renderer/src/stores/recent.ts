import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { ProblemMessage } from '#contract/problem.ts';
import type { ListedRecent } from '#contract/settings.ts';
import { useClient } from '../api.ts';
import { toProblem } from '../toProblem.ts';

/** The studies that were opened last, on this computer. */
export const useRecentStore = defineStore('recent', () => {
  const client = useClient();
  /** `null` until they are read. */
  const studies = shallowRef<readonly ListedRecent[] | null>(null);
  /** Why the list cannot be read or kept. */
  const problem = shallowRef<ProblemMessage | null>(null);

  async function listed(asked: Promise<{ studies: readonly ListedRecent[] }>): Promise<void> {
    try {
      studies.value = (await asked).studies;
      problem.value = null;
    } catch (error) {
      problem.value = toProblem(error);
    }
  }

  return {
    studies,
    problem,
    refresh: () => listed(client.settings.recent({})),
    remember: (study: string) => listed(client.settings.remember({ study })),
    /** Takes one entry off the list, or with `null` all. */
    forget: (recent: string | null) => listed(client.settings.forget({ recent })),
  };
});
