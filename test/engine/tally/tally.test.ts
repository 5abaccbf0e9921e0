import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tally } from '#engine/tally/tally.ts';
import type { Statistic } from '#engine/tally/statistic.ts';
import { varianceOf } from '#engine/tally/variance.ts';
import { designOf } from '../columns.ts';
import { randomSurvey } from '../randomSurvey.ts';

/** The formula of the method note, word for word: V_kl = Σ_h n_h/(n_h − 1) Σ_c (z_ck − z̄_k)(z_cl − z̄_l). */
function covarianceByHand(
  weight: readonly number[],
  strata: readonly number[],
  psu: readonly number[],
  cells: Int32Array,
  cellCount: number,
): number[] {
  const matrix = new Array<number>(cellCount * cellCount).fill(0);
  for (const stratum of new Set(strata)) {
    const ids = [...new Set(psu.filter((_, row) => strata[row] === stratum))];
    const z = ids.map((id) => {
      const totals = new Array<number>(cellCount).fill(0);
      cells.forEach((cell, row) => {
        if (cell >= 0 && strata[row] === stratum && psu[row] === id) totals[cell] += weight[row];
      });
      return totals;
    });
    const means = Array.from(
      { length: cellCount },
      (_, k) => z.reduce((sum, one) => sum + one[k], 0) / ids.length,
    );
    for (let k = 0; k < cellCount; k++)
      for (let l = 0; l < cellCount; l++)
        for (const one of z)
          matrix[k * cellCount + l] +=
            (ids.length / (ids.length - 1)) * (one[k] - means[k]) * (one[l] - means[l]);
  }
  return matrix;
}

const survey = randomSurvey.map((one) => ({
  ...one,
  cells: Int32Array.from(one.fear, (fear, row) => (fear === 2 ? -1 : 2 * fear + (one.want[row] & 1))),
}));

test('covariance is that of the formula, with PSUs and with each row a PSU', () => {
  fc.assert(
    fc.property(survey, fc.boolean(), ({ weight, strata, psu, cells }, clustered) => {
      const design = designOf(weight.length, { weight, strata, ...(clustered && { psu }) });
      const ids = clustered ? psu : weight.map((_, row) => row);
      const byHand = covarianceByHand(weight, strata, ids, cells, 4);
      const { covariance } = tally(design, cells, 4);
      const scale = Math.max(...byHand);
      byHand.forEach((value, index) =>
        expect(Math.abs(covariance[index] - value)).toBeLessThan(1e-11 * scale),
      );
    }),
  );
});

test('the variance of a linear function is its quadratic form in the covariance', () => {
  const slopes = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(survey, fc.boolean(), slopes, ({ weight, strata, psu, cells }, clustered, slope) => {
      const design = designOf(weight.length, { weight, strata, ...(clustered && { psu }) });
      const table = tally(design, cells, 4);
      let form = 0;
      let scale = 0;
      for (let k = 0; k < 4; k++)
        for (let l = 0; l < 4; l++) {
          form += slope[k] * slope[l] * table.covariance[4 * k + l];
          scale += Math.abs(slope[k] * slope[l] * table.covariance[4 * k + l]);
        }
      expect(Math.abs(varianceOf(table, linear(Float64Array.from(slope))) - form)).toBeLessThanOrEqual(
        1e-11 * scale,
      );
    }),
  );
});

test('totals split by a filter add up, PSUs are never dropped', () => {
  fc.assert(
    fc.property(survey, ({ weight, strata, psu, cells }) => {
      const design = designOf(weight.length, { weight, strata, psu });
      const whole = tally(design, cells, 4);
      const half = (parity: number): Int32Array => cells.map((cell, row) => (row % 2 === parity ? cell : -1));
      const [even, odd] = [tally(design, half(0), 4), tally(design, half(1), 4)];
      for (let cell = 0; cell < 4; cell++) {
        expect(even.counts[cell] + odd.counts[cell]).toBe(whole.counts[cell]);
        expect(even.totals[cell] + odd.totals[cell]).toBeCloseTo(whole.totals[cell], 9);
      }
      expect(even.design.stages).toBe(whole.design.stages);
      expect(even.psuCount).toBeLessThanOrEqual(whole.psuCount);
    }),
  );
});

test('a table of many cells is tallied as one of few', () => {
  const rowCount = 300;
  const psu = Array.from({ length: rowCount }, (_, row) => row % 12);
  const weight = Array.from({ length: rowCount }, (_, row) => 1 + (row % 7));
  const cells = Int32Array.from({ length: rowCount }, (_, row) => (row % 11 === 0 ? -1 : (row * 7) % 100));
  const design = designOf(rowCount, { weight, psu });
  const table = tally(design, cells, 100);
  const byHand = covarianceByHand(
    weight,
    psu.map(() => 0),
    psu,
    cells,
    100,
  );
  byHand.forEach((value, index) => expect(table.covariance[index]).toBeCloseTo(value, 8));
  expect(table.counts.reduce((sum, count) => sum + count, 0)).toBe(cells.filter((cell) => cell >= 0).length);
});

test('constant weights of any size leave no false variance', () => {
  const rowCount = 1000;
  const weight = Array.from({ length: rowCount }, () => 1234567.891);
  const all = tally(designOf(rowCount, { weight }), new Int32Array(rowCount), 1);
  expect(varianceOf(all, linear(Float64Array.of(1))) / all.totals[0] ** 2).toBeLessThan(1e-28);
});

function linear(gradient: Float64Array): Statistic {
  return {
    estimate: NaN,
    gradient,
    at: (totals) => totals.reduce((sum, total, cell) => sum + gradient[cell] * total, 0),
  };
}
