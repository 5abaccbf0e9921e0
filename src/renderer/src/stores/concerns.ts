import { defineStore } from 'pinia';
import { computed, ref, shallowRef, watch } from 'vue';
import type { ConcernDefinition, ConcernState, Freedom } from '#contract/concern.ts';
import type { ProblemMessage } from '#contract/problem.ts';
import type { SurveyReference } from '#contract/source.ts';
import { useClient } from '../api.ts';
import { toProblem } from '../toProblem.ts';
import { useAsked } from '../useAsked.ts';
import { useStudyStore } from './study.ts';

export type SaveState = 'saved' | 'waiting' | 'saving' | 'problem';
const saveAfterMs = 350;

/** The study's concerns, in the user's order. Every change is saved soon after it is made. */
export const useConcernsStore = defineStore('concerns', () => {
  const client = useClient();
  const study = useStudyStore();
  const listing = useAsked((reference: SurveyReference, { signal }) =>
    client.concern.list(reference, { signal }),
  );
  const concerns = ref<ConcernDefinition[]>([]);
  /** Shares as last saved, by variable. */
  const states = shallowRef<ReadonlyMap<string, ConcernState>>(new Map());
  /** Grows with each save: matrices made before are stale. */
  const revision = ref(0);
  const saveState = ref<SaveState>('saved');
  const saveProblem = shallowRef<ProblemMessage | null>(null);
  /** Kept without their variable, until a file brings it back. */
  const waiting = shallowRef<readonly ConcernDefinition[]>([]);
  const removed = shallowRef<{ concern: ConcernDefinition; index: number } | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let edits = 0;

  const byVariable = computed(() => new Map(concerns.value.map((concern) => [concern.variable, concern])));
  const count = (freedom: Freedom): number =>
    concerns.value.filter((concern) => concern.freedom === freedom && concern.concernedWhen.length > 0)
      .length;

  watch(() => study.reference, load, { immediate: true });
  watch(
    () => study.revision,
    () => {
      if (saveState.value === 'saved') void refresh();
    },
  );

  async function load(reference: SurveyReference | null): Promise<void> {
    clearTimeout(timer);
    concerns.value = [];
    states.value = new Map();
    waiting.value = [];
    removed.value = null;
    saveState.value = 'saved';
    listing.clear();
    if (reference) await refresh();
  }

  async function refresh(): Promise<void> {
    const reference = study.reference;
    const edit = edits;
    if (!reference) return;
    const answer = await listing.ask(reference);
    if (!answer || edit !== edits) return;
    concerns.value = answer.concerns.map(definitionOf);
    waiting.value = answer.waiting ?? [];
    states.value = new Map(answer.concerns.map((state) => [state.variable, state]));
    if (removed.value && byVariable.value.has(removed.value.concern.variable)) removed.value = null;
  }

  function edit(change: (concerns: ConcernDefinition[]) => ConcernDefinition[]): void {
    if (study.readOnly !== null) return;
    edits++;
    concerns.value = change([...concerns.value]);
    saveState.value = 'waiting';
    clearTimeout(timer);
    timer = setTimeout(() => void save(), saveAfterMs);
  }

  async function save(): Promise<void> {
    const reference = study.reference;
    const edit = edits;
    if (!reference) return;
    clearTimeout(timer);
    saveState.value = 'saving';
    try {
      const saved = await client.concern.save({ ...reference, concerns: concerns.value.map(definitionOf) });
      states.value = new Map(saved.concerns.map((state) => [state.variable, state]));
      saveProblem.value = null;
      if (edit !== edits) return;
      revision.value++;
      saveState.value = 'saved';
    } catch (error) {
      saveProblem.value = toProblem(error);
      saveState.value = 'problem';
    }
  }

  /** Gives up the concerns that wait for their variable. */
  async function forgetWaiting(): Promise<void> {
    const reference = study.reference;
    if (!reference || !(await flush())) return;
    const forget = waiting.value.map(({ variable }) => variable);
    try {
      await client.concern.save({ ...reference, concerns: concerns.value.map(definitionOf), forget });
      waiting.value = [];
    } catch (error) {
      saveProblem.value = toProblem(error);
      saveState.value = 'problem';
    }
  }

  /** Saves at once what waits to be saved. `false`: it could not be saved. */
  async function flush(): Promise<boolean> {
    if (saveState.value !== 'saved') await save();
    return saveState.value === 'saved';
  }

  const update = (variable: string, change: Partial<ConcernDefinition>): void =>
    edit((all) =>
      all.map((concern) => (concern.variable === variable ? { ...concern, ...change } : concern)),
    );

  const add = (added: readonly ConcernDefinition[]): void =>
    edit((all) => [...all, ...added.filter(({ variable }) => !byVariable.value.has(variable))]);

  function remove(variable: string): void {
    const index = concerns.value.findIndex((concern) => concern.variable === variable);
    if (index < 0) return;
    removed.value = { concern: concerns.value[index], index };
    edit((all) => all.filter((concern) => concern.variable !== variable));
  }

  function undoRemove(): void {
    const back = removed.value;
    removed.value = null;
    if (back) edit((all) => all.toSpliced(back.index, 0, back.concern));
  }

  const move = (variable: string, by: -1 | 1): void => {
    const from = concerns.value.findIndex((concern) => concern.variable === variable);
    const to = from + by;
    if (from < 0 || to < 0 || to >= concerns.value.length) return;
    edit((all) => all.with(from, all[to]).with(to, all[from]));
  };

  return {
    concerns,
    states,
    revision,
    byVariable,
    loading: listing.loading,
    problem: listing.problem,
    saveState,
    saveProblem,
    removed,
    waiting,
    forgetWaiting,
    count,
    update,
    add,
    remove,
    undoRemove,
    move,
    save,
    flush,
    refresh,
  };
});

function definitionOf({
  variable,
  freedom,
  dimensions,
  concernedWhen,
}: ConcernDefinition): ConcernDefinition {
  return { variable, freedom, dimensions: [...dimensions], concernedWhen: [...concernedWhen] };
}
