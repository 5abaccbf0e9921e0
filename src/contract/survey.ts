import { z } from 'zod';
import { operation } from './define.ts';
import { reading } from './file.ts';
import { noticed } from './notice.ts';
import { leftOut } from './personal.ts';
import { missingMark, surveyReference } from './source.ts';
import { studyState, surveyRoles } from './study.ts';

export const survey = {
  /** Brings a file into a study, in one transaction. `study: null` makes a new study named `name`. */
  'survey.import': operation(
    z.strictObject({
      file: z.string().min(1),
      study: z.string().min(1).nullable(),
      name: z.string().min(1).nullable(),
      reading: reading.optional(),
      /** Sheets with a repeated part of the form, each brought in as a survey of its own beside this one. */
      repeats: z.array(z.string().min(1)).optional(),
      /** Names of variables that are never stored. */
      leaveOut: z.array(z.string().min(1)).optional(),
    }),
    z.object({ survey: z.number(), study: studyState, leftOut }),
    { lane: 'long', writes: true },
  ),
  /** What the app noticed: nothing is applied without the user's word. */
  'survey.notice': operation(surveyReference, noticed),
  'survey.setRoles': operation(z.strictObject({ ...surveyReference.shape, roles: surveyRoles }), studyState, {
    writes: true,
  }),
  /** Replaces the codes marked as missing for each variable named. An empty list unmarks. */
  'survey.markMissing': operation(
    z.strictObject({ ...surveyReference.shape, marks: z.array(missingMark) }),
    z.object({ marked: z.array(missingMark) }),
    { writes: true },
  ),
};
