import { z } from 'zod';
import { analysisDefinition } from './analysisDefinition.ts';
import { operation } from './define.ts';
import { surveyReference } from './source.ts';

const studyPath = z.strictObject({ study: z.string().min(1) });

/** More than a room can come to hold; what is larger was not made by the window. */
export const largestDefinition = 100_000;

const definition = analysisDefinition.refine(
  (one) => JSON.stringify(one).length <= largestDefinition,
  'the definition is too large',
);
/** An empty one, or one of many blanks, is refused with `analysis.nameEmpty`. */
const name = z.string().max(200);
const id = z.number().int();

/** An analysis that the user kept under a name, of one survey of the study. */
export const analysisState = z.object({
  id,
  survey: z.number().int(),
  name: z.string(),
  /** What it names may be gone, since a corrected file took the survey's place. */
  definition: analysisDefinition,
  /** Place in the study's list, from 0. */
  position: z.number().int(),
  /** When the name or the definition was last another, as `2026-02-03T04:05:06.789Z`. */
  changed: z.string(),
});
export type AnalysisState = z.infer<typeof analysisState>;

/** What a room of a survey shows now: one for each survey and room, so that a study opens as it was left. */
export const draft = z.object({
  survey: z.number().int(),
  definition: analysisDefinition,
  /** The kept analysis that it is of, changed or not. That one may have been removed since. */
  of: id.optional(),
});
export type Draft = z.infer<typeof draft>;

/** One that cannot be read. It stays in the study until it is removed. */
const damagedAnalysis = z.object({ id, name: z.string() });
export type DamagedAnalysis = z.infer<typeof damagedAnalysis>;

/** `damaged`: left out where there is none. */
export const analyses = z.object({
  analyses: z.array(analysisState),
  drafts: z.array(draft),
  damaged: z.array(damagedAnalysis).optional(),
});
export type Analyses = z.infer<typeof analyses>;

export const analysis = {
  /** The kept analyses of all surveys, in the user's order, and the drafts. */
  'analysis.list': operation(studyPath, analyses),
  /** Keeps one at the end of the list. No two of a study have one name, whatever its capital letters. */
  'analysis.keep': operation(z.strictObject({ ...surveyReference.shape, name, definition }), analyses, {
    writes: true,
  }),
  /** What is left out stays as it is. */
  'analysis.change': operation(
    z.strictObject({ ...studyPath.shape, id, name: name.optional(), definition: definition.optional() }),
    analyses,
    { writes: true },
  ),
  /** The same once more, after the one that it is of. */
  'analysis.duplicate': operation(z.strictObject({ ...studyPath.shape, id, name }), analyses, {
    writes: true,
  }),
  'analysis.remove': operation(z.strictObject({ ...studyPath.shape, id }), analyses, { writes: true }),
  /** Those named in this order; others follow as they were. */
  'analysis.order': operation(z.strictObject({ ...studyPath.shape, ids: z.array(id) }), analyses, {
    writes: true,
  }),
  /** What a room shows from now on. Changes of one room that follow each other quickly are one step of the history. */
  'analysis.draft': operation(
    z.strictObject({ ...surveyReference.shape, definition, of: draft.shape.of }),
    analyses,
    { writes: true },
  ),
};
