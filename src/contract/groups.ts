import { z } from 'zod';
import { estimate, shareEstimate, shown } from './estimate.ts';
import { value } from './source.ts';

const figure = z.number().nullable();

/** Groups of respondents: the answers of one variable. */
export const groupAxis = z.object({
  variable: z.string(),
  label: z.string(),
  categories: z.array(z.object({ value, label: z.string() })),
});

/** n and weightedN are `null` where confidentiality hides them. */
export const groupMargin = z.object({ n: figure, weightedN: figure, share: shareEstimate, shown });

/** An estimate with the t test that it is 0 (a ratio: that it is 1). */
export const contrast = estimate.extend({ t: figure, df: figure, p: figure });
export type Contrast = z.infer<typeof contrast>;

export const adjustment = z.enum(['holm', 'bh', 'none']);

/** How groups are compared, each with each; letters stand where the adjusted p is below `alpha`. */
export const comparisonOptions = z.strictObject({
  adjust: adjustment.default('holm'),
  alpha: z.number().gt(0).lt(1).default(0.05),
  /** Lower-case letters below this. */
  weakAlpha: z.number().gt(0).lt(1).optional(),
});

/** Group `a` less group `b`, by t on `df`; `adjusted` over all comparisons of the same thing. */
export const comparison = z.object({
  a: value,
  b: value,
  difference: z.number(),
  se: z.number(),
  df: z.number(),
  p: z.number(),
  adjusted: z.number(),
});
export type Comparison = z.infer<typeof comparison>;
