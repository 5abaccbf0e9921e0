import { expect, test } from 'vitest';
import {
  logInterval,
  shareInterval,
  symmetricInterval,
  type IntervalMethod,
} from '#engine/inference/interval.ts';

const methods: IntervalMethod[] = ['logit', 'beta', 'wilson', 'wald'];

test('0 and 1 of 10: Clopper and Pearson, by every method', () => {
  // 1 − 0.025^(1/10), the closed form of the upper limit for no success in ten
  const limit = 1 - 0.025 ** 0.1;
  for (const method of methods) {
    const none = shareInterval({ estimate: 0, se: 0, n: 10, df: 9 }, method, 0.95);
    const all = shareInterval({ estimate: 1, se: 0, n: 10, df: 9 }, method, 0.95);
    expect(none.ciLow).toBe(0);
    expect(none.ciHigh).toBeCloseTo(limit, 12);
    expect(all.ciLow).toBeCloseTo(1 - limit, 12);
    expect(all.ciHigh).toBe(1);
  }
});

test('no degrees of freedom or no variance: no interval', () => {
  for (const method of methods) {
    expect(shareInterval({ estimate: 0.4, se: 0.1, n: 10, df: 0 }, method, 0.95)).toEqual({
      ciLow: null,
      ciHigh: null,
    });
    expect(shareInterval({ estimate: 0.4, se: NaN, n: 10, df: 9 }, method, 0.95).ciLow).toBeNull();
  }
  expect(symmetricInterval(1, 0.1, -1, 0.95).ciLow).toBeNull();
  expect(logInterval(0, 0.1, 9, 0.95).ciLow).toBeNull();
});

test('a share without variation between PSUs: the point itself', () => {
  for (const method of methods)
    expect(shareInterval({ estimate: 0.5, se: 0, n: 10, df: 9 }, method, 0.95)).toEqual({
      ciLow: 0.5,
      ciHigh: 0.5,
    });
});

test('Wilson with n* = n and many degrees of freedom: 20 of 100 gives .1334 to .2888', () => {
  const se = Math.sqrt(0.16 / 100);
  const { ciLow, ciHigh } = shareInterval({ estimate: 0.2, se, n: 100, df: 1e9 }, 'wilson', 0.95);
  expect(ciLow).toBeCloseTo(0.1334, 4);
  expect(ciHigh).toBeCloseTo(0.2888, 4);
});
