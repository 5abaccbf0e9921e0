import { defineStore } from 'pinia';
import { onScopeDispose, ref, shallowRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import type { ProblemMessage } from '#contract/problem.ts';
import type { Backup } from '#contract/study.ts';
import { useClient } from '../api.ts';
import { toProblem } from '../toProblem.ts';
import { useSaidStore } from './said.ts';
import { useStudyStore } from './study.ts';

const askEveryMs = 10 * 60_000;
const minuteMs = 60_000;

/** Copies of the study that is open, made as it is opened and while one works; and whose copies are shown. */
export const useBackupsStore = defineStore('backups', () => {
  const { t } = useI18n();
  const client = useClient();
  const study = useStudyStore();
  const said = useSaidStore();
  /** The study whose copies are shown, which need not be open. */
  const shown = ref<string | null>(null);
  /** Why the last copy could not be made. Work goes on. */
  const problem = shallowRef<ProblemMessage | null>(null);

  async function keep(when: 'opening' | 'working'): Promise<void> {
    const path = study.study?.study;
    if (path === undefined || study.readOnly !== null) return;
    try {
      const { backups } = await client.study.backUp({ study: path, when });
      problem.value = null;
      if (when === 'opening' && backups.some(isOfUpdate)) said.say(t('backups.updated'));
    } catch (error) {
      problem.value = toProblem(error);
    }
  }

  watch(
    () => [study.study?.study, study.readOnly],
    () => {
      problem.value = null;
      void keep('opening');
    },
  );
  const timer = setInterval(() => void keep('working'), askEveryMs);
  onScopeDispose(() => clearInterval(timer));

  return { shown, problem };
});

/** Made just now, as the study was opened. */
function isOfUpdate({ beforeUpdateOf, at }: Backup): boolean {
  return beforeUpdateOf !== null && Date.now() - Date.parse(at) < minuteMs;
}
