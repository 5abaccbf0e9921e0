import { inOrder } from './inOrder.ts';
import { Problem } from '../survey/problem.ts';
import { replicateRank } from './replicateRank.ts';
import {
  checkReplicate,
  replicateScales,
  type ReplicateInput,
  type ReplicateWeights,
} from './replicateWeights.ts';
import { sortByUnit } from './sampleOrder.ts';
import { singleGroup } from './stage.ts';
import type { DesignInput } from './designInput.ts';
import type { DesignSummary, SurveyDesign } from './surveyDesign.ts';

/** Factors that differ by no more than rounding are the same. */
const rounding = 1e-12;

/**
 * A design whose variances come from columns of replicate weights: R's `svrepdesign(weights, repweights,
 * type, combined.weights, rho, scale, rscales, degf, mse = TRUE)`, the deviations being taken from the
 * estimate of the whole sample unless `centre` says otherwise.
 *
 * Rows whose weight is 0 count in no estimate and in no replicate (R would let them into the replicates
 * in which their weight is not 0).
 *
 * @throws `Problem` design.replicatesWithSample where strata, PSUs or FPC are given as well,
 * design.replicatesWithoutWeight, design.replicatesTooFew, design.replicateMissing,
 * design.replicateNegative, design.replicateAllZero, design.replicateScale.
 */
export function replicateDesign(
  input: DesignInput,
  replicates: ReplicateInput,
  weights: Float64Array,
): SurveyDesign {
  const { rowCount, weight, strata, psu, fpc, secondStage } = input;
  const others = [strata, psu, fpc, secondStage?.ids, secondStage?.fpc].flatMap((one) =>
    one ? [one.name] : [],
  );
  if (others.length > 0) throw new Problem('design.replicatesWithSample', { variables: others });
  if (!weight) throw new Problem('design.replicatesWithoutWeight');
  const { type, columns, combined = true, centre = 'estimate' } = replicates;
  const count = columns.length;
  if (count < 2) throw new Problem('design.replicatesTooFew', { count });
  for (const column of columns) checkReplicate(column, rowCount);
  const scales = replicateScales(replicates);

  const factorAt = (row: number, replicate: number): number =>
    columns[replicate].values.values[row] / (combined ? weights[row] : 1);
  const { unitOfRow, firstRows } = rowsAlike(weights, count, factorAt);
  const factors = new Float64Array(firstRows.length * count);
  firstRows.forEach((row, unit) => {
    for (let replicate = 0; replicate < count; replicate++)
      factors[unit * count + replicate] = factorAt(row, replicate);
  });
  const summary: DesignSummary = {
    weight: weight.name,
    strata: null,
    psu: null,
    fpc: null,
    strataCount: 1,
    psuCount: 0,
    df: 0,
    lonelyPsu: input.lonelyPsu,
    nestedPsu: false,
    lonelyStrata: [],
    secondStage: null,
    replicates: { type, count },
    calibration: null,
  };
  const made = { type, count, factors, ...scales, centre };
  return designOfReplicates(weights, unitOfRow, firstRows.length, made, replicates.df ?? null, summary);
}

/**
 * A design from replicate factors by unit.
 *
 * @param unitOfRow for each row of the file its unit; not read where its weight is 0.
 * @param df `null`: the rank of the replicate weights − 1.
 */
export function designOfReplicates(
  weights: Float64Array,
  unitOfRow: Uint32Array,
  unitCount: number,
  made: Omit<ReplicateWeights, 'df' | 'rank' | 'squares'>,
  df: number | null,
  summary: DesignSummary,
): SurveyDesign {
  const { order, start } = sortByUnit(unitOfRow, unitCount, weights);
  const squares = new Float64Array(unitCount);
  for (const row of order) squares[unitOfRow[row]] += weights[row] * weights[row];
  const units = Array.from(squares, (_, unit) => unit);
  const { count, factors } = made;
  const rank = replicateRank({ count, factors, squares }, units);
  const ofSample = df ?? rank - 1;
  return {
    rowCount: weights.length,
    order,
    weights,
    sortedWeights: inOrder(weights, order),
    stages: [singleGroup(start)],
    replicates: { ...made, squares, rank, df: ofSample },
    calibration: null,
    summary: { ...summary, psuCount: order.length, df: ofSample },
  };
}

/** Rows of positive weight by what their replicate weights are multiples of, in the order of the file. */
function rowsAlike(
  weights: Float64Array,
  count: number,
  factorAt: (row: number, replicate: number) => number,
): { unitOfRow: Uint32Array; firstRows: number[] } {
  // Rows that are alike have the same sum of factors, each taken a different number of times.
  const sums = new Float64Array(weights.length);
  const rows: number[] = [];
  for (let row = 0; row < weights.length; row++) {
    if (weights[row] === 0) continue;
    rows.push(row);
    for (let replicate = 0; replicate < count; replicate++)
      sums[row] += factorAt(row, replicate) * (1 + Math.sin(replicate + 1));
  }
  const bySum = rows.toSorted((a, b) => sums[a] - sums[b] || a - b);
  const isAlike = (a: number, b: number): boolean => {
    for (let replicate = 0; replicate < count; replicate++) {
      const one = factorAt(a, replicate);
      if (Math.abs(one - factorAt(b, replicate)) > rounding * one) return false;
    }
    return true;
  };
  const firstOf = new Uint32Array(weights.length);
  let first = -1;
  for (const row of bySum) {
    if (first < 0 || !isAlike(first, row)) first = row;
    firstOf[row] = first;
  }
  const unitOfFirst = new Map<number, number>();
  const unitOfRow = new Uint32Array(weights.length);
  const firstRows: number[] = [];
  for (const row of rows) {
    let unit = unitOfFirst.get(firstOf[row]);
    if (unit === undefined) {
      unit = firstRows.length;
      unitOfFirst.set(firstOf[row], unit);
      firstRows.push(firstOf[row]);
    }
    unitOfRow[row] = unit;
  }
  return { unitOfRow, firstRows };
}
