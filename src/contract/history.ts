import { z } from 'zod';
import { operation } from './define.ts';

const studyPath = z.strictObject({ study: z.string().min(1) });

/** What can be undone, with the `params` that say of what. */
export const stepKind = z.enum([
  /** All that could be taken over of what is said about another survey: `survey`, the other's name. */
  'survey.adopt',
  /** Roles, second stage, replicate weights or known totals. No params. */
  'roles.set',
  /** Codes set aside as missing: `variable` the first, `variables` how many. */
  'missing.mark',
  /** Label, value labels or missing rule: `variable`. */
  'variable.edit',
  /** `variable` */
  'derived.add',
  /** `variable`, as it is called after the change. */
  'derived.change',
  /** `variable` */
  'derived.remove',
  /** `set` */
  'set.add',
  /** `set`, as it is called after the change. */
  'set.change',
  /** `set` */
  'set.remove',
  /** `variable` */
  'concern.add',
  /** `variable` */
  'concern.remove',
  /** Which answers count: `variable`. */
  'concern.codes',
  /** Fear, want or dignity: `variable`. */
  'concern.freedom',
  /** `variable` */
  'concern.dimensions',
  /** Order only. No params. */
  'concern.order',
  /** Several at once: `concerns` how many. */
  'concern.several',
  /** `name`, `room` */
  'analysis.keep',
  /** `name` it has now, `before`, `room` */
  'analysis.rename',
  /** `name`, `room` */
  'analysis.change',
  /** `name` of the new one, `room` */
  'analysis.duplicate',
  /** `name`, `room` */
  'analysis.remove',
  /** No params. */
  'analysis.order',
  /** What a room shows: `room`. */
  'draft.change',
]);

/** One change that can be undone, or done again. */
export const step = z.object({
  what: stepKind,
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The survey that it is about; `null` for what is about the whole study. */
  survey: z.number().int().nullable(),
});
export type Step = z.infer<typeof step>;

/** What changes a survey's values or variables cannot be undone, nor what was done before it. */
export const historyEnd = z.enum(['survey.replace']);
export type HistoryEnd = z.infer<typeof historyEnd>;

/** What an undo or a redo changes, for the window to ask for it again. */
export const touchedPart = z.enum([
  'roles',
  'concerns',
  'variables',
  'derived',
  'sets',
  'analyses',
  'drafts',
]);
export type TouchedPart = z.infer<typeof touchedPart>;

export const historyState = z.object({
  /** What the next undo takes back, and what the next redo does again. */
  undo: step.nullable(),
  redo: step.nullable(),
  /** Why there is nothing left to undo, where that is the reason. */
  ended: historyEnd.nullable(),
});
export type HistoryState = z.infer<typeof historyState>;

const moved = historyState.extend({
  /** `null`: there was nothing to undo, or to redo, and nothing has changed. */
  done: step.nullable(),
  touched: z.array(touchedPart),
  /** Of `done`. */
  survey: z.number().int().nullable(),
});
export type HistoryMove = z.infer<typeof moved>;

/** The history is kept in the study: it is there when the study is opened again. */
export const history = {
  'history.list': operation(studyPath, historyState),
  /** Refused with `history.changedSince` where something stands otherwise than the step left it. */
  'history.undo': operation(studyPath, moved, { writes: true }),
  'history.redo': operation(studyPath, moved, { writes: true }),
};
