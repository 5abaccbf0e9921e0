import { watch } from 'vue';
import { useRecentStore } from '../stores/recent.ts';
import { useRoomStore } from '../stores/room.ts';
import { useStudyStore } from '../stores/study.ts';

/** Remembers which room of which survey is on screen, for the study to be opened there the next time. */
export function usePlaceKept(): void {
  const study = useStudyStore();
  const room = useRoomStore();
  const recent = useRecentStore();
  watch(
    () => [study.study?.study, study.survey?.survey, room.place] as const,
    ([open, survey, place]) => {
      if (open !== undefined && survey !== undefined) void recent.keepPlace(open, { survey, room: place });
    },
  );
}
