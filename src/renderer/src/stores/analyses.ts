import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { Analyses, AnalysisState, DamagedAnalysis, Draft } from '#contract/analysis.ts';
import type { AnalysisRoom } from '#contract/analysisDefinition.ts';
import type { ProblemMessage } from '#contract/problem.ts';
import { useClient } from '../api.ts';
import { sameDefinition } from '../features/analyses/sameDefinition.ts';
import { toProblem } from '../toProblem.ts';
import { useConcernsStore } from './concerns.ts';
import { useDefinitionsStore } from './definitions.ts';
import { useRoomStore } from './room.ts';
import { useStudyStore } from './study.ts';

/** The analyses that were kept under a name, of all surveys of the study. */
export const useAnalysesStore = defineStore('analyses', () => {
  const client = useClient();
  const study = useStudyStore();
  const concerns = useConcernsStore();
  const definitions = useDefinitionsStore();
  const room = useRoomStore();
  /** In the user's order. */
  const kept = shallowRef<readonly AnalysisState[]>([]);
  /** Those that cannot be read. */
  const damaged = shallowRef<readonly DamagedAnalysis[]>([]);
  /** Why the last change to the list was refused. */
  const problem = shallowRef<ProblemMessage | null>(null);
  /** Why what a room shows was not kept. */
  const keepProblem = shallowRef<ProblemMessage | null>(null);
  /** Whose name is being edited. */
  const renaming = ref<number | null>(null);

  const byId = computed(() => new Map(kept.value.map((analysis) => [analysis.id, analysis])));

  /** The kept analysis that a room of the survey shows. */
  function openIn(survey: number | null, wanted: AnalysisRoom): AnalysisState | null {
    const id = definitions.keptIn.get(`${survey} ${wanted}`);
    return (id === undefined ? undefined : byId.value.get(id)) ?? null;
  }
  const current = computed(() =>
    room.analysisRoom === null ? null : openIn(study.survey?.survey ?? null, room.analysisRoom),
  );
  const isChanged = (analysis: AnalysisState): boolean =>
    !sameDefinition(analysis.definition, definitions.shownIn(analysis.survey)[analysis.definition.room]);

  /** As the study has them. */
  function restore({ analyses, drafts, damaged: unread = [] }: Analyses): void {
    const open = new Map<string, number>();
    definitions.restore(drafts);
    kept.value = analyses;
    damaged.value = unread;
    const place = ({ survey, definition: { room: its } }: Pick<Draft, 'survey' | 'definition'>): string =>
      `${survey} ${its}`;
    // A room that shows exactly what was kept shows the kept one, or else the changed one that it is said to be of.
    for (const draft of drafts) {
      const of = draft.of === undefined ? undefined : byId.value.get(draft.of);
      if (of && place(of) === place(draft)) open.set(place(of), of.id);
    }
    for (const analysis of analyses) {
      const shown = byId.value.get(open.get(place(analysis)) ?? -1);
      if (isChanged(analysis) || (shown && !isChanged(shown))) continue;
      open.set(place(analysis), analysis.id);
    }
    definitions.keptIn = open;
    problem.value = null;
    keepProblem.value = null;
    renaming.value = null;
  }

  function clear(): void {
    restore({ analyses: [], drafts: [] });
  }

  /** As the study has them after a change that was not made here. Rooms go on showing the kept one they showed. */
  function refresh({ analyses, drafts, damaged: unread = [] }: Analyses): void {
    definitions.restore(drafts);
    kept.value = analyses;
    damaged.value = unread;
  }

  function link({ survey, definition, id }: Pick<AnalysisState, 'survey' | 'definition' | 'id'>): void {
    definitions.keptIn = new Map(definitions.keptIn).set(`${survey} ${definition.room}`, id);
  }

  /** Shows it exactly as it was kept, in its room and its survey. */
  async function open(id: number): Promise<void> {
    const analysis = byId.value.get(id);
    if (!analysis) return;
    if (analysis.survey !== study.survey?.survey) {
      // What waits to be saved belongs to the survey that is left.
      if (!(await concerns.flush())) {
        room.room = 'concerns';
        return;
      }
      study.chosenSurvey = analysis.survey;
    }
    link(analysis);
    if (isChanged(analysis)) definitions.change(analysis.survey, analysis.definition);
    room.showAnalysis(analysis.definition.room);
  }

  async function asked(
    ask: (study: string) => Promise<Analyses>,
    refused = problem,
  ): Promise<Analyses | null> {
    const open = study.study?.study;
    if (open === undefined) return null;
    try {
      const answer = await ask(open);
      refused.value = null;
      if (study.study?.study !== open) return null;
      kept.value = answer.analyses;
      damaged.value = answer.damaged ?? [];
      return answer;
    } catch (error) {
      refused.value = toProblem(error);
      return null;
    }
  }

  /** Keeps what the room shows, under a name. `false`: it was refused, and `keepProblem` says why. */
  async function keep(name: string): Promise<boolean> {
    const { analysisRoom } = room;
    const survey = study.survey?.survey ?? null;
    if (analysisRoom === null || survey === null) return false;
    const definition = definitions.shownIn(survey)[analysisRoom];
    const before = new Set(byId.value.keys());
    const answer = await asked(
      (open) => client.analysis.keep({ study: open, survey, name, definition }),
      keepProblem,
    );
    const added = answer?.analyses.find(({ id }) => !before.has(id));
    if (added) link(added);
    return added !== undefined;
  }

  /** What the room shows now takes the place of what was kept under this name. */
  async function keepChanges({ id, survey, definition: { room: its } }: AnalysisState): Promise<boolean> {
    const definition = definitions.shownIn(survey)[its];
    const change = (open: string) => client.analysis.change({ study: open, id, definition });
    return (await asked(change, keepProblem)) !== null;
  }

  const rename = async (id: number, name: string): Promise<boolean> =>
    (await asked((open) => client.analysis.change({ study: open, id, name }))) !== null;

  /** @returns the new one */
  async function duplicate(id: number, name: string): Promise<AnalysisState | null> {
    const before = new Set(byId.value.keys());
    const answer = await asked((open) => client.analysis.duplicate({ study: open, id, name }));
    return answer?.analyses.find((analysis) => !before.has(analysis.id)) ?? null;
  }

  const remove = async (id: number): Promise<boolean> =>
    (await asked((open) => client.analysis.remove({ study: open, id }))) !== null;

  /** Takes it to another place; over the ends nothing moves. */
  async function move(id: number, to: number): Promise<boolean> {
    const ids = kept.value.map((analysis) => analysis.id);
    const from = ids.indexOf(id);
    if (from < 0 || to < 0 || to >= ids.length || from === to) return false;
    const order = ids.toSpliced(from, 1).toSpliced(to, 0, id);
    const before = kept.value;
    // It moves at once; the list that comes back is the same.
    kept.value = order.flatMap((each) => byId.value.get(each) ?? []);
    const done = await asked((open) => client.analysis.order({ study: open, ids: order }));
    if (done === null) kept.value = before;
    return done !== null;
  }

  return {
    kept,
    damaged,
    byId,
    problem,
    keepProblem,
    renaming,
    current,
    openIn,
    isChanged,
    restore,
    clear,
    refresh,
    open,
    keep,
    keepChanges,
    rename,
    duplicate,
    remove,
    move,
  };
});
