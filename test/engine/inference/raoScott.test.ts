import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noTest } from '#engine/inference/noTest.ts';
import { raoScott } from '#engine/inference/raoScott.ts';
import { tally } from '#engine/tally/tally.ts';
import { designOf } from '../columns.ts';
import { randomSurvey } from '../randomSurvey.ts';

/** A simple sample with so many people in each cell. */
function tableOf(counts: readonly number[]): ReturnType<typeof tally> {
  const cells = Int32Array.from(counts.flatMap((count, cell) => new Array<number>(count).fill(cell)));
  return tally(designOf(cells.length), cells, counts.length);
}

test('in a simple sample F is nearly X² / ((R − 1)(C − 1))', () => {
  // Hair and eye colour of 592 students (Snee 1974): X² = 138.28984 on 9 degrees of freedom
  const counts = [68, 20, 15, 5, 119, 84, 54, 29, 26, 17, 14, 14, 7, 94, 10, 16];
  const { f, df1 } = raoScott(tableOf(counts), 4, 4);
  // Δ is 592/591 times the mean of design effects that are 1 only where rows and columns are independent.
  expect(f! * 9).toBeGreaterThan(138.28984 * 0.8);
  expect(f! * 9).toBeLessThan(138.28984 * 1.2);
  expect(df1).toBeGreaterThan(8);
  expect(df1).toBeLessThanOrEqual(9);
});

test('independent to the letter: F is 0, p is 1, Δ that of a simple sample', () => {
  const { f, df1, df2, p } = raoScott(tableOf([10, 20, 30, 20, 40, 60]), 2, 3);
  expect(f).toBeCloseTo(0, 12);
  expect(df1).toBeCloseTo(2, 10);
  expect(df2).toBeCloseTo(2 * 179, 7);
  expect(p).toBeCloseTo(1, 10);
});

test('rows and columns without respondents are left out', () => {
  const full = raoScott(tableOf([12, 8, 5, 15]), 2, 2);
  expect(raoScott(tableOf([12, 0, 8, 0, 0, 0, 5, 0, 15]), 3, 3)).toEqual(full);
});

test('no test with a single row or column, or with too few cells that are not empty', () => {
  expect(raoScott(tableOf([12, 8, 0, 0]), 2, 2)).toEqual(noTest('singleCategory'));
  expect(raoScott(tableOf([12, 0, 5, 0]), 2, 2)).toEqual(noTest('singleCategory'));
  const diagonal = [9, 0, 0, 0, 0, 9, 0, 0, 0, 0, 9, 0, 0, 0, 0, 9];
  expect(raoScott(tableOf(diagonal), 4, 4)).toEqual(noTest('emptyCells'));
  const nobody = tally(designOf(4), new Int32Array(4).fill(-1), 4);
  expect(raoScott(nobody, 2, 2)).toEqual(noTest('noRespondents'));
});

test('a table of two columns has the test of the same table on its side, empty cells or not', () => {
  fc.assert(
    fc.property(randomSurvey, ({ weight, strata, psu, fear, want }) => {
      const design = designOf(weight.length, { weight, strata, psu });
      const test = (cellOf: (row: number, column: number) => number, rows: number, columns: number) =>
        raoScott(
          tally(
            design,
            Int32Array.from(fear, (state, row) => (want[row] === 2 ? -1 : cellOf(state, want[row]))),
            6,
          ),
          rows,
          columns,
        );
      const upright = test((row, column) => 2 * row + column, 3, 2);
      const aside = test((row, column) => 3 * column + row, 2, 3);
      expect(upright.why).toBe(aside.why);
      for (const figure of ['f', 'df1', 'df2', 'p'] as const)
        if (aside[figure] === null) expect(upright[figure]).toBeNull();
        else expect(Math.abs(upright[figure]! - aside[figure])).toBeLessThanOrEqual(1e-8 * aside[figure]);
    }),
    { numRuns: 300 },
  );
});
