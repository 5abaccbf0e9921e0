import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { SurveyReference } from '#contract/source.ts';
import type { ReadOnlyReason, StudyState, SurveyRoles, SurveyState } from '#contract/study.ts';
import { useClient } from '../api.ts';

/** The study that is open, and which of its surveys is looked at. */
export const useStudyStore = defineStore('study', () => {
  const client = useClient();
  const study = shallowRef<StudyState | null>(null);
  const chosenSurvey = ref<number | null>(null);
  /** Why the study may only be looked at, where that is so: nothing is saved then. */
  const readOnly = ref<ReadOnlyReason | null>(null);
  /** Grows when the study that is shown is opened anew: everything is read again. */
  const openings = ref(0);
  /** Grows when roles or missing marks change: every estimate made before is stale. */
  const revision = ref(0);

  const survey = computed<SurveyState | null>(() => {
    const surveys = study.value?.surveys ?? [];
    return surveys.find((each) => each.survey === chosenSurvey.value) ?? surveys[0] ?? null;
  });
  const path = computed(() => study.value?.study ?? null);
  const surveyNumber = computed(() => survey.value?.survey ?? null);
  const reference = computed<SurveyReference | null>(() =>
    path.value !== null && surveyNumber.value !== null && openings.value >= 0
      ? { study: path.value, survey: surveyNumber.value }
      : null,
  );

  /** A study that was opened, made or imported. `null` shows its first survey. */
  function show(state: StudyState, survey: number | null, access: ReadOnlyReason | null = null): void {
    const before = path.value;
    if (before === state.study) openings.value++;
    study.value = state;
    chosenSurvey.value = survey;
    readOnly.value = access;
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

  /** As the study has it now. */
  async function refresh(): Promise<void> {
    if (path.value === null) return;
    const { readOnly: access, ...state } = await client.study.open({ study: path.value, toLookAt: true });
    if (path.value !== state.study) return;
    readOnly.value = access;
    replaced(state);
  }

  async function close(): Promise<void> {
    const open = path.value;
    study.value = null;
    chosenSurvey.value = null;
    readOnly.value = null;
    if (open !== null) await client.study.close({ study: open });
  }

  return {
    study,
    survey,
    chosenSurvey,
    reference,
    readOnly,
    revision,
    show,
    setRoles,
    replaced,
    refresh,
    close,
    changed,
  };
});
