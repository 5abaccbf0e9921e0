import type { Statistic } from './statistic.ts';
import type { UnitTotals } from './unitTotals.ts';
import { rulesOf } from './variance.ts';

/**
 * Adds to `variances` what one stage gives for statistics of a table of four totals, as `varianceOf`: the totals
 * of a unit are laid side by side once, and each statistic is four products a unit.
 */
export function addStageOfFour(
  totals: UnitTotals,
  stage: number,
  statistics: readonly Statistic[],
  variances: Float64Array,
): void {
  const { design, groupStart } = totals;
  const { scale, centred } = rulesOf(design, stage);
  const { sampled } = design.stages[stage];
  const units = groupStart[groupStart.length - 1];
  const beside = besideEachOther(totals, units);
  const scores = scratchOf(1, units);
  statistics.forEach(({ gradient }, index) => {
    for (let group = 0; group < scale.length; group++) {
      const from = groupStart[group];
      const to = groupStart[group + 1];
      if (scale[group] === 0 || from === to) continue;
      const sum = fillScores(beside, gradient, scores, from, to);
      const squares = squaresAbout(scores, from, to, sum, centred[group] === 1 ? sampled[group] : null);
      variances[index] += scale[group] * squares;
    }
  });
}

/** The table that was asked for last is mostly that which is asked for next: it is laid out once. */
let laidOut: UnitTotals | null = null;

function besideEachOther(totals: UnitTotals, units: number): Float64Array {
  if (totals.four) return totals.four.beside;
  const beside = scratchOf(0, 4 * units);
  if (laidOut === totals) return beside;
  laidOut = totals;
  const { unitStart, cells, values } = totals;
  beside.fill(0, 0, 4 * units);
  for (let unit = 0; unit < units; unit++)
    for (let entry = unitStart[unit]; entry < unitStart[unit + 1]; entry++)
      beside[4 * unit + cells[entry]] = values[entry];
  return beside;
}

/** @returns their sum. */
function fillScores(
  beside: Float64Array,
  gradient: Float64Array,
  scores: Float64Array,
  from: number,
  to: number,
): number {
  const a = gradient[0];
  const b = gradient[1];
  const c = gradient[2];
  const d = gradient[3];
  let sum = 0;
  for (let unit = from, at = 4 * from; unit < to; unit++, at += 4) {
    const score = a * beside[at] + b * beside[at + 1] + c * beside[at + 2] + d * beside[at + 3];
    scores[unit] = score;
    sum += score;
  }
  return sum;
}

/**
 * Σ (u − ū)² over the sampled units, those without respondents with u = 0; from zero where `centredOver` is `null`.
 *
 * @param sum of the scores from `from` to `to`.
 */
export function squaresAbout(
  scores: Float64Array,
  from: number,
  to: number,
  sum: number,
  centredOver: number | null,
): number {
  const mean = centredOver === null ? 0 : sum / centredOver;
  let even = 0;
  let odd = 0;
  let unit = from;
  // Two sums side by side, so that one addition need not wait for the other.
  for (; unit + 1 < to; unit += 2) {
    const one = scores[unit] - mean;
    const other = scores[unit + 1] - mean;
    even += one * one;
    odd += other * other;
  }
  if (unit < to) even += (scores[unit] - mean) * (scores[unit] - mean);
  const squares = even + odd;
  return centredOver === null ? squares : squares + (centredOver - (to - from)) * mean * mean;
}

const scratch = [new Float64Array(4096), new Float64Array(1024)];

/** Room that every call uses again. */
function scratchOf(which: 0 | 1, length: number): Float64Array {
  if (scratch[which].length < length) scratch[which] = new Float64Array(2 * length);
  return scratch[which];
}
