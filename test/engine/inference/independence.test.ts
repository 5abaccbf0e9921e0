import { expect, test } from 'vitest';
import { independenceTest } from '#engine/inference/independence.ts';
import { noTest } from '#engine/inference/noTest.ts';
import { tally } from '#engine/tally/tally.ts';
import { designOf } from '../columns.ts';

/** A simple sample with so many people in each cell. */
function tableOf(counts: readonly number[]): ReturnType<typeof tally> {
  const cells = Int32Array.from(counts.flatMap((count, cell) => new Array<number>(count).fill(cell)));
  return tally(designOf(cells.length), cells, counts.length);
}

test('2 × 2 by hand: Wald is the squared z of ad − bc with its own variance', () => {
  // 30, 20, 10, 40: Y = t11 − t1·t·1/n = 10; per person u = (1 − p·1)(1 − p1·) = .3, −.2, −.3 (3 × 4 / …)
  const counts = [30, 20, 10, 40];
  const score = [0.3, -0.2, -0.2, 0.3].map((_, cell) => {
    const [row, column] = [Math.floor(cell / 2), cell % 2];
    return (Number(row === 0) - 0.5) * (Number(column === 0) - 0.4);
  });
  const mean = counts.reduce((sum, count, cell) => sum + (count / 100) * score[cell], 0);
  const squares = counts.reduce((sum, count, cell) => sum + count * (score[cell] - mean) ** 2, 0);
  const variance = (100 / 99) * squares;
  const { f, df1, df2 } = independenceTest(tableOf(counts), 2, 2, 'wald');
  expect(f).toBeCloseTo(100 / variance, 10);
  expect([df1, df2]).toEqual([1, 99]);
  expect(independenceTest(tableOf(counts), 2, 2, 'adjusted-wald').f).toBeCloseTo(f!, 12);
});

test('more contrasts than degrees of freedom: no Wald test, but Rao and Scott', () => {
  const cells = Int32Array.from({ length: 90 }, (_, row) => (row * 7) % 9);
  const psu = Array.from({ length: 90 }, (_, row) => row % 4);
  const table = tally(designOf(90, { psu }), cells, 9);
  expect(independenceTest(table, 3, 3, 'wald')).toEqual(noTest('tooFewPsus'));
  expect(independenceTest(table, 3, 3, 'adjusted-wald')).toEqual(noTest('tooFewPsus'));
});

test('the same in every PSU: a reason, no number', () => {
  const cells = Int32Array.from({ length: 40 }, (_, row) => row % 4);
  const psu = Array.from({ length: 40 }, (_, row) => Math.floor(row / 4));
  const table = tally(designOf(40, { psu }), cells, 4);
  expect(independenceTest(table, 2, 2, 'rao-scott')).toEqual(noTest('noVariance'));
  expect(independenceTest(table, 2, 2, 'rao-scott-first')).toEqual(noTest('noVariance'));
  expect(independenceTest(table, 2, 2, 'wald')).toEqual(noTest('singular'));
});

test('one PSU: no degrees of freedom', () => {
  const table = tally(
    designOf(40, { psu: new Array<number>(40).fill(1), lonelyPsu: 'adjust' }),
    Int32Array.from({ length: 40 }, (_, row) => row % 4),
    4,
  );
  for (const method of ['rao-scott', 'rao-scott-first', 'wald', 'adjusted-wald'] as const)
    expect(independenceTest(table, 2, 2, method)).toEqual(noTest('noDegreesOfFreedom'));
});
