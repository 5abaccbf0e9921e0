import { describe, expect, it } from 'vitest';
import type { NumericColumn } from '#engine/survey/column.ts';
import { weightDiagnostics } from '#engine/design/weightDiagnostics.ts';

const weight = (values: readonly number[], absent: readonly number[] = []): NumericColumn => ({
  kind: 'numeric',
  values: Float64Array.from(values),
  reasons: absent.length === 0 ? null : Uint8Array.from(values, (_, row) => (absent.includes(row) ? 1 : 0)),
});

describe('how a weight is spread', () => {
  it('is, by hand: (1 + 2 + 3 + 4)² / (1 + 4 + 9 + 16) = 100 / 30', () => {
    expect(weightDiagnostics(weight([1, 2, 3, 4]))).toEqual({
      n: 4,
      min: 1,
      max: 4,
      sum: 10,
      mean: 2.5,
      effectiveN: 100 / 30,
      ratio: 4,
      extreme: 0,
      zero: 0,
      missing: 0,
      negative: 0,
    });
  });

  it('is n where all weights are equal', () => {
    expect(weightDiagnostics(weight([0.7, 0.7, 0.7]))?.effectiveN).toBeCloseTo(3, 12);
  });

  it('counts what cannot be a weight, and leaves it out of every figure', () => {
    expect(weightDiagnostics(weight([1, 3, 0, -2, 50, Number.NaN, 0], [4]))).toMatchObject({
      n: 2,
      min: 1,
      max: 3,
      sum: 4,
      effectiveN: 16 / 10,
      zero: 2,
      missing: 2,
      negative: 1,
    });
  });

  it('counts weights above five times the mean', () => {
    const values = [...Array.from({ length: 98 }, () => 1), 6, 8];
    expect(weightDiagnostics(weight(values))?.extreme).toBe(2);
    expect(weightDiagnostics(weight([1, 1, 4]))?.extreme).toBe(0);
  });

  it('is nothing where no weight is positive', () => {
    expect(weightDiagnostics(weight([0, -1]))).toBeNull();
  });
});
