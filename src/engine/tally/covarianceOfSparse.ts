import { averageFactor } from '../design/lonelyPsu.ts';
import type { Tally } from './talliedTable.ts';
import type { UnitTotals } from './unitTotals.ts';
import { isIn, rulesOf } from './variance.ts';

/** Below this part of all cells that a unit has on average, the products of those it has are the cheaper. */
const sparse = 0.25;

/** Whether `covarianceOfSparse` is for the table: units that have respondents in few of many cells. */
export function isSparse({ design, stages, refinedTotals }: Tally): boolean {
  if (design.replicates !== null || design.calibration !== null) return false;
  return stages.every(
    ({ multiplicity, unitStart, cells }) =>
      multiplicity === null && cells.length <= sparse * (unitStart.length - 1) * refinedTotals.length,
  );
}

/**
 * The covariance of a table's totals, as `covarianceOfStatistics` gives it, from Σ z zᵀ − n·z̄ z̄ᵀ in each
 * stratum: only the cells that a unit has are multiplied. Where cells are empty in most units, their totals
 * differ between units by as much as they are, and the difference keeps its digits.
 */
export function covarianceOfSparse(table: Tally): Float64Array {
  const { design, refinedTotals } = table;
  const size = refinedTotals.length;
  const matrix = new Float64Array(size * size);
  table.stages.forEach((totals, stage) => {
    const { groupStart } = totals;
    const { scale, centred } = rulesOf(design, stage);
    const { sampled } = design.stages[stage];
    const factor = averageFactor(design, stage, (group) => isIn(null, totals, group));
    const sums = new Float64Array(size);
    const present: number[] = [];
    for (let group = 0; group < scale.length; group++) {
      if (scale[group] === 0) continue;
      const times = factor * scale[group];
      addProducts(totals, groupStart[group], groupStart[group + 1], times, matrix, size);
      if (centred[group] === 0) continue;
      addSums(totals, groupStart[group], groupStart[group + 1], sums, present);
      takeMeans(sums, present, times / sampled[group], matrix, size);
    }
  });
  return matrix;
}

function addProducts(
  { unitStart, cells, values }: UnitTotals,
  from: number,
  to: number,
  times: number,
  matrix: Float64Array,
  size: number,
): void {
  for (let unit = from; unit < to; unit++) {
    const end = unitStart[unit + 1];
    for (let one = unitStart[unit]; one < end; one++) {
      const value = times * values[one];
      const row = cells[one];
      matrix[row * size + row] += value * values[one];
      for (let other = one + 1; other < end; other++) {
        const product = value * values[other];
        matrix[row * size + cells[other]] += product;
        matrix[cells[other] * size + row] += product;
      }
    }
  }
}

/** Sums of the totals that occur, and which these are. */
function addSums(
  { unitStart, cells, values }: UnitTotals,
  from: number,
  to: number,
  sums: Float64Array,
  present: number[],
): void {
  for (let entry = unitStart[from]; entry < unitStart[to]; entry++) {
    if (sums[cells[entry]] === 0) present.push(cells[entry]);
    sums[cells[entry]] += values[entry];
  }
}

/** Takes off what the sums multiply to, and empties them. */
function takeMeans(
  sums: Float64Array,
  present: number[],
  times: number,
  matrix: Float64Array,
  size: number,
): void {
  for (const row of present) {
    const sum = times * sums[row];
    for (const column of present) matrix[row * size + column] -= sum * sums[column];
  }
  for (const total of present) sums[total] = 0;
  present.length = 0;
}
