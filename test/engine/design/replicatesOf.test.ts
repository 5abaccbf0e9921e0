import { expect, test } from 'vitest';
import { randomSource } from '#engine/design/randomSource.ts';
import { replicatesOf, type Replicates } from '#engine/design/replicatesOf.ts';
import { replicateTotals } from '#engine/tally/replicateTotals.ts';
import { tally } from '#engine/tally/tally.ts';
import { varianceOf } from '#engine/tally/variance.ts';
import { designOf, problemOf, type Sample } from '../columns.ts';

const rows = 60;
const all = { count: 200, seed: 7 };
const sample: Sample = {
  weight: Array.from({ length: rows }, (_, row) => 1 + (row % 7) / 3),
  strata: Array.from({ length: rows }, (_, row) => row % 3),
  psu: Array.from({ length: rows }, (_, row) => Math.floor(row / 3) % 5),
};
const fpc = Array.from({ length: rows }, (_, row) => [10, 20, 5][row % 3]);
const cells = Int32Array.from({ length: rows }, (_, row) => (row % 11 === 0 ? -1 : (row * 5) % 4));

function replicateVariance(
  totals: Float64Array,
  full: number,
  { count, scale, rscales }: Replicates,
): number {
  let sum = 0;
  for (let replicate = 0; replicate < count; replicate++)
    sum += rscales[replicate] * (totals[replicate * 4] - full) ** 2;
  return scale * sum;
}

const first = { estimate: 0, gradient: Float64Array.of(1, 0, 0, 0), at: () => 0 };

test.each([
  ['without', sample],
  ['with', { ...sample, fpc }],
])('the jackknife of a total %s population sizes is its linearised variance', (_, input) => {
  const design = designOf(rows, input);
  const table = tally(design, cells, 4);
  const replicates = replicatesOf(design, 'jackknife', all);
  const variance = replicateVariance(replicateTotals(table, replicates), table.totals[0], replicates);
  expect(variance / varianceOf(table, first)).toBeCloseTo(1, 12);
});

test('a PSU without weight is left out like the others', () => {
  const weight = sample.weight!.map((one, row) =>
    sample.strata![row] === 1 && sample.psu![row] === 2 ? 0 : one,
  );
  const design = designOf(rows, { ...sample, weight });
  const table = tally(design, cells, 4);
  const replicates = replicatesOf(design, 'jackknife', all);
  expect(replicates.count).toBe(15);
  const variance = replicateVariance(replicateTotals(table, replicates), table.totals[0], replicates);
  expect(variance / varianceOf(table, first)).toBeCloseTo(1, 12);
});

test('a bootstrap draws n − 1 of n PSUs in each stratum, the same for the same seed', () => {
  const design = designOf(rows, sample);
  const { factors, count, scale } = replicatesOf(design, 'bootstrap', all);
  expect(scale).toBe(1 / 199);
  for (let replicate = 0; replicate < count; replicate++)
    for (let stratum = 0; stratum < 3; stratum++) {
      const ofStratum = [0, 1, 2, 3, 4].map((psu) => factors[(5 * stratum + psu) * count + replicate]);
      const draws = ofStratum.map((factor) => (factor * 4) / 5);
      draws.forEach((draw) => expect(draw).toBeCloseTo(Math.round(draw), 12));
      expect(draws.reduce((sum, draw) => sum + draw, 0)).toBeCloseTo(4, 12);
    }
  expect(replicatesOf(design, 'bootstrap', all).factors).toEqual(factors);
  expect(replicatesOf(design, 'bootstrap', { ...all, seed: 8 }).factors).not.toEqual(factors);
});

test.each([
  ['without', sample],
  ['with', { ...sample, fpc }],
])('many bootstrap replicates %s population sizes come close to the linearised variance', (_, input) => {
  const design = designOf(rows, input);
  const table = tally(design, cells, 4);
  const replicates = replicatesOf(design, 'bootstrap', { count: 8000, seed: 1994 });
  const variance = replicateVariance(replicateTotals(table, replicates), table.totals[0], replicates);
  // The variance of a variance over 8,000 replicates is about 2/8,000 of it.
  expect(Math.abs(variance / varianceOf(table, first) - 1)).toBeLessThan(0.05);
});

test('lonely PSUs: refused under fail, otherwise in every bootstrap replicate', () => {
  const lonely = { strata: [1, 1, 2], psu: [1, 2, 3] };
  expect(problemOf(() => replicatesOf(designOf(3, lonely), 'bootstrap', all)).code).toBe('design.lonelyPsu');
  const { factors } = replicatesOf(designOf(3, { ...lonely, lonelyPsu: 'remove' }), 'bootstrap', all);
  expect(factors.subarray(2 * 200).every((factor) => factor === 1)).toBe(true);
});

test('too many factors to keep are refused', () => {
  const design = designOf(30_000);
  expect(problemOf(() => replicatesOf(design, 'jackknife', all))).toEqual({
    code: 'design.tooManyReplicates',
    params: { psus: 30_000, replicates: 30_000, limit: 40_000_000 },
  });
});

test('the random source: every number below the bound, evenly', () => {
  const below = randomSource(3);
  const seen = new Array<number>(6).fill(0);
  for (let draw = 0; draw < 60_000; draw++) seen[below(6)]++;
  // χ² on 5 degrees of freedom: above 20.5 in one of a thousand seeds.
  expect(seen.reduce((sum, one) => sum + (one - 10_000) ** 2 / 10_000, 0)).toBeLessThan(20.5);
});
