import type { HistoryMove, HistoryState, Step } from '#contract/history.ts';

export interface StepWords {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly count: number;
}

/** A step as part of a sentence. */
export function stepWords({ what, params }: Step): StepWords {
  const name = what.replace('.', '-');
  const count = Number(params.variables ?? params.concerns ?? 1);
  return {
    key: `history.step.${what === 'draft.change' ? `${name}-${params.room}` : name}`,
    params: { ...params, count },
    count,
  };
}

/** What is said where there was nothing to move. */
export function nothingWords({ ended }: Pick<HistoryState, 'ended'>, direction: 'undo' | 'redo'): string {
  if (direction === 'redo') return 'history.nothingToRedo';
  return ended === null ? 'history.nothingToUndo' : `history.ended.${ended.replace('.', '-')}`;
}

/** What is said after a move. */
export function movedKey(direction: 'undo' | 'redo', { done }: Pick<HistoryMove, 'done'>): string | null {
  if (done === null) return null;
  return direction === 'undo' ? 'history.undone' : 'history.redone';
}
