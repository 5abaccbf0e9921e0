import { expect, test } from 'vitest';
import { criticalT, twoSidedT, upperTailChiSquare, upperTailF } from '#engine/inference/distributions.ts';
import { benjaminiHochberg, holm } from '#engine/inference/multiplicity.ts';
import { readExpected } from './readCase.ts';

test('upper tail of F, down to where doubles end, as R pf', () => {
  const { upperTailF: cases } = readExpected<{
    upperTailF: { f: number; df1: number; df2: number; p: number }[];
  }>('distributions');
  for (const { f, df1, df2, p } of cases) {
    const ratio = p === 0 ? upperTailF(f, df1, df2) : upperTailF(f, df1, df2) / p - 1;
    expect(Math.abs(ratio), `F ${f} on ${df1}, ${df2}`).toBeLessThan(1e-9);
  }
});

test('upper tail of χ² and two-sided t, as R pchisq and pt', () => {
  const { upperTailChiSquare: chiSquares, twoSidedT: ts } = readExpected<{
    upperTailChiSquare: { x: number; df: number; p: number }[];
    twoSidedT: { t: number; df: number; p: number }[];
  }>('distributions');
  for (const { x, df, p } of chiSquares)
    expect(Math.abs(upperTailChiSquare(x, df) / p - 1), `χ² ${x} on ${df}`).toBeLessThan(1e-9);
  for (const { t, df, p } of ts)
    expect(Math.abs(twoSidedT(t, df) / p - 1), `t ${t} on ${df}`).toBeLessThan(1e-9);
  expect(twoSidedT(1.959963984540054, Infinity)).toBeCloseTo(0.05, 12);
});

test('critical values of t, as R qt', () => {
  const { criticalT: cases } = readExpected<{ criticalT: { level: number; df: number; t: number }[] }>(
    'distributions',
  );
  for (const { level, df, t } of cases) expect(criticalT(level, df) / t).toBeCloseTo(1, 9);
});

test('Benjamini–Hochberg and Holm, as R p.adjust', () => {
  const { p, bh, holm: holmed } = readExpected<{ p: number[]; bh: number[]; holm: number[] }>('multiplicity');
  benjaminiHochberg(p).forEach((q, index) => expect(q! / bh[index]).toBeCloseTo(1, 12));
  holm(p).forEach((q, index) => expect(q! / holmed[index]).toBeCloseTo(1, 12));
  expect(benjaminiHochberg([null, 0.5, null])).toEqual([null, 0.5, null]);
});
