import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matrixIndependenceOf, matrixOf } from '#engine/estimate/matrix.ts';
import { canTestGlobally } from '#engine/inference/globalIndependence.ts';
import { designOf } from '../columns.ts';
import { openly, randomSurvey } from '../randomSurvey.ts';

test('with one pair it is the test of that pair, with PSUs and without', () => {
  fc.assert(
    fc.property(randomSurvey, fc.boolean(), ({ weight, strata, psu, fear, want }, clustered) => {
      const design = designOf(weight.length, { weight, strata, ...(clustered && { psu }) });
      const { pairs } = matrixOf(design, [fear], [want], openly);
      const global = matrixIndependenceOf(design, [fear], [want], openly);
      const { f, df1, df2, p } = pairs[0].test;
      if (f === null) return;
      expect(global.pairs).toBe(1);
      expect(global.f! / f).toBeCloseTo(1, 8);
      expect(global.df1).toBeCloseTo(df1!, 10);
      expect(global.df2! / df2!).toBeCloseTo(1, 10);
      expect(global.p! / p!).toBeCloseTo(1, 6);
      const n = [...fear].filter((state, row) => state !== 2 && want[row] !== 2).length;
      expect(global.statistic! / (n * pairs[0].phi.estimate! ** 2)).toBeCloseTo(1, 8);
    }),
  );
});

test('the same pair twice: F and p stay, Δ has one eigenvalue', () => {
  fc.assert(
    fc.property(randomSurvey, ({ weight, strata, psu, fear, want }) => {
      const design = designOf(weight.length, { weight, strata, psu });
      const { pairs } = matrixOf(design, [fear, fear], [want, want], openly);
      const global = matrixIndependenceOf(design, [fear, fear], [want, want], openly);
      const { f, df1, p } = pairs[0].test;
      if (f === null) return;
      expect(global.pairs).toBe(4);
      expect(global.f! / f).toBeCloseTo(1, 8);
      expect(global.df1! / df1!).toBeCloseTo(1, 8);
      expect(global.p! / p!).toBeCloseTo(1, 6);
    }),
  );
});

test('a concern that nobody or everybody has takes no part; without any pair there is a reason', () => {
  const fear = Uint8Array.from({ length: 60 }, (_, row) => (row * 7) % 2);
  const want = Uint8Array.from({ length: 60 }, (_, row) => Number((row * 5) % 7 < 3 || row < 12));
  const nobody = new Uint8Array(60);
  const psu = Array.from({ length: 60 }, (_, row) => row % 9);
  const design = designOf(60, { psu });
  const { pairs } = matrixOf(design, [fear, nobody], [want], openly);
  const global = matrixIndependenceOf(design, [fear, nobody], [want], openly);
  expect(global).toMatchObject({ pairs: 1 });
  expect(global.why).toBeUndefined();
  expect(global.f! / pairs[0].test.f!).toBeCloseTo(1, 10);
  expect(matrixIndependenceOf(design, [nobody], [want], openly)).toMatchObject({
    f: null,
    why: 'singleCategory',
  });
  const dhs = { ...openly, disclosure: 'dhs' } as const;
  const rare = fear.map((state, row) => (row < 20 ? state : 0));
  const few = matrixIndependenceOf(design, [rare], [want], dhs);
  expect(few).toMatchObject({ f: null, statistic: null, pairs: 0, why: 'suppressed' });
});

test('what would take too long is not begun', () => {
  expect(canTestGlobally(744, 400)).toBe(true);
  expect(canTestGlobally(5_000, 400)).toBe(true);
  expect(canTestGlobally(17_856, 400)).toBe(false);
  expect(canTestGlobally(1_800_000, 100)).toBe(false);
});
