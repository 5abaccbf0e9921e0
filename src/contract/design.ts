import { z } from 'zod';
import { value } from './source.ts';

export const lonelyPsuPolicy = z.enum(['fail', 'remove', 'certainty', 'adjust', 'average']);
export type LonelyPsuPolicy = z.infer<typeof lonelyPsuPolicy>;

/** Units drawn within PSUs. `fpc`: their number in the PSU, or the fraction drawn; `null`: not known. */
export const secondStage = z.strictObject({ ids: z.string(), fpc: z.string().nullable() });

export const replicateType = z.enum(['BRR', 'Fay', 'JK1', 'JKn', 'bootstrap', 'SDR', 'other']);
export type ReplicateType = z.infer<typeof replicateType>;

/** Replicate weights, in the place of strata, PSUs and population sizes. */
export const replicates = z.strictObject({
  type: replicateType,
  /** Names, ranges in the order of the file (`rw1-rw80`), or patterns (`rw*`). */
  variables: z.array(z.string()).min(1),
  /** Fay's ρ, from 0 to below 1. */
  rho: z.number().optional(),
  scale: z.number().optional(),
  /** One a replicate; a single number stands for all. */
  rscales: z.array(z.number()).min(1).optional(),
  /** `false`: factors of the full weight instead of weights; default true. */
  combined: z.boolean().optional(),
  /** What deviations are taken from; default `estimate`. */
  centre: z.enum(['estimate', 'mean']).optional(),
  df: z.number().positive().optional(),
});
export type ReplicateRoles = z.infer<typeof replicates>;

/** A variable whose totals in the population are known: a total for each of its values, by code or by label. */
export const margin = z.strictObject({
  variable: z.string(),
  totals: z.array(z.strictObject({ value, total: z.number() })).min(1),
  /**
   * The totals are per cent that add up to 100, of the number that the other margins add up to, or else of the
   * sum of weights. Default false: they are numbers of people.
   */
  shares: z.boolean().optional(),
});
export type Margin = z.infer<typeof margin>;

/** Which variables describe how the sample was drawn. What is left out of the last three is not there. */
export const designRoles = z.strictObject({
  weight: z.string().nullable(),
  strata: z.string().nullable(),
  psu: z.string().nullable(),
  fpc: z.string().nullable(),
  lonelyPsu: lonelyPsuPolicy,
  secondStage: secondStage.nullable().optional(),
  /** Where an analysis asks for them, the strata, PSUs and FPC of the study are not used, and the other way round. */
  replicates: replicates.nullable().optional(),
  /** One: post-stratification; several: raking. */
  margins: z.array(margin).optional(),
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
