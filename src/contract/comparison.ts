import { z } from 'zod';
import { analysisInput } from './crosstab.ts';
import { designSummary } from './design.ts';
import { operation } from './define.ts';
import { shareEstimate, shown, testResult } from './estimate.ts';
import { adjustment, contrast, groupAxis, groupMargin } from './groups.ts';
import { concernRule } from './matrix.ts';
import { value } from './source.ts';

const side = z.object({ n: z.number(), weightedN: z.number(), share: shareEstimate, shown });
const sides = z.object({
  difference: contrast,
  /** The first share by the second. */
  ratio: contrast,
});

/** A concern whose share is held against itself elsewhere. */
const compared = z.object({ variable: z.string(), label: z.string(), concernedWhen: z.array(value) });

export const comparisonOfShares = {
  /** A concern's share in each group against that in each other. */
  'comparison.groups': operation(
    z.strictObject({
      ...analysisInput.shape,
      concern: concernRule,
      by: z.string().min(1),
      adjust: adjustment.default('holm'),
    }),
    z.object({
      design: designSummary,
      concern: compared,
      by: groupAxis,
      all: groupMargin,
      groups: z.array(groupMargin.extend({ value })),
      /** Group `a` against group `b`; `adjusted` over all pairs. */
      pairs: z.array(sides.extend({ a: value, b: value, adjusted: z.number().nullable() })),
      trend: contrast,
      test: testResult,
    }),
  ),
  /** A concern's share in two surveys that were drawn independently: waves, countries. */
  'comparison.surveys': operation(
    z.strictObject({
      ...analysisInput.shape,
      concern: concernRule,
      other: z.strictObject({
        ...analysisInput.omit({ options: true }).shape,
        concern: concernRule.optional(),
      }),
    }),
    sides.extend({
      surveys: z.array(side.extend({ design: designSummary, concern: compared })),
      /** Codes that do not mean the same in both; `null` where one of them has no label for it. */
      codesDiffer: z.array(
        z.object({ value, label: z.string().nullable(), otherLabel: z.string().nullable() }),
      ),
    }),
  ),
};
