import type { SurveyDesign } from '../design/surveyDesign.ts';
import { covarianceOf } from './covariance.ts';
import { domainOf } from './domain.ts';
import { sumLayersOverPsus } from './layeredTotals.ts';
import { sumOverPsus, sumOverRows, type Cells } from './psuTotals.ts';

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
  /** Which total each entry belongs to: its cell, or ℓ·cellCount + cell for layer ℓ. */
  readonly cells: Uint32Array;
  readonly values: Float64Array;
  /** Σ (w − w̄)² of each entry; `null`: all 0. */
  readonly within: Float64Array | null;
}

/**
 * Tallies a table in one pass over the rows.
 *
 * Layers are values of the respondents, for means, ratios of means and quantiles: beside the totals
 * of w come those of w·y for each. A mean of values far from 0 with little spread (years of birth, say)
 * keeps its digits only if a constant near them is subtracted first (`centredLayer`), for a linear
 * function of Σ w·y and Σ w is the difference of two large numbers otherwise.
 *
 * @param cells for each row of the file the cell it falls in, 0 … cellCount − 1, or −1 outside the
 * domain. Rows outside stay in the design: their PSUs count in n_h and enter as zeros.
 * @param layers for each row of the file its value; anything where `cells` is −1. With layers, even
 * none (`[]`), each row is a unit where the design has no PSUs, as replicates need it
 * (`replicateTotals`); left out, equal rows are kept together.
 * @throws `Problem` design.lonelyPsu where the policy is `fail` and a stratum with a single sampled
 * PSU has respondents in the domain.
 */
export function tally(
  design: SurveyDesign,
  cells: Int32Array,
  cellCount: number,
  layers?: readonly Float64Array[],
): Tally {
  const { order } = design;
  const sorted = new Uint32Array(order.length);
  for (let position = 0; position < sorted.length; position++) {
    const cell = cells[order[position]];
    sorted[position] = cell < 0 ? cellCount : cell;
  }
  const sortedLayers = layers?.map((layer) => Float64Array.from(order, (row) => layer[row]));
  return tallySorted(design, sorted, cellCount, sortedLayers);
}

/** As `tally`, with cells and layers already in the order of `design.order`, and `cellCount` for outside. */
export function tallySorted(
  design: SurveyDesign,
  cells: Cells,
  cellCount: number,
  layers?: readonly Float64Array[],
): Tally {
  const counts = new Uint32Array(cellCount);
  const totals = new Float64Array(cellCount * (1 + (layers?.length ?? 0)));
  const psuTotals = psuTotalsOf(design, cells, counts, layers);
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
      covariance ??= covarianceOf(design, psuTotals, totals.length);
      return covariance;
    },
  };
}

function psuTotalsOf(
  design: SurveyDesign,
  cells: Cells,
  counts: Uint32Array,
  layers: readonly Float64Array[] | undefined,
): PsuTotals {
  if (design.psuStart && !layers?.length) return sumOverPsus(design, cells, counts);
  return layers ? sumLayersOverPsus(design, cells, counts, layers) : sumOverRows(design, cells, counts);
}
