import { defineStore } from 'pinia';
import { ref, shallowRef, watch } from 'vue';
import { operationOf } from '#contract/client.ts';
import type { HistoryMove, HistoryState, TouchedPart } from '#contract/history.ts';
import type { ProblemMessage } from '#contract/problem.ts';
import { useBridge, useClient } from '../api.ts';
import { toProblem } from '../toProblem.ts';
import { useAnalysesStore } from './analyses.ts';
import { useConcernsStore } from './concerns.ts';
import { useDefinitionsStore } from './definitions.ts';
import { useRoomStore } from './room.ts';
import { useStudyStore } from './study.ts';
import { useVariablesStore } from './variables.ts';

/** What makes a step, or ends the history. */
const changes: ReadonlySet<string> = new Set([
  'survey.setRoles',
  'survey.markMissing',
  'survey.replace',
  'survey.adopt',
  'variable.edit',
  'derived.save',
  'derived.remove',
  'responseSet.save',
  'responseSet.remove',
  'concern.save',
  'analysis.keep',
  'analysis.change',
  'analysis.duplicate',
  'analysis.remove',
  'analysis.order',
  'analysis.draft',
]);

/** The steps that can be taken back and done again. */
export const useHistoryStore = defineStore('history', () => {
  const bridge = useBridge();
  const client = useClient();
  const study = useStudyStore();
  const room = useRoomStore();
  const concerns = useConcernsStore();
  const variables = useVariablesStore();
  const analyses = useAnalysesStore();
  const definitions = useDefinitionsStore();
  const state = shallowRef<HistoryState>({ undo: null, redo: null, ended: null });
  const problem = shallowRef<ProblemMessage | null>(null);
  const moving = ref(false);
  let last: Promise<unknown> = Promise.resolve();

  watch(
    () => study.study?.study,
    (open) => {
      state.value = { undo: null, redo: null, ended: null };
      problem.value = null;
      if (open !== undefined) void refresh();
    },
    { immediate: true },
  );
  bridge.subscribe(({ id, kind }) => {
    if (kind === 'result' && !moving.value && changes.has(operationOf(id))) void refresh();
  });

  async function refresh(): Promise<void> {
    const open = study.study?.study;
    if (open === undefined) return;
    try {
      const found = await client.history.list({ study: open });
      if (study.study?.study === open && !moving.value) state.value = found;
    } catch (error) {
      problem.value = toProblem(error);
    }
  }

  /**
   * One after another, as often as it is asked for.
   *
   * @returns what was done, or `null`: it was refused, and `problem` says why
   */
  function move(direction: 'undo' | 'redo'): Promise<HistoryMove | null> {
    const mine = last.then(() => moveNow(direction));
    last = mine;
    return mine;
  }

  async function moveNow(direction: 'undo' | 'redo'): Promise<HistoryMove | null> {
    const open = study.study?.study;
    if (open === undefined) return null;
    moving.value = true;
    problem.value = null;
    try {
      // What waits to be saved is the last step.
      if (!(await concerns.flush())) {
        room.room = 'concerns';
        return null;
      }
      if (!(await definitions.flush())) {
        problem.value = definitions.problem;
        return null;
      }
      const moved = await client.history[direction]({ study: open });
      if (study.study?.study !== open) return null;
      state.value = moved;
      if (moved.done === null) return moved;
      if (moved.survey !== null && moved.survey !== study.survey?.survey) study.chosenSurvey = moved.survey;
      await askAgain(open, new Set(moved.touched));
      showPlace(moved);
      return moved;
    } catch (error) {
      problem.value = toProblem(error);
      return null;
    } finally {
      moving.value = false;
    }
  }

  /** Only what was touched is asked for again. */
  async function askAgain(open: string, touched: ReadonlySet<TouchedPart>): Promise<void> {
    const has = (...parts: TouchedPart[]): boolean => parts.some((part) => touched.has(part));
    await Promise.all([
      has('analyses', 'drafts') && client.analysis.list({ study: open }).then(analyses.refresh),
      has('roles') && study.refresh(),
      has('variables', 'derived', 'sets') && variables.changed(),
      has('concerns') && concerns.refresh(),
    ]);
  }

  function showPlace({ done }: HistoryMove): void {
    if (done === null) return;
    const [noun] = done.what.split('.');
    const { variable, room: its } = done.params;
    const named = typeof variable === 'string' && variables.byName.has(variable) ? variable : null;
    if (noun === 'roles' || noun === 'missing' || noun === 'survey') {
      room.surveyTab = 'setUp';
      room.room = 'survey';
    } else if (noun === 'variable' || noun === 'derived' || noun === 'set') {
      if (named !== null) room.showVariable(named);
      else {
        room.surveyTab = 'variables';
        room.room = 'survey';
      }
    } else if (noun === 'concern') {
      if (typeof variable === 'string' && concerns.byVariable.has(variable)) room.showConcern(variable);
      else room.room = 'concerns';
    } else if (done.what === 'draft.change') {
      const shown = (['matrix', 'freedoms', 'tables', 'priorities'] as const).find((each) => each === its);
      if (shown) room.showAnalysis(shown);
    }
  }

  return { state, problem, moving, move };
});
