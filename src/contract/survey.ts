import { z } from 'zod';
import { operation } from './define.ts';
import { margin } from './design.ts';
import { reading } from './reading.ts';
import { memberHouseholds, noticed } from './notice.ts';
import { leftOut } from './personal.ts';
import { missingMark, surveyReference } from './source.ts';
import { studyState, surveyRoles } from './study.ts';
import { adopted, correctionChanges, variableMatch } from './surveyChanges.ts';

/**
 * A corrected file for a survey. It is read as the survey's own file was, and what was left out is left out
 * again, unless `reading` and `leaveOut` say otherwise. The surveys of repeated parts that came with this one
 * are replaced along with it where the file has their sheets.
 */
const correction = z.strictObject({
  ...surveyReference.shape,
  file: z.string().min(1),
  reading: reading.optional(),
  /** With `reading`: the form or codebook that the study keeps explains the file. */
  keptCompanion: z.boolean().optional(),
  leaveOut: z.array(z.string().min(1)).optional(),
});

/** Two surveys of a study: `survey`, and the `other` that it is held against. */
const twoSurveys = z.strictObject({ ...surveyReference.shape, other: surveyReference.shape.survey.unwrap() });

const unmatched = z.array(z.object({ name: z.string(), label: z.string() }));

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
      /** Variables of the household that its members get, beside those of its design. */
      bring: z.array(z.string().min(1)).optional(),
    }),
    z.object({
      survey: z.number(),
      study: studyState,
      leftOut,
      /** Surveys of members that found the survey of their households, and what they got of it. */
      members: z
        .array(memberHouseholds.extend({ members: z.number(), brought: z.array(z.string()) }))
        .optional(),
    }),
    { lane: 'long', writes: true },
  ),
  /** What the app noticed: nothing is applied without the user's word. On the long lane, for it looks at every value. */
  'survey.notice': operation(surveyReference, noticed, { lane: 'long' }),
  'survey.setRoles': operation(z.strictObject({ ...surveyReference.shape, roles: surveyRoles }), studyState, {
    writes: true,
  }),
  /**
   * Known totals from a table as text, such as a CSV file or cells of a spreadsheet: columns variable, value and
   * total. Totals with a per cent sign, or that add up to 1, are shares.
   */
  'survey.readTotals': operation(
    z.strictObject({ text: z.string() }),
    z.object({ margins: z.array(margin) }),
  ),
  /** Replaces the codes marked as missing for each variable named. An empty list unmarks. */
  'survey.markMissing': operation(
    z.strictObject({ ...surveyReference.shape, marks: z.array(missingMark) }),
    z.object({ marked: z.array(missingMark) }),
    { writes: true },
  ),
  /** How the survey's file was read and what was left out of it, for a corrected file to be read in the same way. */
  'survey.reading': operation(
    surveyReference,
    z.object({
      reading: reading.omit({ companion: true, sibling: true }),
      /** Name of the form or codebook that the study keeps. */
      companion: z.string().nullable(),
      /** The surveys of repeated parts that came with it. */
      repeats: z.array(z.object({ survey: z.number(), name: z.string(), sheet: z.string() })),
      /** Columns that were left out, and variables that were stored; of these surveys too. */
      leftOut: z.array(z.string()),
      variables: z.array(z.string()),
    }),
  ),
  /** What would change if a corrected file took the survey's place; nothing is stored. */
  'survey.compare': operation(correction, correctionChanges, { lane: 'long' }),
  /**
   * A corrected file takes the survey's place, in one transaction. Roles, marks, edits, concerns, derived
   * variables and response sets follow by name; what cannot is kept, and named in `changes.waiting`.
   */
  'survey.replace': operation(correction, z.object({ study: studyState, changes: correctionChanges }), {
    lane: 'long',
    writes: true,
  }),
  /** The variables of a second wave beside those of another survey. */
  'survey.match': operation(
    twoSurveys,
    z.object({ matched: z.array(variableMatch), unmatched, otherUnmatched: unmatched }),
  ),
  /** Takes over what was said about the other survey, where its variables have a match. Nothing of its own changes. */
  'survey.adopt': operation(twoSurveys, z.object({ study: studyState, ...adopted.shape }), { writes: true }),
};
