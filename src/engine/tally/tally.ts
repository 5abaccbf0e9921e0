import type { SurveyDesign } from '../design/surveyDesign.ts';
import { covarianceOf } from './covariance.ts';
import { domainOf } from './domain.ts';
import { sumOverPsus, sumOverRows, type Cells } from './psuTotals.ts';

/**
 * Everything that estimates over one table of K cells need: totals, their design covariance,
 * unweighted counts and degrees of freedom (method note §1).
 */
export interface Tally {
  readonly design: SurveyDesign;
  readonly cellCount: number;
  /** t_k = Σ w_i over respondents in cell k. */
  readonly totals: Float64Array;
  /** Respondents of positive weight in each cell. */
  readonly counts: Uint32Array;
  /** V, K × K, of the totals; R's `vcov(svytotal(...))`. Computed when first read. */
  readonly covariance: Float64Array;
  /** PSUs with respondents in any cell, and those − their strata. */
  readonly psuCount: number;
  readonly df: number;
  readonly psuTotals: PsuTotals;
}

/**
 * Cell totals by PSU, as sparse rows. Where each row is its own PSU, the rows of one stratum that
 * fall in one cell form a single entry of that `multiplicity`, with their mean weight in `values`
 * and the squared deviations from it in `within`: that keeps a table over 65,000 PSUs small.
 */
export interface PsuTotals {
  /** First unit of each stratum, and the end. */
  readonly stratumStart: Uint32Array;
  /** First entry of each unit, and the end. */
  readonly unitStart: Uint32Array;
  /** Equal PSUs that a unit stands for; `null`: one each. */
  readonly multiplicity: Float64Array | null;
  readonly cells: Uint32Array;
  readonly values: Float64Array;
  /** Σ (w − w̄)² of each entry; `null`: all 0. */
  readonly within: Float64Array | null;
}

/**
 * Tallies a table in one pass over the rows.
 *
 * @param cells for each row of the file the cell it falls in, 0 … cellCount − 1, or −1 outside the
 * domain. Rows outside stay in the design: their PSUs count in n_h and enter as zeros.
 * @throws `Problem` design.lonelyPsu where the policy is `fail` and a stratum with a single sampled
 * PSU has respondents in the domain.
 */
export function tally(design: SurveyDesign, cells: Int32Array, cellCount: number): Tally {
  const { order } = design;
  const sorted = new Uint32Array(order.length);
  for (let position = 0; position < sorted.length; position++) {
    const cell = cells[order[position]];
    sorted[position] = cell < 0 ? cellCount : cell;
  }
  return tallySorted(design, sorted, cellCount);
}

/** As `tally`, with the cells already in the order of `design.order`, and `cellCount` for outside. */
export function tallySorted(design: SurveyDesign, cells: Cells, cellCount: number): Tally {
  const counts = new Uint32Array(cellCount);
  const totals = new Float64Array(cellCount);
  const sum = design.psuStart ? sumOverPsus : sumOverRows;
  const psuTotals = sum(design, cells, counts);
  const { values, multiplicity, cells: cellOf } = psuTotals;
  for (let entry = 0; entry < values.length; entry++)
    totals[cellOf[entry]] += multiplicity ? multiplicity[entry] * values[entry] : values[entry];

  const { psuCount, df } = domainOf(psuTotals, null);
  let covariance: Float64Array | null = null;
  return {
    design,
    cellCount,
    totals,
    counts,
    psuCount,
    df,
    psuTotals,
    get covariance(): Float64Array {
      covariance ??= covarianceOf(design, psuTotals, cellCount);
      return covariance;
    },
  };
}
