import type { SurveyDesign } from '../design/surveyDesign.ts';
import type { UnitTotals } from './unitTotals.ts';

/**
 * Everything that estimates over one table of K cells need: totals, their design covariance,
 * unweighted counts and degrees of freedom (method note §1).
 */
export interface Tally {
  readonly design: SurveyDesign;
  readonly cellCount: number;
  /**
   * t_k = Σ w_i over respondents in cell k, then for each layer of values y the totals Σ w_i·y_i:
   * that of layer ℓ (1, 2, …) and cell k stands at ℓ·cellCount + k.
   */
  readonly totals: Float64Array;
  /** Respondents of positive weight in each cell. */
  readonly counts: Uint32Array;
  /** V of the totals, totals × totals, row by row; R's `vcov(svytotal(...))`. Computed when first read. */
  readonly covariance: Float64Array;
  /** PSUs with respondents in any cell, and those − their strata. */
  readonly psuCount: number;
  readonly df: number;
  readonly psuTotals: UnitTotals;
  /**
   * What variances are taken from: the totals of the units of each stage. After calibration they are by
   * cell and combination of margins (`linearised`), and `refinedTotals` are their sums.
   */
  readonly stages: readonly UnitTotals[];
  readonly refinedTotals: Float64Array;
  /** With replicate weights the totals in each replicate, replicates × totals; else `null`. */
  readonly byReplicate: Float64Array | null;
}
