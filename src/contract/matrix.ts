import { z } from 'zod';
import { analysisInput } from './crosstab.ts';
import { designSummary } from './design.ts';
import { operation } from './define.ts';
import { estimate, reason, shareEstimate, shown, testMethod } from './estimate.ts';
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
  /**
   * That no fear concern goes with any want concern: `statistic` is the sum of X² over the `pairs` that
   * took part, f that corrected with the joint design covariance.
   */
  global: z
    .object({
      statistic: z.number().nullable(),
      f: z.number().nullable(),
      df1: z.number().nullable(),
      df2: z.number().nullable(),
      p: z.number().nullable(),
      pairs: z.number(),
      why: reason.optional(),
    })
    .optional(),
});
export type MatrixResult = z.infer<typeof matrixResult>;

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
});
export type PairResult = z.infer<typeof pairResult>;

export const matrix = {
  /** All fear concerns by all want concerns. For a study without lists: its tagged concerns. */
  'matrix.run': operation(
    z.strictObject({
      ...analysisInput.shape,
      fear: z.array(concernRule).optional(),
      want: z.array(concernRule).optional(),
    }),
    matrixResult,
  ),
  /** One pair in full: its 2×2, both conditional shares, the same figures as in the matrix. */
  'matrix.pair': operation(
    z.strictObject({ ...analysisInput.shape, fear: concernRule, want: concernRule }),
    pairResult,
  ),
};
