import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { ProblemMessage } from '#contract/problem.ts';
import type { ListedRecent, StudyPlace } from '#contract/settings.ts';
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
    /** Where in the study one was last, if it was opened here before. */
    async placeIn(study: string): Promise<StudyPlace | null> {
      await listed(client.settings.recent({}));
      return studies.value?.find((each) => each.study === study)?.place ?? null;
    },
    async keepPlace(study: string, place: StudyPlace): Promise<void> {
      try {
        await client.settings.place({ study, place });
      } catch (error) {
        problem.value = toProblem(error);
      }
    },
    remember: (study: string) => listed(client.settings.remember({ study })),
    /** Takes one entry off the list, or with `null` all. */
    forget: (recent: string | null) => listed(client.settings.forget({ recent })),
  };
});
