import { z } from 'zod';

/** Where respondents come from: a survey kept in a study, or a survey file read as it is. */
export const source = z.union([
  z.strictObject({ study: z.string().min(1), survey: z.number().int().nullable() }),
  z.strictObject({ file: z.string().min(1) }),
]);
export type Source = z.infer<typeof source>;

/** A survey in a study. `survey: null` means the only one. */
export const surveyReference = z.strictObject({
  study: z.string().min(1),
  survey: z.number().int().nullable(),
});
export type SurveyReference = z.infer<typeof surveyReference>;

export const value = z.union([z.number(), z.string()]);
export type Value = z.infer<typeof value>;

export const valueLabel = z.object({ value, label: z.string() });

/** Codes to set aside as missing. `variable: '*'` means every variable that has value labels. */
export const missingMark = z.strictObject({ variable: z.string().min(1), codes: z.array(value) });
export type MissingMark = z.infer<typeof missingMark>;
