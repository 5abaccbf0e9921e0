import { z } from 'zod';

export const intervalMethod = z.enum(['logit', 'beta', 'wilson', 'wald']);
export const disclosurePolicy = z.enum(['dhs', 'nchs', 'none']);

/** How estimates are to be given. */
export const estimateOptions = z.strictObject({
  interval: intervalMethod.default('logit'),
  level: z.number().gt(0).lt(1).default(0.95),
  disclosure: disclosurePolicy.default('dhs'),
});
export type EstimateOptions = z.infer<typeof estimateOptions>;

const figure = z.number().nullable();

/** An estimate with its uncertainty. `null` where it cannot be computed or may not be shown. */
export const estimate = z.object({ estimate: figure, se: figure, ciLow: figure, ciHigh: figure });
export type Estimate = z.infer<typeof estimate>;

/** A share, 0–1. `deff` is the design effect against simple random sampling with replacement. */
export const shareEstimate = estimate.extend({ deff: figure });
export type ShareEstimate = z.infer<typeof shareEstimate>;

/** `bracketed`: few respondents, print in parentheses. `suppressed`: too few, figures are `null`. */
export const shown = z.enum(['yes', 'bracketed', 'suppressed']);
export type Shown = z.infer<typeof shown>;

export const testResult = z.object({
  method: z.literal('rao-scott'),
  f: figure,
  df1: figure,
  df2: figure,
  p: figure,
});
