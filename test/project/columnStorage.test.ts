import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Column, NumericColumn, TextColumn } from '#engine/survey/column.ts';
import { packColumn, unpackColumn } from '#project/columnStorage.ts';

const numeric = (values: readonly number[], reasons: readonly number[] | null = null): NumericColumn => ({
  kind: 'numeric',
  values: Float64Array.from(values),
  reasons: reasons === null ? null : Uint8Array.from(reasons),
});

const there = (column: Column, rowCount: number): Column => unpackColumn([packColumn(column, rowCount)]);

function numbersOf(column: Column): number[] {
  if (column.kind === 'text') throw new Error('numbers expected');
  return [...column.values];
}

function textsOf(column: Column): string[] {
  if (column.kind === 'numeric') throw new Error('text expected');
  return [...column.codes].map((code) => column.dictionary[code]);
}

test.each([
  ['codes of answers', [0, 1, 9, 255], 'u8'],
  ['codes with a negative', [-1, 0, 9], 'i8'],
  ['codes above a byte', [-1, 256], 'i16'],
  ['ids', [0, 70_000], 'i32'],
  ['ids above 32 bits', [2_147_483_648], 'f64'],
  ['weights', [0.5, 1.25], 'f64'],
  ['negative zero', [-0], 'f64'],
])('%s lie in the narrowest type that keeps them', (_, values, storage) => {
  expect(packColumn(numeric(values), values.length).storage).toBe(storage);
});

test('every double comes back bit by bit', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true }), { minLength: 1 }), (values) => {
      const back = numbersOf(there(numeric(values), values.length));
      expect(back.every((value, row) => Object.is(value, values[row]))).toBe(true);
    }),
  );
});

test('every whole number comes back, over chunks of different widths', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.integer(), { minLength: 1 }), { minLength: 1 }), (chunks) => {
      const stored = chunks.map((values) => packColumn(numeric(values), values.length));
      expect(numbersOf(unpackColumn(stored))).toEqual(chunks.flat());
    }),
  );
});

test('a chunk of bytes beside a chunk of negative codes keeps both', () => {
  const stored = [packColumn(numeric([200]), 1), packColumn(numeric([-1]), 1)];
  expect(numbersOf(unpackColumn(stored))).toEqual([200, -1]);
});

test('missing rows keep their reasons and do not widen the type', () => {
  const stored = packColumn(numeric([1, -1.797e308, 3], [0, 1, 2]), 3);
  expect(stored.storage).toBe('u8');
  const back = unpackColumn([stored, packColumn(numeric([4]), 1)]);
  expect(back).toEqual({
    kind: 'numeric',
    values: Uint8Array.of(1, 0, 0, 4),
    reasons: Uint8Array.of(0, 1, 2, 0),
  });
});

test('a reader may reuse its arrays: only the rows of the chunk are kept', () => {
  const values = Float64Array.of(1, 2, 3, 99, 99);
  expect(numbersOf(there({ kind: 'numeric', values, reasons: null }, 3))).toEqual([1, 2, 3]);
});

test('text comes back over chunks with dictionaries of their own', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), { minLength: 1 }),
      (chunks) => {
        const stored = chunks.map((texts) => {
          const dictionary = ['never used', ...texts];
          const codes = Uint32Array.from(texts, (_, row) => row + 1);
          return packColumn({ kind: 'text', dictionary, codes } satisfies TextColumn, texts.length);
        });
        expect(textsOf(unpackColumn(stored))).toEqual(chunks.flat());
      },
    ),
  );
});

test.each([256, 257, 65_537])('%i different strings in one chunk', (count) => {
  const dictionary = Array.from({ length: count }, (_, index) => `জেলা ${index}`);
  const codes = Uint32Array.from(dictionary, (_, index) => index);
  expect(textsOf(there({ kind: 'text', dictionary, codes }, count))).toEqual(dictionary);
});
