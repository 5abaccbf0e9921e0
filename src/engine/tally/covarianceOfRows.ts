import { averageFactor } from '../design/lonelyPsu.ts';
import type { SurveyDesign } from '../design/surveyDesign.ts';
import type { UnitTotals } from './unitTotals.ts';
import { rulesOf } from './variance.ts';

/**
 * V_kl = Σ_h (1 − f_h)·n_h/(n_h − 1)·Σ_c (z_hck − z̄_hk)(z_hcl − z̄_hl), K × K, row by row: the design
 * covariance of cell totals (R's `vcov(svytotal(...))`, Stata's and SPSS's with-replacement variance)
 * where each row is its own PSU and equal rows are kept together: from their numbers and means alone,
 * whatever the number of rows. Other designs have it by `covarianceOfStatistics`.
 */
export function covarianceOfRows(design: SurveyDesign, totals: UnitTotals, cellCount: number): Float64Array {
  const { groupStart, unitStart } = totals;
  const { scale, centred } = rulesOf(design, 0);
  const matrix = new Float64Array(cellCount * cellCount);
  const inDomain = (stratum: number): boolean =>
    unitStart[groupStart[stratum + 1]] > unitStart[groupStart[stratum]];
  for (let stratum = 0; stratum < scale.length; stratum++) {
    if (scale[stratum] === 0 || !inDomain(stratum)) continue;
    const sampled = design.stages[0].sampled[stratum];
    addRows(totals, stratum, sampled, centred[stratum], scale[stratum], matrix, cellCount);
  }
  const factor = averageFactor(design, 0, inDomain);
  for (let row = 0; row < cellCount; row++)
    for (let column = row; column < cellCount; column++) {
      const value = matrix[row * cellCount + column] * factor;
      matrix[row * cellCount + column] = value;
      matrix[column * cellCount + row] = value;
    }
  return matrix;
}

/** Upper triangle of one stratum's part; a row stands in one cell only. */
function addRows(
  totals: UnitTotals,
  stratum: number,
  sampled: number,
  centred: number,
  scale: number,
  matrix: Float64Array,
  cellCount: number,
): void {
  const { groupStart, cells, values } = totals;
  const multiplicity = totals.multiplicity!;
  const within = totals.within!;
  for (let one = groupStart[stratum]; one < groupStart[stratum + 1]; one++) {
    const outside = centred === 1 ? (sampled - multiplicity[one]) / sampled : 1;
    const squares = within[one] + multiplicity[one] * values[one] * values[one] * outside;
    matrix[cells[one] * cellCount + cells[one]] += scale * squares;
    if (centred === 0) continue;
    for (let other = one + 1; other < groupStart[stratum + 1]; other++) {
      const product = (multiplicity[one] * values[one] * multiplicity[other] * values[other]) / sampled;
      matrix[cells[one] * cellCount + cells[other]] -= scale * product;
    }
  }
}
