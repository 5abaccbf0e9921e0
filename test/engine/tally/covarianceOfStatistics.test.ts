import fc from 'fast-check';
import { expect, test } from 'vitest';
import { covarianceOfStatistics } from '#engine/tally/covarianceOfStatistics.ts';
import { scoresByPsu } from '#engine/tally/scores.ts';
import type { Statistic } from '#engine/tally/statistic.ts';
import { tally } from '#engine/tally/tally.ts';
import { varianceOf } from '#engine/tally/variance.ts';
import { designOf } from '../columns.ts';
import { randomSurvey } from '../randomSurvey.ts';

const slope = fc.integer({ min: -5, max: 5 });
const slopes = fc.array(fc.array(slope, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 11 });

function linear(gradient: readonly number[]): Statistic {
  return { estimate: NaN, gradient: Float64Array.from(gradient), at: () => NaN };
}

test('the joint covariance is the form in V, its diagonal the variance of each', () => {
  fc.assert(
    fc.property(
      randomSurvey,
      fc.boolean(),
      slopes,
      ({ weight, strata, psu, fear, want }, clustered, rows) => {
        const design = designOf(weight.length, { weight, strata, ...(clustered && { psu }) });
        const cells = Int32Array.from(fear, (state, row) => (state === 2 ? -1 : 2 * state + (want[row] & 1)));
        const table = tally(design, cells, 4);
        const q = rows.length;
        const joint = covarianceOfStatistics(table, rows.map(linear));
        const size = Math.max(...table.covariance.map(Math.abs)) * 100;
        for (let i = 0; i < q; i++) {
          const variance = varianceOf(table, linear(rows[i]));
          expect(Math.abs(joint[i * q + i] - variance)).toBeLessThanOrEqual(1e-14 * variance + 1e-30 * size);
          for (let j = 0; j < q; j++) {
            let form = 0;
            for (let k = 0; k < 4; k++)
              for (let l = 0; l < 4; l++) form += rows[i][k] * rows[j][l] * table.covariance[4 * k + l];
            expect(Math.abs(joint[i * q + j] - form)).toBeLessThan(1e-12 * size + 1e-300);
            expect(joint[i * q + j]).toBe(joint[j * q + i]);
          }
        }
      },
    ),
  );
});

test.each(['remove', 'adjust', 'average'] as const)('with a lonely PSU under %s', (lonelyPsu) => {
  const weight = [1, 2, 3, 4, 5, 6, 7];
  const design = designOf(7, {
    weight,
    strata: [1, 1, 1, 2, 2, 2, 3],
    psu: [1, 2, 2, 3, 4, 4, 5],
    lonelyPsu,
  });
  const table = tally(design, Int32Array.of(0, 1, 0, 1, 0, 1, 1), 2);
  const statistics = [linear([1, 0]), linear([1, -2])];
  const joint = covarianceOfStatistics(table, statistics);
  const variances = statistics.map((one) => varianceOf(table, one));
  expect(joint[0]).toBeCloseTo(variances[0], 10);
  expect(joint[3]).toBeCloseTo(variances[1], 10);
  const sum = varianceOf(table, linear([2, -2]));
  expect(variances[0] + variances[1] + 2 * joint[1]).toBeCloseTo(sum, 9);
});

test('scores of PSUs are their totals times the gradient', () => {
  const design = designOf(5, { weight: [1, 2, 3, 4, 5], strata: [1, 1, 2, 2, 2], psu: [1, 2, 3, 3, 4] });
  const table = tally(design, Int32Array.of(0, 1, 1, 0, -1), 2);
  const { scores, stratumStart } = scoresByPsu(table, [linear([1, 10]), linear([0, 1])]);
  expect([...scores]).toEqual([1, 0, 20, 2, 34, 3, 0, 0]);
  expect([...stratumStart]).toEqual([0, 2, 4]);
});
