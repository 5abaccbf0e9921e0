import { z } from 'zod';
import { freedom } from './concern.ts';
import { analysisInput } from './crosstab.ts';
import { designSummary } from './design.ts';
import { operation } from './define.ts';
import { shareEstimate, shown, testResult } from './estimate.ts';
import { comparison, comparisonOptions, contrast, groupAxis, groupMargin } from './groups.ts';
import { concernRule } from './matrix.ts';
import { value } from './source.ts';

const margin = z.object({ n: z.number(), weightedN: z.number(), share: shareEstimate, shown });

/** Among those who are concerned, the share who give the most severe of the answers that count. */
const severity = z.union([
  groupMargin.extend({ code: value, label: z.string() }),
  /** One answer counts, or those that count do not lie at one end of the scale. */
  z.object({ none: z.enum(['oneAnswer', 'noOrder']) }),
]);

/** A concern in its place: the largest share first. */
const rankedConcern = margin.extend({
  /** Equal shares have the same; `null` for a concern whose share is not shown. */
  rank: z.number().nullable(),
  variable: z.string(),
  label: z.string(),
  freedom: freedom.nullable(),
  concernedWhen: z.array(value),
  /** This share less the next one's: whether neighbours are really apart. `null` for the last. */
  next: contrast.nullable(),
  /** Where asked for. */
  severity: severity.optional(),
  /** The share by group, where groups were asked for. */
  groups: z
    .array(
      groupMargin.extend({
        value,
        /** This group's share less that of all others together. */
        fromOthers: contrast,
        /** Letters of the groups (A is the first) that this one is significantly higher than. */
        letters: z.string(),
      }),
    )
    .optional(),
  comparisons: z.array(comparison).optional(),
  /** Change of the share from one group to the next, in their order. */
  trend: contrast.optional(),
  /** That the share is the same in all groups. */
  test: testResult.optional(),
});

export const ranking = {
  /** Concerns by their shares. For a study without rules: its tagged concerns. */
  'ranking.run': operation(
    z.strictObject({
      ...analysisInput.shape,
      fear: z.array(concernRule).optional(),
      want: z.array(concernRule).optional(),
      dignity: z.array(concernRule).optional(),
      /** The variable whose answers are the groups. */
      by: z.string().min(1).optional(),
      /** Compares the groups, each with each. */
      compare: comparisonOptions.optional(),
      /** How severe each concern is for those who have it. */
      severity: z.boolean().optional(),
    }),
    z.object({
      design: designSummary,
      by: groupAxis.nullable(),
      concerns: z.array(rankedConcern),
    }),
  ),
};
