import type { NumericColumn } from '../survey/column.ts';
import { phrase, type Phrase } from '../survey/phrase.ts';
import { Problem } from '../survey/problem.ts';
import type { StageOrder } from './sampleOrder.ts';
import type { Named } from './named.ts';

/**
 * 1 − f for each group of a stage, f the fraction of its units that was sampled (R's `as.fpc`).
 * Values all ≤ 1 are fractions, all ≥ 1 numbers of units in the population, each stage for itself.
 * Values that are all exactly 1 are fractions: everything was taken in, and the stage adds no variance. R
 * (survey 4.1.1) looks at the stages together: with 1 everywhere it takes them for neither and stops
 * (“subscript out of bounds”), beside numbers of units in another stage for a population of 1, and beside
 * fractions as here.
 *
 * @param fpc one value a row, the same for a whole group; `null`: no correction, all 1.
 * @param varies the problem of a group with several values, by the place of the group.
 * @throws `Problem` design.fpcInvalid with `detail` saying what is wrong: a missing or negative
 * value, fractions beside counts, fewer units in the population than in the sample; or `varies`.
 */
export function fpcFactors(
  fpc: Named<NumericColumn> | null,
  { groupOfRow, placeOfGroup, sampled }: StageOrder,
  varies: (group: number) => Problem,
): Float64Array<ArrayBuffer> {
  const factors = new Float64Array(sampled.length).fill(1);
  if (!fpc) return factors;
  const { values, reasons } = fpc.values;
  const rowCount = groupOfRow.length;

  const refuse = (detail: Phrase, wrong: (row: number) => boolean): void => {
    const rows: number[] = [];
    for (let row = 0; row < rowCount; row++) if (wrong(row)) rows.push(row + 1);
    if (rows.length > 0) {
      const params = { variable: fpc.name, rows: rows.slice(0, 5), count: rows.length, detail };
      throw new Problem('design.fpcInvalid', params);
    }
  };
  refuse(phrase('noValue'), (row) => (reasons !== null && reasons[row] !== 0) || Number.isNaN(values[row]));
  refuse(phrase('negativeValue'), (row) => values[row] < 0);
  let areCounts = false;
  for (let row = 0; row < rowCount; row++) if (values[row] > 1) areCounts = true;
  if (areCounts) refuse(phrase('fractionsAndCounts'), (row) => values[row] < 1);

  const ofGroup = new Float64Array(sampled.length).fill(NaN);
  for (let row = 0; row < rowCount; row++) {
    const group = placeOfGroup[groupOfRow[row]];
    if (group < 0) continue;
    if (Number.isNaN(ofGroup[group])) ofGroup[group] = values[row];
    else if (ofGroup[group] !== values[row]) throw varies(group);
  }
  if (areCounts)
    refuse(phrase('fewerThanSampled'), (row) => values[row] < (sampled[placeOfGroup[groupOfRow[row]]] ?? 0));
  for (let group = 0; group < factors.length; group++) {
    const value = ofGroup[group];
    factors[group] = areCounts ? (value - sampled[group]) / value : 1 - value;
  }
  return factors;
}
