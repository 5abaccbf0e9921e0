import { expect, test } from 'vitest';
import { hasRareCombination } from '#engine/disclosure/rareCombination.ts';

const column = (...rows: readonly number[]): Uint8Array => Uint8Array.from(rows);
const everyone = new Int32Array(6);
const weights = new Float64Array(6).fill(1);

test('each item and their union may be many, and one person alone have chosen both', () => {
  const items = [column(1, 1, 1, 0, 0, 0), column(0, 0, 1, 1, 1, 0)];
  expect(hasRareCombination(items, everyone, weights, 2)).toBe(true);
});

test('combinations of enough people each are none, also of who did not answer', () => {
  const items = [column(1, 1, 0, 2, 0, 2), column(0, 0, 1, 1, 0, 2)];
  expect(hasRareCombination(items, everyone, weights, 2)).toBe(false);
  expect(hasRareCombination(items, everyone, weights, 3)).toBe(true);
});

test('are counted within each group, of who has a weight', () => {
  const items = [column(1, 1, 1, 1, 1, 1)];
  expect(hasRareCombination(items, Int32Array.of(0, 0, 0, 1, 1, 1), weights, 3)).toBe(false);
  expect(hasRareCombination(items, Int32Array.of(0, 0, 0, 0, 1, -1), weights, 2)).toBe(true);
  expect(
    hasRareCombination(items, Int32Array.of(0, 0, 0, 1, 1, 2), Float64Array.of(1, 1, 1, 1, 1, 0), 2),
  ).toBe(false);
});
