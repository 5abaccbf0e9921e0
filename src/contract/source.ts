import { z } from 'zod';
import { reading } from './reading.ts';

/** A survey of a study by its id or its name; `null` where the study has only one. */
const whichSurvey = z.union([z.number().int(), z.string().min(1)]).nullable();

/** Where respondents come from: a survey kept in a study, or a survey file read as it is. */
export const source = z.union([
  z.strictObject({ study: z.string().min(1), survey: whichSurvey }),
  z.strictObject({ file: z.string().min(1), reading: reading.optional() }),
]);
export type Source = z.infer<typeof source>;
export type FileSource = Extract<Source, { file: string }>;

/** A survey in a study. */
export const surveyReference = z.strictObject({
  study: z.string().min(1),
  survey: whichSurvey,
});
export type SurveyReference = z.infer<typeof surveyReference>;

export const value = z.union([z.number(), z.string()]);
export type Value = z.infer<typeof value>;

export const valueLabel = z.object({ value, label: z.string() });

/** Codes to set aside as missing. `variable: '*'` means every variable that has value labels. */
export const missingMark = z.strictObject({ variable: z.string().min(1), codes: z.array(value) });
export type MissingMark = z.infer<typeof missingMark>;
