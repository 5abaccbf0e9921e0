import { z } from 'zod';
import { analysisInput } from './crosstab.ts';
import { designSummary } from './design.ts';
import { operation } from './define.ts';
import { estimate, reason, shareEstimate, shown, testMethod, testResult } from './estimate.ts';
import { groupAxis } from './groups.ts';
import { value } from './source.ts';

export const concernRule = z.strictObject({ variable: z.string().min(1), concernedWhen: z.array(value) });
export type ConcernRule = z.infer<typeof concernRule>;

const margin = z.object({
  variable: z.string(),
  label: z.string(),
  concernedWhen: z.array(value),
  n: z.number(),
  weightedN: z.number(),
  share: shareEstimate,
  shown,
});
export type MatrixMargin = z.infer<typeof margin>;

const oddsRatio = z.object({
  estimate: z.number(),
  logSe: z.number().nullable(),
  ciLow: z.number().nullable(),
  ciHigh: z.number().nullable(),
  why: reason.optional(),
});

/** One fear concern beside one want concern, over respondents with a valid answer to both. */
const pair = z.object({
  fear: z.string(),
  want: z.string(),
  n: z.number(),
  weightedN: z.number(),
  both: shareEstimate,
  wantGivenFear: shareEstimate,
  fearGivenWant: shareEstimate,
  lift: estimate,
  /** `null` where a cell of the 2×2 is empty, or the pair is suppressed. */
  oddsRatio: oddsRatio.nullable(),
  phi: estimate,
  /** By default Rao–Scott second-order F; `q` is the Benjamini–Hochberg value over the pairs of this matrix. */
  test: z.object({
    method: testMethod.optional(),
    f: z.number().nullable(),
    df1: z.number().nullable(),
    df2: z.number().nullable(),
    p: z.number().nullable(),
    q: z.number().nullable(),
    why: reason.optional(),
  }),
  shown,
});
export type MatrixPair = z.infer<typeof pair>;

export const matrixResult = z.object({
  design: designSummary,
  fear: z.array(margin),
  want: z.array(margin),
  pairs: z.array(pair),
  /** The variable of `facets`, with all its categories. */
  by: groupAxis.optional(),
  /** The same matrix of respondents of one category; `q` is over the pairs of each facet by itself. */
  facets: z
    .array(z.object({ value, fear: z.array(margin), want: z.array(margin), pairs: z.array(pair) }))
    .optional(),
  /** With `confidentiality`: something in a facet must be hidden, so none is given. */
  facetsWithheld: z.boolean().optional(),
});
export type MatrixResult = z.infer<typeof matrixResult>;

/** By pair. Reasons by the place of the pair, for there are few. */
const measureColumns = z.object({
  estimate: z.array(z.number().nullable()),
  ciLow: z.array(z.number().nullable()),
  ciHigh: z.array(z.number().nullable()),
  why: z.record(z.string(), reason),
});

/** What is shown of the pairs of a facet, as columns: want by want within fear by fear, in the order of its margins. */
const pairColumns = z.object({
  n: z.array(z.number()),
  shown: z.array(shown),
  q: z.array(z.number().nullable()),
  untested: z.record(z.string(), reason),
  both: measureColumns,
  wantGivenFear: measureColumns,
  fearGivenWant: measureColumns,
  oddsRatio: measureColumns,
  phi: measureColumns,
  lift: measureColumns,
});
export type PairColumns = z.infer<typeof pairColumns>;

export const matrixBeside = matrixResult.omit({ facets: true }).extend({
  facets: z
    .array(z.object({ value, fear: z.array(margin), want: z.array(margin), columns: pairColumns }))
    .optional(),
});
export type MatrixBeside = z.infer<typeof matrixBeside>;

/**
 * That no fear concern goes with any want concern: `statistic` is the sum of X² over the `pairs` that took part, f
 * that corrected with the joint design covariance.
 */
export const matrixIndependence = z.object({
  statistic: z.number().nullable(),
  f: z.number().nullable(),
  df1: z.number().nullable(),
  df2: z.number().nullable(),
  p: z.number().nullable(),
  pairs: z.number(),
  why: reason.optional(),
});
export type MatrixIndependence = z.infer<typeof matrixIndependence>;

/** The four cells of a pair, each as a share of all, of its row and of its column. */
const pairCell = z.object({
  fear: z.boolean(),
  want: z.boolean(),
  n: z.number().nullable(),
  weightedN: z.number().nullable(),
  ofTotal: shareEstimate,
  ofFear: shareEstimate,
  ofWant: shareEstimate,
});

export const pairResult = z.object({
  design: designSummary,
  fear: margin,
  want: margin,
  pair: pair,
  /** fear and want, fear only, want only, neither. */
  cells: z.array(pairCell),
  /** Share in want among those without the fear, and the difference it makes: for the sentence. */
  wantGivenNoFear: shareEstimate,
  fearGivenNoWant: shareEstimate,
  difference: estimate,
  by: groupAxis.optional(),
  /** The pair by group: `wantGivenFear` is compared between groups, `difference` is within the group. */
  groups: z
    .array(
      z.object({
        value,
        n: z.number().nullable(),
        weightedN: z.number().nullable(),
        wantGivenFear: shareEstimate,
        wantGivenNoFear: shareEstimate,
        difference: estimate,
        /** Letters of the groups (A is the first) than which this one has a significantly higher wantGivenFear. */
        letters: z.string(),
        shown,
      }),
    )
    .optional(),
  /** That wantGivenFear is the same in all groups. */
  groupTest: testResult.optional(),
});
export type PairResult = z.infer<typeof pairResult>;

const matrixInput = z.strictObject({
  ...analysisInput.shape,
  fear: z.array(concernRule).optional(),
  want: z.array(concernRule).optional(),
  /** The matrix once more for each of these categories; where none is named, for the first four. */
  by: z
    .strictObject({ variable: z.string().min(1), values: z.array(value).min(1).max(4).optional() })
    .optional(),
});

export const matrix = {
  /** All fear concerns by all want concerns. For a study without lists: its tagged concerns. */
  'matrix.run': operation(matrixInput, matrixResult),
  /** The same answer, with no more of its facets than is shown of them: the window waits for a third as much. */
  'matrix.beside': operation(matrixInput, matrixBeside),
  /** The test of all pairs of `matrix.run` together, which the pairs need not wait for. */
  'matrix.independence': operation(
    z.strictObject({
      ...analysisInput.shape,
      fear: z.array(concernRule).optional(),
      want: z.array(concernRule).optional(),
    }),
    matrixIndependence,
  ),
  /** One pair in full: its 2×2, both conditional shares, the same figures as in the matrix. */
  'matrix.pair': operation(
    z.strictObject({
      ...analysisInput.shape,
      fear: concernRule,
      want: concernRule,
      /** The variable whose answers are the groups. */
      by: z.string().min(1).optional(),
    }),
    pairResult,
  ),
};
