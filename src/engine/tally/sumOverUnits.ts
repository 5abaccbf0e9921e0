import { refuseLonely } from '../design/lonelyPsu.ts';
import type { SurveyDesign } from '../design/surveyDesign.ts';
import type { Cells, UnitTotals } from './unitTotals.ts';

/** Adds up the weights of each unit's rows by cell, at one stage. `counts` (one a cell) is filled. */
export function sumOverUnits(
  design: SurveyDesign,
  stage: number,
  cells: Cells,
  counts: Uint32Array,
): UnitTotals {
  const { sortedWeights: weights } = design;
  const { groupStart } = design.stages[stage];
  const start = design.stages[stage].unitStart!;
  const unitCount = start.length - 1;
  const cellCount = counts.length;
  // One slot more, for the rows outside: cheaper than a branch on every row.
  const sums = new Float64Array(cellCount + 1);
  const numbers = new Uint32Array(cellCount + 1);
  const capacity = Math.min(weights.length, unitCount * cellCount);
  const cellOf = new Uint32Array(capacity);
  const values = new Float64Array(capacity);
  const unitStart = new Uint32Array(unitCount + 1);
  const isSmall = cellCount <= 64;
  let entries = 0;

  for (let unit = 0; unit < unitCount; unit++) {
    const from = start[unit];
    const to = start[unit + 1];
    for (let position = from; position < to; position++) {
      const cell = cells[position];
      sums[cell] += weights[position];
      numbers[cell]++;
    }
    sums[cellCount] = 0;
    const candidates = isSmall ? cellCount : to - from;
    for (let candidate = 0; candidate < candidates; candidate++) {
      const cell = isSmall ? candidate : cells[from + candidate];
      if (sums[cell] === 0) continue;
      cellOf[entries] = cell;
      values[entries++] = sums[cell];
      sums[cell] = 0;
    }
    unitStart[unit + 1] = entries;
  }
  counts.set(numbers.subarray(0, cellCount));
  refuseLonely(design, stage, (group) => unitStart[groupStart[group + 1]] > unitStart[groupStart[group]]);
  return {
    design,
    groupStart,
    unitStart,
    multiplicity: null,
    cells: cellOf.subarray(0, entries),
    values: values.subarray(0, entries),
    within: null,
  };
}

/**
 * The same where each row is its own PSU: for each stratum and cell the number of rows, their mean
 * weight and squared deviations, in two passes over the stratum (no cancellation, whatever the
 * weights; Chan, Golub and LeVeque 1983).
 */
export function sumOverRows(design: SurveyDesign, cells: Cells, counts: Uint32Array): UnitTotals {
  const { sortedWeights: weights } = design;
  const rowStart = design.stages[0].groupStart;
  const strataCount = rowStart.length - 1;
  const cellCount = counts.length;
  const numbers = new Float64Array(cellCount + 1);
  const means = new Float64Array(cellCount + 1);
  const squares = new Float64Array(cellCount + 1);
  const capacity = Math.min(weights.length, strataCount * cellCount);
  const cellOf = new Uint32Array(capacity);
  const values = new Float64Array(capacity);
  const within = new Float64Array(capacity);
  const multiplicity = new Float64Array(capacity);
  const groupStart = new Uint32Array(strataCount + 1);
  let entries = 0;

  for (let stratum = 0; stratum < strataCount; stratum++) {
    const from = rowStart[stratum];
    const to = rowStart[stratum + 1];
    numbers.fill(0);
    means.fill(0);
    squares.fill(0);
    addWeights(cells, weights, from, to, numbers, means);
    for (let cell = 0; cell < cellCount; cell++) if (numbers[cell] > 0) means[cell] /= numbers[cell];
    addSquares(cells, weights, from, to, means, squares);
    for (let cell = 0; cell < cellCount; cell++) {
      if (numbers[cell] === 0) continue;
      counts[cell] += numbers[cell];
      cellOf[entries] = cell;
      multiplicity[entries] = numbers[cell];
      values[entries] = means[cell];
      within[entries++] = squares[cell];
    }
    groupStart[stratum + 1] = entries;
  }
  refuseLonely(design, 0, (stratum) => groupStart[stratum + 1] > groupStart[stratum]);
  return {
    design,
    groupStart,
    unitStart: Uint32Array.from({ length: entries + 1 }, (_, entry) => entry),
    multiplicity: multiplicity.subarray(0, entries),
    cells: cellOf.subarray(0, entries),
    values: values.subarray(0, entries),
    within: within.subarray(0, entries),
  };
}

// The loops over rows stand alone: small functions that are compiled once and stay compiled.

function addWeights(
  cells: Cells,
  weights: Float64Array,
  from: number,
  to: number,
  numbers: Float64Array,
  sums: Float64Array,
): void {
  for (let position = from; position < to; position++) {
    const cell = cells[position];
    numbers[cell]++;
    sums[cell] += weights[position];
  }
}

function addSquares(
  cells: Cells,
  weights: Float64Array,
  from: number,
  to: number,
  means: Float64Array,
  squares: Float64Array,
): void {
  for (let position = from; position < to; position++) {
    const cell = cells[position];
    const deviation = weights[position] - means[cell];
    squares[cell] += deviation * deviation;
  }
}
