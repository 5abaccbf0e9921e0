import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { SurveyReference } from '#contract/source.ts';
import type { StudyState, SurveyRoles, SurveyState } from '#contract/study.ts';
import { useClient } from '../api.ts';

/** The study that is open, and which of its surveys is looked at. */
export const useStudyStore = defineStore('study', () => {
  const client = useClient();
  const study = shallowRef<StudyState | null>(null);
  const chosenSurvey = ref<number | null>(null);
  /** Grows when roles or missing marks change: every estimate made before is stale. */
  const revision = ref(0);

  const survey = computed<SurveyState | null>(() => {
    const surveys = study.value?.surveys ?? [];
    return surveys.find((each) => each.survey === chosenSurvey.value) ?? surveys[0] ?? null;
  });
  const path = computed(() => study.value?.study ?? null);
  const surveyNumber = computed(() => survey.value?.survey ?? null);
  const reference = computed<SurveyReference | null>(() =>
    path.value !== null && surveyNumber.value !== null
      ? { study: path.value, survey: surveyNumber.value }
      : null,
  );

  /** A study that was opened, made or imported. `null` shows its first survey. */
  function show(state: StudyState, survey: number | null): void {
    const before = path.value;
    study.value = state;
    chosenSurvey.value = survey;
    if (before !== null && before !== state.study) void client.study.close({ study: before });
  }

  function changed(): void {
    revision.value++;
  }

  async function setRoles(roles: SurveyRoles): Promise<void> {
    if (!reference.value) return;
    replaced(await client.survey.setRoles({ ...reference.value, roles }));
  }

  /** Another state of the study that is open: a corrected file, roles taken over. Everything computed is stale. */
  function replaced(state: StudyState): void {
    study.value = state;
    changed();
  }

  async function close(): Promise<void> {
    const open = path.value;
    study.value = null;
    chosenSurvey.value = null;
    if (open !== null) await client.study.close({ study: open });
  }

  return {
    study,
    survey,
    chosenSurvey,
    reference,
    revision,
    show,
    setRoles,
    replaced,
    close,
    changed,
  };
});
