import { z } from 'zod';
import { analysisInput } from './crosstab.ts';
import { designSummary } from './design.ts';
import { operation } from './define.ts';
import { testResult } from './estimate.ts';
import { comparison, comparisonOptions, groupAxis, groupMargin } from './groups.ts';
import { concernRule } from './matrix.ts';
import { value } from './source.ts';

/** Free from both, fear only, want only, both. */
export const splitPart = z.enum(['neither', 'fearOnly', 'wantOnly', 'both']);
export type SplitPart = z.infer<typeof splitPart>;

/** Who counts: those with a valid answer to at least half the concerns of each side, or to all of them. */
export const answeredRule = z.enum(['half', 'all']);
export type AnsweredRule = z.infer<typeof answeredRule>;

const people = z.object({ n: z.number(), weightedN: z.number() });
const named = z.object({ variable: z.string(), label: z.string(), concernedWhen: z.array(value) });
/** A number of concerns; `null` for the side that is not looked at. */
const countShare = groupMargin.extend({ fear: z.number().nullable(), want: z.number().nullable() });

const freedomsResult = z.object({
  design: designSummary,
  fear: z.array(named),
  want: z.array(named),
  atLeast: z.object({ fear: z.number(), want: z.number() }),
  answered: answeredRule,
  /** Respondents with answers enough; those without; and how many of the first have one missing. */
  counted: people,
  leftOut: people,
  inPart: z.number(),
  /** Number of fear by number of want concerns, then of each by itself; shares of all who count. */
  counts: z.array(countShare),
  fearCounts: z.array(countShare),
  wantCounts: z.array(countShare),
  /** With so many concerns of a side or more, from 1 to all: what another `atLeast` would make of it. */
  fearAtLeast: z.array(countShare),
  wantAtLeast: z.array(countShare),
  split: z.array(groupMargin.extend({ part: splitPart })),
  by: groupAxis.nullable(),
  groups: z.array(
    z.object({
      value,
      n: z.number().nullable(),
      weightedN: z.number().nullable(),
      /** Letters of the groups (A is the first) than which this one has a significantly larger part. */
      split: z.array(groupMargin.extend({ part: splitPart, letters: z.string() })),
    }),
  ),
  comparisons: z.array(z.object({ part: splitPart, pairs: z.array(comparison) })),
  /** That all groups are split alike; `null` without groups. */
  test: testResult.nullable(),
});
export type FreedomsResult = z.infer<typeof freedomsResult>;

export const freedoms = {
  /** How many fear and want concerns people have, and who is free from both. For a study without lists: its tagged concerns. */
  'freedoms.run': operation(
    z.strictObject({
      ...analysisInput.shape,
      fear: z.array(concernRule).optional(),
      want: z.array(concernRule).optional(),
      /** How many concerns of a side make one fearful, or in want. */
      atLeast: z
        .strictObject({
          fear: z.number().int().min(1).default(1),
          want: z.number().int().min(1).default(1),
        })
        .optional(),
      answered: answeredRule.default('half'),
      by: z.string().min(1).optional(),
      compare: comparisonOptions.optional(),
    }),
    freedomsResult,
  ),
};
