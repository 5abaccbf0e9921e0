import { computed, nextTick, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Step } from '#contract/history.ts';
import { movedKey, nothingWords, stepWords } from '../features/analyses/historyWords.ts';
import { useFormats } from '../format/useFormats.ts';
import { useHistoryStore } from '../stores/history.ts';
import { useRoomStore } from '../stores/room.ts';
import { useSaidStore } from '../stores/said.ts';
import { useStudyStore } from '../stores/study.ts';

export type Direction = 'undo' | 'redo';

export interface Undo {
  /** “Undo: codes of fear_extortion” */
  readonly texts: ComputedRef<Readonly<Record<Direction, string>>>;
  readonly possible: ComputedRef<Readonly<Record<Direction, boolean>>>;
  /** Also says what was done, or why nothing was. */
  move(direction: Direction): Promise<void>;
}

export function useUndo(): Undo {
  const { t } = useI18n();
  const formats = useFormats();
  const history = useHistoryStore();
  const room = useRoomStore();
  const study = useStudyStore();
  const said = useSaidStore();

  function textOf(step: Step): string {
    const { key, params, count } = stepWords(step);
    return t(key, { ...params, count: formats.value.count(count) }, count);
  }
  const texts = computed(() => ({
    undo: history.state.undo
      ? t('history.undoStep', { step: textOf(history.state.undo) })
      : t('history.undo'),
    redo: history.state.redo
      ? t('history.redoStep', { step: textOf(history.state.redo) })
      : t('history.redo'),
  }));
  const possible = computed(() => {
    const may = study.readOnly === null;
    return { undo: may && history.state.undo !== null, redo: may && history.state.redo !== null };
  });

  async function move(direction: Direction): Promise<void> {
    if (study.readOnly !== null) return;
    const before = room.room;
    const moved = await history.move(direction);
    if (moved === null) return;
    const key = movedKey(direction, moved);
    if (key === null || moved.done === null) return said.say(t(nothingWords(moved, direction)));
    said.say(t(key, { step: textOf(moved.done) }));
    // What had the focus may have gone with the room.
    if (room.room !== before) await nextTick(() => document.getElementById('content')?.focus());
  }

  return { texts, possible, move };
}
