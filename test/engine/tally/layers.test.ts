import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareOf, wholeOf } from '#engine/estimate/share.ts';
import { centredLayer } from '#engine/tally/centredLayer.ts';
import { domainOf } from '#engine/tally/domain.ts';
import type { Statistic } from '#engine/tally/statistic.ts';
import type { Tally } from '#engine/tally/talliedTable.ts';
import { tally } from '#engine/tally/tally.ts';
import { varianceOf } from '#engine/tally/variance.ts';
import { designOf } from '../columns.ts';
import { randomSurvey } from '../randomSurvey.ts';

/** Σ w·y / Σ w of the only cell. */
function meanOf({ totals }: Tally): Statistic {
  const at = ([w, wy]: Float64Array): number => wy / w;
  const mean = at(totals);
  return { estimate: mean, gradient: Float64Array.of(-mean / totals[0], 1 / totals[0]), at };
}

test('the mean of an indicator is the share that its cell has, with the same variance', () => {
  fc.assert(
    fc.property(randomSurvey, fc.boolean(), ({ weight, strata, psu, fear }, clustered) => {
      const design = designOf(weight.length, { weight, strata, ...(clustered && { psu }) });
      const byCell = tally(
        design,
        Int32Array.from(fear, (state) => [1, 0, -1][state]),
        2,
      );
      const inside = Int32Array.from(fear, (state) => (state === 2 ? -1 : 0));
      const byLayer = tally(design, inside, 1, [
        Float64Array.from(fear, (state) => (state === 2 ? NaN : state)),
      ]);
      const share = shareOf(byCell, Uint8Array.of(1, 0), wholeOf(byCell, Uint8Array.of(1, 1)));
      const mean = meanOf(byLayer);
      expect(mean.estimate).toBeCloseTo(share.estimate, 12);
      expect(Math.sqrt(varianceOf(byLayer, mean))).toBeCloseTo(share.se, 12);
      expect(byLayer.df).toBe(byCell.df);
      expect(byLayer.counts[0]).toBe(byCell.counts[0] + byCell.counts[1]);
    }),
  );
});

test('layers stand beside the weights, one total a cell each', () => {
  const design = designOf(4, { weight: [1, 2, 3, 4], psu: [1, 1, 2, 2] });
  const table = tally(design, Int32Array.of(0, 1, 0, -1), 2, [
    Float64Array.of(5, 7, 2, NaN),
    Float64Array.of(1, 0, -1, NaN),
  ]);
  expect([...table.totals]).toEqual([4, 2, 11, 14, -2, 0]);
  expect([...table.counts]).toEqual([2, 1]);
});

test('a PSU whose values add up to nothing still has respondents', () => {
  const design = designOf(4, { psu: [1, 1, 2, 2] });
  const table = tally(design, new Int32Array(4), 1, [Float64Array.of(1, -1, 0, 0)]);
  expect(table.df).toBe(1);
  expect(domainOf(table.psuTotals, Uint8Array.of(1))).toEqual({ psuCount: 2, df: 1 });
});

test('a gradient that leaves the layers out is one over the cells', () => {
  const design = designOf(6, { weight: [1, 2, 3, 4, 5, 6], psu: [1, 1, 2, 2, 3, 3] });
  const cells = Int32Array.of(0, 1, 0, 1, 1, 0);
  const statistic = { estimate: 0, gradient: Float64Array.of(1, -0.5), at: () => 0 };
  const layered = tally(design, cells, 2, [new Float64Array(6).fill(9)]);
  expect(varianceOf(layered, statistic)).toBe(varianceOf(tally(design, cells, 2), statistic));
});

test('values far from 0 keep their digits when they are centred', () => {
  const rowCount = 1000;
  const spread = (row: number): number => ((row * 7919) % 1000) * 1e-6;
  const values = Float64Array.from({ length: rowCount }, (_, row) => 1e6 + spread(row));
  const exact = values.map((value) => value - 1e6);
  const weight = Array.from({ length: rowCount }, (_, row) => 1 + (row % 13));
  const design = designOf(rowCount, { weight, psu: Array.from(weight, (_, row) => row % 50) });
  const cells = new Int32Array(rowCount);
  const { layer, centre } = centredLayer(values, cells);
  const table = tally(design, cells, 1, [layer]);
  const reference = tally(design, cells, 1, [exact]);
  expect(centre + meanOf(table).estimate).toBeCloseTo(1e6 + meanOf(reference).estimate, 9);
  const ratio = varianceOf(table, meanOf(table)) / varianceOf(reference, meanOf(reference));
  expect(Math.abs(ratio - 1)).toBeLessThan(1e-10);
});
