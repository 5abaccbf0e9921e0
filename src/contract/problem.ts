import { z } from 'zod';
import type { Phrase } from '#engine/survey/phrase.ts';
import { phraseCodes } from '#engine/survey/phraseCodes.ts';
import { problemCodes } from '#engine/survey/problemCodes.ts';

const phrase: z.ZodType<Phrase> = z.lazy(() =>
  z.object({ phrase: z.enum(phraseCodes) }).catchall(z.union([z.string(), z.number(), phrase])),
);

/** A problem as it travels: its words are chosen where it is shown. */
export const problem = z.object({
  code: z.enum(problemCodes),
  params: z.record(
    z.string(),
    z.union([z.string(), z.number(), phrase, z.array(z.union([z.string(), z.number()]))]),
  ),
});
export type ProblemMessage = z.infer<typeof problem>;
export type PhraseMessage = Phrase;
