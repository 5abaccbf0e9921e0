import { Problem } from '../survey/problem.ts';
import type { Factor } from './factor.ts';
import type { DesignInput } from './surveyDesign.ts';

/**
 * 1 − f_h for each stratum, f_h the fraction of its PSUs that was sampled (R's `as.fpc`).
 * Values all ≤ 1 are fractions, all ≥ 1 population counts of PSUs.
 *
 * @throws `Problem` design.fpcInvalid with `detail` saying what is wrong: a missing or negative
 * value, fractions beside counts, fewer PSUs in the population than in the sample; design.fpcVaries.
 */
export function fpcFactors(
  fpc: DesignInput['fpc'],
  strata: Factor,
  sampledPsus: Float64Array,
): Float64Array<ArrayBuffer> {
  const factors = new Float64Array(sampledPsus.length).fill(1);
  if (!fpc) return factors;
  const { values, reasons } = fpc.values;
  const rowCount = strata.codes.length;

  const refuse = (detail: string, wrong: (row: number) => boolean): void => {
    const rows: number[] = [];
    for (let row = 0; row < rowCount; row++) if (wrong(row)) rows.push(row + 1);
    if (rows.length > 0) {
      const params = { variable: fpc.name, rows: rows.slice(0, 5), count: rows.length, detail };
      throw new Problem('design.fpcInvalid', params);
    }
  };
  refuse('no value', (row) => (reasons !== null && reasons[row] !== 0) || Number.isNaN(values[row]));
  refuse('a negative value', (row) => values[row] < 0);
  let areCounts = false;
  for (let row = 0; row < rowCount; row++) if (values[row] > 1) areCounts = true;
  if (areCounts) refuse('fractions beside counts', (row) => values[row] < 1);

  const ofStratum = new Float64Array(sampledPsus.length).fill(NaN);
  for (let row = 0; row < rowCount; row++) {
    const stratum = strata.codes[row];
    if (Number.isNaN(ofStratum[stratum])) ofStratum[stratum] = values[row];
    else if (ofStratum[stratum] !== values[row])
      throw new Problem('design.fpcVaries', { variable: fpc.name, stratum: strata.names[stratum] });
  }
  if (areCounts)
    refuse(
      'fewer PSUs in the population than in the sample',
      (row) => values[row] < sampledPsus[strata.codes[row]],
    );
  for (let stratum = 0; stratum < factors.length; stratum++) {
    const value = ofStratum[stratum];
    factors[stratum] = areCounts ? (value - sampledPsus[stratum]) / value : 1 - value;
  }
  return factors;
}
