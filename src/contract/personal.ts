import { z } from 'zod';

/** A variable that seems to point at a person. */
export const personalVariable = z.object({
  variable: z.string(),
  label: z.string(),
  kind: z.enum(['name', 'phone', 'email', 'position', 'nationalId', 'address', 'device']),
  /** What says so: the variable's name, its label, or the values in its first rows. */
  reason: z.enum(['name', 'label', 'values']),
  /** Sure enough, and pointing at somebody plainly enough, to be left out unless the user wants to keep it. */
  suggested: z.boolean(),
});
export type PersonalVariable = z.infer<typeof personalVariable>;

/** What an import did not store, and what else went with it. */
export const leftOut = z.object({
  variables: z.array(z.string()),
  /** The weight that the file declares, where it is one of them. */
  weight: z.string().nullable(),
  /** Multiple-response sets that lost members: with fewer than two left, the whole set is gone. */
  sets: z.array(z.object({ name: z.string(), label: z.string(), variables: z.array(z.string()) })),
});
export type LeftOut = z.infer<typeof leftOut>;
