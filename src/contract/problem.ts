import { z } from 'zod';
import { problemCodes } from '#engine/survey/problemCodes.ts';

/** A problem as it travels: its words are chosen where it is shown. */
export const problem = z.object({
  code: z.enum(problemCodes),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))])),
});
export type ProblemMessage = z.infer<typeof problem>;
