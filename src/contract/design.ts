import { z } from 'zod';

export const lonelyPsuPolicy = z.enum(['fail', 'remove', 'certainty', 'adjust', 'average']);
export type LonelyPsuPolicy = z.infer<typeof lonelyPsuPolicy>;

/** Which variables describe how the sample was drawn. */
export const designRoles = z.strictObject({
  weight: z.string().nullable(),
  strata: z.string().nullable(),
  psu: z.string().nullable(),
  fpc: z.string().nullable(),
  lonelyPsu: lonelyPsuPolicy,
});
export type DesignRoles = z.infer<typeof designRoles>;

/** The design line: what every result says about how it was made. */
export const designSummary = z.object({
  weight: z.string().nullable(),
  strata: z.string().nullable(),
  psu: z.string().nullable(),
  fpc: z.string().nullable(),
  strataCount: z.number(),
  psuCount: z.number(),
  df: z.number(),
  lonelyPsu: lonelyPsuPolicy,
  /** The same PSU id stands in several strata; each is counted within its stratum. */
  nestedPsu: z.boolean(),
  /** Strata with a single PSU, by their value; their variance follows `lonelyPsu`. */
  lonelyStrata: z.array(z.string()),
  /** The variable of the units drawn within PSUs. */
  secondStage: z.string().nullable().optional(),
  /** Replicate weights, where variances come from them. */
  replicates: z.object({ type: z.string(), count: z.number() }).nullable().optional(),
  /** Variables to whose known totals the weights were calibrated. */
  calibration: z
    .object({ variables: z.array(z.string()) })
    .nullable()
    .optional(),
});
export type DesignSummary = z.infer<typeof designSummary>;
