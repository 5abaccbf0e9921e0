import { z } from 'zod';

export const intervalMethod = z.enum(['logit', 'beta', 'wilson', 'wald']);
export const disclosurePolicy = z.enum(['dhs', 'nchs', 'confidentiality', 'none']);

/** Design effect against a simple random sample drawn with, or without, replacement. */
export const deffForm = z.enum(['replace', 'withoutReplacement']);

/** Tests of independence, as `src/engine/inference/independence.ts` describes them. */
export const testMethod = z.enum(['rao-scott', 'rao-scott-first', 'adjusted-wald', 'wald']);

/** How estimates are to be given. */
export const estimateOptions = z.strictObject({
  interval: intervalMethod.default('logit'),
  level: z.number().gte(0.01).lte(0.9999).default(0.95),
  disclosure: disclosurePolicy.default('dhs'),
  /** Of `confidentiality`: the smallest number of respondents that may be shown; 5. */
  minimumCount: z.number().int().min(2).optional(),
  deff: deffForm.optional(),
  test: testMethod.optional(),
});
export type EstimateOptions = z.infer<typeof estimateOptions>;

const figure = z.number().nullable();

/** Why a figure is `null` or an interval another than asked for: `src/engine/inference/reason.ts`. */
export const reason = z.enum([
  'noRespondents',
  'noVariation',
  'noVariance',
  'noDegreesOfFreedom',
  'tooFewPsus',
  'singleCategory',
  'emptyCells',
  'singular',
  'notPositive',
  'tooLarge',
  'beyondValues',
  'suppressed',
]);
export type Reason = z.infer<typeof reason>;

/** An estimate with its uncertainty. `null` where it cannot be computed or may not be shown. */
export const estimate = z.object({
  estimate: figure,
  se: figure,
  ciLow: figure,
  ciHigh: figure,
  why: reason.optional(),
});
export type Estimate = z.infer<typeof estimate>;

/**
 * A share, 0–1. `deff` is the design effect against simple random sampling (with replacement unless asked
 * otherwise), `effectiveN` n / deff, `n` and `df` those of the denominator.
 */
export const shareEstimate = estimate.extend({
  deff: figure,
  cv: figure.optional(),
  effectiveN: figure.optional(),
  df: figure.optional(),
  n: figure.optional(),
});
export type ShareEstimate = z.infer<typeof shareEstimate>;

/** `bracketed`: few respondents, print in parentheses. `suppressed`: too few, figures are `null`. */
export const shown = z.enum(['yes', 'bracketed', 'suppressed']);
export type Shown = z.infer<typeof shown>;

/** `df2` is `null` also where f·df1 is referred to χ² (`rao-scott-first`). */
export const testResult = z.object({
  method: testMethod,
  f: figure,
  df1: figure,
  df2: figure,
  p: figure,
  why: reason.optional(),
});
