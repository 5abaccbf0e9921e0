import { z } from 'zod';
import { analysisInput } from './crosstab.ts';
import { designSummary } from './design.ts';
import { operation } from './define.ts';
import { estimate, shareEstimate, shown } from './estimate.ts';
import { comparison, comparisonOptions, contrast, groupAxis } from './groups.ts';
import { value } from './source.ts';

/** n and weightedN are `null` where confidentiality hides them. */
const groupMean = z.object({
  n: z.number().nullable(),
  weightedN: z.number().nullable(),
  /** `sd` is the standard deviation of the values in the population. */
  mean: shareEstimate.extend({ sd: z.number().nullable() }),
  quantiles: z.array(estimate.extend({ probability: z.number() })),
  shown,
});

export const mean = {
  /** Means and quantiles of numeric variables, of all and by group. */
  'mean.run': operation(
    z.strictObject({
      ...analysisInput.shape,
      variables: z.array(z.string().min(1)).min(1),
      by: z.string().min(1).optional(),
      quantiles: z.array(z.number().gt(0).lt(1)).default([]),
      compare: comparisonOptions.optional(),
    }),
    z.object({
      design: designSummary,
      by: groupAxis.nullable(),
      variables: z.array(
        z.object({
          variable: z.string(),
          label: z.string(),
          all: groupMean,
          groups: z.array(groupMean.extend({ value, letters: z.string() })),
          comparisons: z.array(comparison),
          /** Change of the mean from one group to the next, in their order; `null` without groups. */
          trend: contrast.nullable(),
        }),
      ),
    }),
  ),
};
