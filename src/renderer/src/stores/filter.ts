import { defineStore } from 'pinia';
import { computed } from 'vue';
import type { AnalysisRoom } from '#contract/analysisDefinition.ts';
import { filtered, filterOf } from '#presentation/analysis/filter.ts';
import { firstDefinitions } from '#presentation/analysis/firstDefinitions.ts';
import { useDefinitionsStore } from './definitions.ts';
import { useRoomStore } from './room.ts';
import { useStudyStore } from './study.ts';

const rooms = Object.values(firstDefinitions).map(({ room }) => room);

/** Who is counted in the room of results that is on screen. */
export const useFilterStore = defineStore('filter', () => {
  const definitions = useDefinitionsStore();
  const study = useStudyStore();
  const room = useRoomStore();
  const survey = computed(() => study.survey?.survey ?? null);
  const inRoom = (each: AnalysisRoom): string => filterOf(definitions.shownIn(survey.value)[each]);

  /** A condition; empty where everybody counts. */
  const where = computed(() => (room.analysisRoom === null ? '' : inRoom(room.analysisRoom)));
  /** Every room of results has the same. */
  const everywhere = computed(() => rooms.every((each) => inRoom(each) === where.value));

  function limit(wanted: AnalysisRoom, condition: string): void {
    if (survey.value === null || inRoom(wanted) === condition.trim()) return;
    definitions.change(survey.value, filtered(definitions.shownIn(survey.value)[wanted], condition));
  }
  function choose(condition: string): void {
    if (room.analysisRoom !== null) limit(room.analysisRoom, condition);
  }
  function chooseEverywhere(): void {
    const condition = where.value;
    for (const each of rooms) limit(each, condition);
  }

  return { where, everywhere, choose, chooseEverywhere };
});
