import { z } from 'zod';
import { designRoles, designSummary } from './design.ts';
import { operation } from './define.ts';
import { problem } from './problem.ts';

export const sampleName = z.enum(['benin', 'bangladesh']);

const sample = z.object({ sample: sampleName, rows: z.number() });

export const surveyRoles = designRoles.extend({ area: z.string().nullable() });
export type SurveyRoles = z.infer<typeof surveyRoles>;

export const surveyState = z.object({
  survey: z.number(),
  name: z.string(),
  format: z.string(),
  fileName: z.string(),
  rows: z.number(),
  variables: z.number(),
  importedAt: z.string(),
  /** One of the two teaching surveys: its people are made up, and every screen says so. */
  madeUp: z.boolean(),
  roles: surveyRoles,
  /** The design as its roles give it, or the problem that keeps it from being used. */
  design: z.union([z.object({ summary: designSummary }), z.object({ problem })]),
});
export type SurveyState = z.infer<typeof surveyState>;

export const studyState = z.object({ study: z.string(), name: z.string(), surveys: z.array(surveyState) });
export type StudyState = z.infer<typeof studyState>;

/**
 * Why a study is open only to look at: another window or tab of this program has it, another program has it, or its
 * file or folder cannot be written. Changes are refused then.
 */
export const readOnlyReason = z.enum(['otherWindow', 'otherProgram', 'notWritable']);
export type ReadOnlyReason = z.infer<typeof readOnlyReason>;

/** `readOnly` is `null` where the study may be changed. */
export const openedStudy = studyState.extend({ readOnly: readOnlyReason.nullable() });
export type OpenedStudy = z.infer<typeof openedStudy>;

const studyPath = z.strictObject({ study: z.string().min(1) });

export const study = {
  /** Studies in the studies folder, newest first, and the teaching samples. */
  'study.list': operation(
    z.strictObject({}),
    z.object({
      folder: z.string(),
      studies: z.array(
        z.object({
          study: z.string(),
          name: z.string(),
          changedAt: z.string(),
          surveys: z.array(z.object({ name: z.string(), rows: z.number(), madeUp: z.boolean() })),
          problem: problem.nullable(),
        }),
      ),
      samples: z.array(sample),
    }),
  ),
  /**
   * Opens a study for this window alone, or to look at. A study that another window of this program has is refused
   * (`study.openInWindow`), unless it is asked for `toLookAt`.
   */
  'study.open': operation(studyPath.extend({ toLookAt: z.boolean().optional() }), openedStudy, {
    writes: true,
  }),
  'study.close': operation(studyPath, z.object({})),
  /** Opens the study of a teaching sample, making it first where it is not there yet. */
  'study.openSample': operation(z.strictObject({ sample: sampleName }), studyState, { lane: 'long' }),
};
