import type { SurveyDesign } from '../design/surveyDesign.ts';

/**
 * Totals of a table by the units of one stage (PSUs, or units within PSUs), as sparse rows. Where each
 * row is its own PSU, the rows of one stratum that fall in one cell form a single entry of that
 * `multiplicity`, with their mean weight in `values` and the squared deviations from it in `within`:
 * that keeps a table over 65,000 PSUs small.
 */
export interface UnitTotals {
  readonly design: SurveyDesign;
  /** First unit of each group of the stage (of each stratum, for PSUs), and the end. */
  readonly groupStart: Uint32Array;
  /** First entry of each unit, and the end. */
  readonly unitStart: Uint32Array;
  /** Equal PSUs that a unit stands for; `null`: one each. */
  readonly multiplicity: Float64Array | null;
  /** Which total each entry belongs to: its cell, or ℓ·cellCount + cell for layer ℓ. */
  readonly cells: Uint32Array;
  readonly values: Float64Array;
  /** Σ (w − w̄)² of each entry; `null`: all 0. */
  readonly within: Float64Array | null;
  /** Of a table of four cells that was tallied with others the same in another form, which is quicker to read. */
  readonly four?: FourTotals;
}

export interface FourTotals {
  /** Four totals a unit, side by side. */
  readonly beside: Float64Array;
  /** For each unit one bit a cell, 1 where the total is not 0. */
  readonly present: Uint8Array;
}

/** For each position its cell, 0 … cellCount − 1, or cellCount outside the domain. */
export type Cells = Uint8Array | Uint32Array;
