import { defineStore } from 'pinia';
import { computed, ref, shallowRef, type WritableComputedRef } from 'vue';
import type { AnalysisDefinition, AnalysisRoom } from '#contract/analysisDefinition.ts';
import type { Draft } from '#contract/analysis.ts';
import type { ProblemMessage } from '#contract/problem.ts';
import { useClient } from '../api.ts';
import {
  firstDefinitions,
  type DefinitionOf,
  type RoomDefinitions,
} from '#presentation/analysis/firstDefinitions.ts';
import { toProblem } from '../toProblem.ts';
import { useStudyStore } from './study.ts';

/** After the first of several changes the others are saved together. */
const saveAfterMs = 300;

interface Unsaved extends Draft {
  readonly study: string;
}

/** What each room of each survey shows. Every change is saved soon after it is made. */
export const useDefinitionsStore = defineStore('definitions', () => {
  const client = useClient();
  const study = useStudyStore();
  const bySurvey = shallowRef<ReadonlyMap<number, RoomDefinitions>>(new Map());
  const problem = shallowRef<ProblemMessage | null>(null);
  const unsaved = new Map<string, Unsaved>();
  const sending = ref(0);
  let sent: Promise<unknown> = Promise.resolve();
  let first: ReturnType<typeof setTimeout> | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  /** The kept analysis that a room shows, changed or not: by survey and room. */
  const keptIn = shallowRef<ReadonlyMap<string, number>>(new Map());

  const shownIn = (survey: number | null): RoomDefinitions =>
    (survey === null ? undefined : bySurvey.value.get(survey)) ?? firstDefinitions;

  /** As the study has them. */
  function restore(drafts: readonly Draft[]): void {
    const surveys = new Map<number, RoomDefinitions>();
    for (const { survey, definition } of drafts)
      surveys.set(survey, withRoom(surveys.get(survey) ?? firstDefinitions, definition));
    bySurvey.value = surveys;
    unsaved.clear();
    stopWaiting();
    problem.value = null;
  }

  function change(survey: number, definition: AnalysisDefinition): void {
    const open = study.study?.study;
    if (open === undefined) return;
    bySurvey.value = new Map(bySurvey.value).set(survey, withRoom(shownIn(survey), definition));
    if (study.readOnly !== null) return;
    const place = `${survey} ${definition.room}`;
    const of = keptIn.value.get(place);
    unsaved.set(place, { study: open, survey, definition, ...(of !== undefined && { of }) });
    const follows = pause !== undefined;
    clearTimeout(pause);
    pause = setTimeout(() => {
      pause = undefined;
      if (follows) void flush();
    }, saveAfterMs);
    // What the room asks because of the change is asked before.
    if (!follows) first = setTimeout(() => void flush());
  }

  function stopWaiting(): void {
    clearTimeout(first);
    clearTimeout(pause);
    pause = undefined;
  }

  /** Saves at once what waits to be saved. `false`: it could not be saved. */
  async function flush(): Promise<boolean> {
    // One after another, so that none overtakes a later one of its room.
    if (sending.value > 0) await sent;
    sendNow();
    await sent;
    return problem.value === null;
  }

  /** Without waiting for what is on its way: the window goes. */
  function sendNow(): void {
    if (unsaved.size === 0) return;
    const drafts = [...unsaved.values()];
    unsaved.clear();
    problem.value = null;
    sending.value++;
    sent = Promise.all(drafts.map(send)).finally(() => sending.value--);
  }

  async function send(draft: Unsaved): Promise<void> {
    const place = `${draft.survey} ${draft.definition.room}`;
    try {
      await client.analysis.draft(draft);
    } catch (error) {
      if (study.study?.study !== draft.study) return;
      // What was changed since says more.
      if (!unsaved.has(place)) unsaved.set(place, draft);
      problem.value = toProblem(error);
    }
  }

  /** A room whose last change could not be saved. */
  const unsavedRoom = (): AnalysisRoom | null => [...unsaved.values()].at(0)?.definition.room ?? null;

  return { keptIn, unsavedRoom, shownIn, problem, restore, change, flush, sendNow };
});

const withRoom = (rooms: RoomDefinitions, definition: AnalysisDefinition): RoomDefinitions => ({
  ...rooms,
  [definition.room]: definition,
});

/** What a room of the survey that is looked at shows, to be read and changed. */
export function useDefinition<Room extends AnalysisRoom>(
  room: Room,
): WritableComputedRef<DefinitionOf<Room>> {
  const definitions = useDefinitionsStore();
  // A room that is kept alive stays with its survey.
  const survey = useStudyStore().survey?.survey ?? null;
  return computed({
    get: () => definitions.shownIn(survey)[room],
    set: (definition) => {
      if (survey !== null) definitions.change(survey, definition);
    },
  });
}

/** One field of a definition, for a control. */
export function fieldOf<Definition extends AnalysisDefinition, Name extends keyof Definition>(
  definition: WritableComputedRef<Definition>,
  name: Name,
): WritableComputedRef<Definition[Name]> {
  return computed({
    get: () => definition.value[name],
    set: (value) => (definition.value = { ...definition.value, [name]: value }),
  });
}
