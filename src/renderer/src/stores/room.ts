import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import type { AnalysisRoom } from '#contract/analysisDefinition.ts';
import type { StudyPlace } from '#contract/settings.ts';

export const rooms = ['survey', 'concerns', 'matrix', 'tables', 'priorities'] as const;
export type Room = (typeof rooms)[number];

/** Of the room of both freedoms: pair by pair, or counted together. */
export const roomParts = ['pairs', 'freedoms'] as const;
export type RoomPart = (typeof roomParts)[number];

/** Which room of the work is on screen, and what to show first in it. */
export const useRoomStore = defineStore('room', () => {
  const room = ref<Room>('survey');
  const matrixPart = ref<RoomPart>('pairs');
  const surveyTab = ref<'setUp' | 'variables'>('setUp');
  /** The variable that the browser shows; `null` for the first. */
  const variable = ref<string | null>(null);

  /** The concern to be looked at next. */
  const concern = ref<string | null>(null);

  function showConcern(variable: string): void {
    concern.value = variable;
    room.value = 'concerns';
  }

  function showVariable(name: string): void {
    variable.value = name;
    surveyTab.value = 'variables';
    room.value = 'survey';
  }

  /** The room of results that is on screen; `null` in the others. */
  const analysisRoom = computed<AnalysisRoom | null>(() => {
    if (room.value === 'matrix') return matrixPart.value === 'pairs' ? 'matrix' : 'freedoms';
    return room.value === 'tables' || room.value === 'priorities' ? room.value : null;
  });

  function showAnalysis(wanted: AnalysisRoom): void {
    if (wanted === 'matrix') matrixPart.value = 'pairs';
    if (wanted === 'freedoms') matrixPart.value = 'freedoms';
    room.value = wanted === 'freedoms' ? 'matrix' : wanted;
  }

  /** Also where it is half of a room. */
  const place = computed<StudyPlace['room']>(() =>
    room.value === 'survey' || room.value === 'concerns' ? room.value : (analysisRoom.value ?? 'matrix'),
  );
  function showPlace(wanted: StudyPlace['room']): void {
    if (wanted === 'survey' || wanted === 'concerns') room.value = wanted;
    else showAnalysis(wanted);
  }

  return {
    place,
    showPlace,
    room,
    matrixPart,
    surveyTab,
    variable,
    showVariable,
    concern,
    showConcern,
    analysisRoom,
    showAnalysis,
  };
});
