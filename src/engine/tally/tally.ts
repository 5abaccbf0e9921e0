import { inOrder } from '../design/inOrder.ts';
import type { SurveyDesign } from '../design/surveyDesign.ts';
import { covarianceOfRows } from './covarianceOfRows.ts';
import { covarianceOfSparse, isSparse } from './covarianceOfSparse.ts';
import { domainOf } from './domain.ts';
import { covarianceOfStatistics } from './covarianceOfStatistics.ts';
import { refinedCells, refinedLayers } from './linearised.ts';
import { replicateTotals } from './replicateTotals.ts';
import type { Statistic } from './statistic.ts';
import { sumLayers } from './sumLayers.ts';
import { sumOverRows, sumOverUnits } from './sumOverUnits.ts';
import type { Cells, UnitTotals } from './unitTotals.ts';
import type { Tally } from './talliedTable.ts';

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
 * PSU has respondents in the domain (after calibration: in the sample, as in R); design.lonelySsu
 * likewise at the second stage.
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
  const sortedLayers = layers?.map((layer) => inOrder(layer, order));
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
  const psuTotals = unitTotals(design, 0, cells, counts, layers);
  const totals = sumsOf(psuTotals, cellCount * (1 + (layers?.length ?? 0)));
  const refined = refinedOf(design, cells, cellCount, layers) ?? {
    stages: [psuTotals, ...furtherStages(design, cells, cellCount, layers)],
    totals,
  };
  return tableOf(design, counts, psuTotals, totals, refined);
}

/** A table without layers from the totals of PSUs and their sums, of a design in one stage that is not calibrated. */
export function tallyUnits(counts: Uint32Array, totals: Float64Array, psuTotals: UnitTotals): Tally {
  return tableOf(psuTotals.design, counts, psuTotals, totals, { stages: [psuTotals], totals });
}

function tableOf(
  design: SurveyDesign,
  counts: Uint32Array,
  psuTotals: UnitTotals,
  totals: Float64Array,
  refined: { readonly stages: readonly UnitTotals[]; readonly totals: Float64Array },
): Tally {
  const { psuCount, df } = domainOf(psuTotals, null);

  let covariance: Float64Array | null = null;
  let byReplicate: Float64Array | null = null;
  const table: Tally = {
    design,
    cellCount: counts.length,
    totals,
    counts,
    psuCount,
    df,
    psuTotals,
    stages: refined.stages,
    refinedTotals: refined.totals,
    get covariance(): Float64Array {
      covariance ??= covarianceOfTotals(table);
      return covariance;
    },
    get byReplicate(): Float64Array | null {
      if (design.replicates) byReplicate ??= replicateTotals(table, design.replicates);
      return byReplicate;
    },
  };
  return table;
}

function covarianceOfTotals(table: Tally): Float64Array {
  const { design, psuTotals, totals } = table;
  if (psuTotals.multiplicity !== null && design.calibration === null)
    return covarianceOfRows(design, psuTotals, totals.length);
  return isSparse(table) ? covarianceOfSparse(table) : covarianceOfStatistics(table, eachOf(totals));
}

/** Each total as a statistic. */
function eachOf(totals: Float64Array): Statistic[] {
  return Array.from(totals, (estimate, total) => {
    const gradient = new Float64Array(totals.length);
    gradient[total] = 1;
    return { estimate, gradient, at: (others) => others[total] };
  });
}

function unitTotals(
  design: SurveyDesign,
  stage: number,
  cells: Cells,
  counts: Uint32Array,
  layers: readonly Float64Array[] | undefined,
): UnitTotals {
  if (design.stages[stage].unitStart && !layers?.length) return sumOverUnits(design, stage, cells, counts);
  return layers ? sumLayers(design, stage, cells, counts, layers) : sumOverRows(design, cells, counts);
}

function furtherStages(
  design: SurveyDesign,
  cells: Cells,
  cellCount: number,
  layers: readonly Float64Array[] | undefined,
): UnitTotals[] {
  return design.stages
    .slice(1)
    .map((_, index) => unitTotals(design, index + 1, cells, new Uint32Array(cellCount), layers));
}

/** After calibration the totals by cell and combination of margins. */
function refinedOf(
  design: SurveyDesign,
  cells: Cells,
  cellCount: number,
  layers: readonly Float64Array[] | undefined,
): { stages: UnitTotals[]; totals: Float64Array } | null {
  if (design.calibration === null) return null;
  const { combinations, combinationCount } = design.calibration;
  const refined = refinedCells(combinations, cells, cellCount);
  const refinedCount = combinationCount * (cellCount + 1);
  const ofLayers = layers && refinedLayers(layers, cells, cellCount);
  const first = unitTotals(design, 0, refined, new Uint32Array(refinedCount), ofLayers);
  return {
    stages: [first, ...furtherStages(design, refined, refinedCount, ofLayers)],
    totals: sumsOf(first, refinedCount * (1 + (layers?.length ?? 0))),
  };
}

function sumsOf({ cells, values, multiplicity }: UnitTotals, count: number): Float64Array {
  const sums = new Float64Array(count);
  for (let entry = 0; entry < values.length; entry++)
    sums[cells[entry]] += multiplicity ? multiplicity[entry] * values[entry] : values[entry];
  return sums;
}
