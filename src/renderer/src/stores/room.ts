import { defineStore } from 'pinia';
import { ref } from 'vue';

export const rooms = ['survey', 'concerns', 'matrix'] as const;
export type Room = (typeof rooms)[number];

/** Which room of the work is on screen, and what to show first in it. */
export const useRoomStore = defineStore('room', () => {
  const room = ref<Room>('survey');
  const surveyTab = ref<'setUp' | 'variables'>('setUp');
  /** The variable that the browser shows; `null` for the first. */
  const variable = ref<string | null>(null);

  function showVariable(name: string): void {
    variable.value = name;
    surveyTab.value = 'variables';
    room.value = 'survey';
  }

  return { room, surveyTab, variable, showVariable };
});
