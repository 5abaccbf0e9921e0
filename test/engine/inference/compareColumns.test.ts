import { expect, test } from 'vitest';
import { ratioOf } from '#engine/estimate/ratio.ts';
import { wholeOf } from '#engine/estimate/share.ts';
import { compareColumns, letterOf, type ComparedColumn } from '#engine/inference/compareColumns.ts';
import { differenceTest, independentDifference, linearTest, ratioTest } from '#engine/inference/contrast.ts';
import { satterthwaiteDf } from '#engine/inference/satterthwaiteDf.ts';
import { trendOver } from '#engine/inference/trend.ts';
import type { Statistic } from '#engine/tally/statistic.ts';
import type { Tally } from '#engine/tally/talliedTable.ts';
import { tally } from '#engine/tally/tally.ts';
import { designOf } from '../columns.ts';

interface Groups {
  readonly table: Tally;
  readonly shares: Statistic[];
  readonly columns: ComparedColumn[];
}

/** A simple sample: so many concerned of so many in each group. */
function groups(concerned: readonly number[], of: readonly number[]): Groups {
  const cells = Int32Array.from(
    concerned.flatMap((count, group) => [
      ...new Array<number>(count).fill(2 * group),
      ...new Array<number>(of[group] - count).fill(2 * group + 1),
    ]),
  );
  const table = tally(designOf(cells.length), cells, 2 * of.length);
  const part = (inside: (cell: number) => boolean): Uint8Array =>
    Uint8Array.from({ length: 2 * of.length }, (_, cell) => Number(inside(cell)));
  const shares = of.map((_, group) =>
    ratioOf(
      table,
      part((cell) => cell === 2 * group),
      part((cell) => cell >> 1 === group),
    ),
  );
  const columns = shares.map((statistic, group) => ({
    statistic,
    df: wholeOf(
      table,
      part((cell) => cell >> 1 === group),
    ).df,
  }));
  return { table, shares, columns };
}

test('by hand: the variances of two groups of a simple sample add up', () => {
  const { table, columns } = groups([60, 30], [100, 100]);
  const { comparisons, letters } = compareColumns(table, columns);
  const [{ difference, se, df, p }] = comparisons;
  expect(difference).toBeCloseTo(0.3, 12);
  expect(se).toBeCloseTo(Math.sqrt(((200 / 199) * (0.24 + 0.21)) / 100), 12);
  expect(df).toBeCloseTo(0.45 ** 2 / ((0.24 ** 2 + 0.21 ** 2) / 99), 8);
  // R: 2 * pt(-0.3 / sqrt(200 / 199 * 0.0045), 0.45^2 / ((0.24^2 + 0.21^2) / 99))
  expect(p / 1.3697831e-5).toBeCloseTo(1, 6);
  expect(letters).toEqual(['B', '']);
});

test('the higher column has the letters of the lower, adjusted over the row', () => {
  const { table, columns } = groups([80, 60, 50, 20], [100, 100, 100, 100]);
  expect(compareColumns(table, columns).letters).toEqual(['BCD', 'D', 'D', '']);
  const barely = groups([50, 36, 40, 45], [100, 100, 100, 100]);
  expect(compareColumns(barely.table, barely.columns, { adjust: 'none' }).letters).toEqual(['B', '', '', '']);
  expect(compareColumns(barely.table, barely.columns).letters).toEqual(['', '', '', '']);
  const weak = groups([50, 38], [100, 100]);
  const both = { adjust: 'none', alpha: 0.05, weakAlpha: 0.1 } as const;
  expect(compareColumns(weak.table, weak.columns, both).letters).toEqual(['b', '']);
});

test('a column that takes no part has no letters and gives none', () => {
  const { table, columns } = groups([80, 60, 20], [100, 100, 100]);
  const { letters, comparisons } = compareColumns(table, [columns[0], null, columns[2]]);
  expect(letters).toEqual(['C', '', '']);
  expect(comparisons).toHaveLength(1);
  expect(compareColumns(table, [columns[0], null, null]).comparisons).toEqual([]);
});

test('letters beyond Z stand apart', () => {
  expect([0, 25, 26, 53].map(letterOf)).toEqual(['A', 'Z', 'A1', 'B2']);
  const { table, columns } = groups(
    Array.from({ length: 28 }, (_, group) => (group === 27 ? 90 : 10)),
    new Array<number>(28).fill(100),
  );
  expect(compareColumns(table, columns).letters[27].split(' ')).toHaveLength(27);
});

test('the same estimate twice has no variance and is not compared', () => {
  const { table, shares, columns } = groups([80, 60], [100, 100]);
  expect(compareColumns(table, [columns[0], columns[0]]).comparisons).toEqual([]);
  expect(differenceTest(table, shares[0], shares[0], 0.95)).toMatchObject({ p: null, why: 'noVariance' });
});

test('degrees of freedom of groups of one survey: their own, at most those of the table', () => {
  // By hand: (1 + 3)² / (1²/2 + 3²/6) = 8.
  const [a, b] = [
    { variance: 1, df: 2 },
    { variance: 3, df: 6 },
  ];
  expect(satterthwaiteDf(a, b, 40)).toBeCloseTo(8, 12);
  expect(satterthwaiteDf(a, b, 7)).toBe(7);
  // Each in all 40: 1/(¼²/40 + ¾²/40) = 64.
  expect(satterthwaiteDf({ ...a, df: 40 }, { ...b, df: 40 })).toBeCloseTo(64, 12);
  expect(satterthwaiteDf({ ...a, df: 40 }, { ...b, df: 40 }, 40)).toBe(40);
  expect(satterthwaiteDf({ variance: 0, df: 2 }, b, 40)).toBeCloseTo(6, 12);
  expect(satterthwaiteDf({ ...a, df: 0 }, b, 40)).toBe(0);
});

test('independent surveys: Welch and Satterthwaite', () => {
  // R: t.test with means 10 and 8, se .5 on 9 and .8 on 15: t = 2.12, df by hand
  const { t, df, estimate, se } = independentDifference(
    { estimate: 10, se: 0.5, df: 9 },
    { estimate: 8, se: 0.8, df: 15 },
    0.95,
  );
  expect(estimate).toBe(2);
  expect(se).toBeCloseTo(Math.sqrt(0.89), 12);
  expect(t).toBeCloseTo(2 / Math.sqrt(0.89), 12);
  expect(df).toBeCloseTo(0.89 ** 2 / (0.25 ** 2 / 9 + 0.64 ** 2 / 15), 10);
  const none = independentDifference({ estimate: 1, se: 0, df: 9 }, { estimate: 0, se: 0, df: 9 }, 0.95);
  expect(none).toMatchObject({ estimate: 1, p: null, why: 'noVariance' });
  const one = independentDifference({ estimate: 1, se: 0.1, df: 0 }, { estimate: 0, se: 0.1, df: 9 }, 0.95);
  expect(one).toMatchObject({ estimate: 1, ciLow: null, why: 'noDegreesOfFreedom' });
});

test('a ratio with 0 has a reason instead of a logarithm', () => {
  const { table, shares } = groups([80, 0], [100, 100]);
  expect(ratioTest(table, shares[0], shares[1], 0.95)).toMatchObject({ estimate: null, why: 'notPositive' });
  expect(linearTest(table, shares[1], 0.95)).toMatchObject({ estimate: 0, p: null, why: 'noVariance' });
});

test('trend: the least-squares slope of the shares; one group alone has none', () => {
  const { table, shares } = groups([10, 30, 40], [100, 100, 100]);
  expect(trendOver(table, shares, 0.95).estimate).toBeCloseTo(0.15, 12);
  expect(trendOver(table, shares, 0.95, [0, 10, 40]).estimate).toBeCloseTo(
    // scores less their mean of 50/3, on .1, .3, .4
    ((-50 / 3) * 0.1 + (-20 / 3) * 0.3 + (70 / 3) * 0.4) / ((2500 + 400 + 4900) / 9),
    12,
  );
  expect(trendOver(table, [shares[0], null, null], 0.95)).toMatchObject({ why: 'singleCategory' });
  expect(trendOver(table, shares, 0.95, [2, 2, 2])).toMatchObject({ why: 'singleCategory' });
});
