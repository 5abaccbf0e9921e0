import { defineStore } from 'pinia';
import { computed, watch } from 'vue';
import type { DerivedState, DerivedVariable } from '#contract/derived.ts';
import type { ResponseSetDefinition, ResponseSetState } from '#contract/responseSet.ts';
import type { SurveyReference } from '#contract/source.ts';
import { useClient } from '../api.ts';
import { useAsked } from '../useAsked.ts';
import { useStudyStore } from './study.ts';
import { useVariablesStore } from './variables.ts';

/** What the user made beside the file's variables: derived variables and multiple-response sets. */
export const useDerivedStore = defineStore('derived', () => {
  const client = useClient();
  const study = useStudyStore();
  const variables = useVariablesStore();
  const derivedListing = useAsked((reference: SurveyReference, { signal }) =>
    client.derived.list(reference, { signal }),
  );
  const setListing = useAsked((reference: SurveyReference, { signal }) =>
    client.responseSet.list(reference, { signal }),
  );

  const derived = computed<readonly DerivedState[]>(() => derivedListing.answer.value?.derived ?? []);
  const byName = computed(() => new Map(derived.value.map((one) => [one.name, one])));
  const sets = computed<readonly ResponseSetState[]>(() => setListing.answer.value?.sets ?? []);
  const setsByName = computed(() => new Map(sets.value.map((one) => [one.name, one])));

  watch(
    () => study.reference,
    (reference) => {
      derivedListing.clear();
      setListing.clear();
      if (reference) void list(reference);
    },
    { immediate: true },
  );

  watch(
    () => study.revision,
    () => {
      if (study.reference) void list(study.reference);
    },
  );

  async function list(reference: SurveyReference): Promise<void> {
    await Promise.all([derivedListing.ask(reference), setListing.ask(reference)]);
  }

  async function save(variable: DerivedVariable, replaces: string | null): Promise<void> {
    const { reference } = study;
    if (!reference) return;
    derivedListing.answer.value = await client.derived.save({ ...reference, variable, replaces });
    await variables.changed();
  }

  async function remove(variable: string): Promise<void> {
    const { reference } = study;
    if (!reference) return;
    derivedListing.answer.value = await client.derived.remove({ ...reference, variable });
    await variables.changed();
  }

  /** @returns the set as it is kept: its name may have got a `$` */
  async function saveSet(
    set: ResponseSetDefinition,
    replaces: string | null,
  ): Promise<ResponseSetState | null> {
    const { reference } = study;
    if (!reference) return null;
    const answer = await client.responseSet.save({ ...reference, set, replaces });
    setListing.answer.value = answer;
    await list(reference);
    return answer.sets.find(({ name }) => name === set.name || name === `$${set.name}`) ?? null;
  }

  async function removeSet(set: string): Promise<void> {
    const { reference } = study;
    if (!reference) return;
    setListing.answer.value = await client.responseSet.remove({ ...reference, set });
    await list(reference);
  }

  return {
    derived,
    byName,
    sets,
    setsByName,
    loading: setListing.loading,
    problem: computed(() => derivedListing.problem.value ?? setListing.problem.value),
    save,
    remove,
    saveSet,
    removeSet,
  };
});
