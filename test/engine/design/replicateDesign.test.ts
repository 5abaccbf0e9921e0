import { expect, test } from 'vitest';
import type { ReplicateInput } from '#engine/design/replicateWeights.ts';
import type { DesignInput } from '#engine/design/designInput.ts';
import type { SurveyDesign } from '#engine/design/surveyDesign.ts';
import { createSurveyDesign } from '#engine/design/createSurveyDesign.ts';
import { domainOf } from '#engine/tally/domain.ts';
import { tally } from '#engine/tally/tally.ts';
import { varianceOf } from '#engine/tally/variance.ts';
import { numbers, problemOf } from '../columns.ts';

const weight = [10, 10, 20, 20];
const jackknife = [
  [0, 0, 40, 40],
  [20, 20, 0, 0],
];

function inputOf(
  columns: readonly (readonly (number | null)[])[],
  more: Partial<ReplicateInput>,
): DesignInput {
  return {
    rowCount: 4,
    weight: { name: 'weight', values: numbers(weight) },
    strata: null,
    psu: null,
    fpc: null,
    lonelyPsu: 'fail',
    replicates: {
      type: 'JK1',
      columns: columns.map((values, index) => ({ name: `rep${index + 1}`, values: numbers(values) })),
      ...more,
    },
  };
}

function replicated(
  columns: readonly (readonly (number | null)[])[],
  more: Partial<ReplicateInput> = {},
): SurveyDesign {
  return createSurveyDesign(inputOf(columns, more));
}

/** The problem of replicate weights of the type. */
function refused(more: Partial<ReplicateInput>): object {
  return problemOf(() => replicated(jackknife, more)).params;
}

test('rows with the same multiples form a unit; totals in each replicate; df from the rank', () => {
  const design = replicated(jackknife);
  expect([...design.replicates!.factors]).toEqual([0, 2, 2, 0]);
  expect(design.summary).toMatchObject({ psuCount: 4, df: 1, replicates: { type: 'JK1', count: 2 } });
  const table = tally(design, Int32Array.of(0, 1, 0, -1), 2);
  expect([...table.byReplicate!]).toEqual([40, 0, 20, 20]);
  expect(table.df).toBe(1);
  expect(domainOf(table.psuTotals, Uint8Array.of(0, 1))).toEqual({ psuCount: 1, df: 0 });
});

test('deviations are taken from the estimate, or from the mean of the replicates', () => {
  const total = { estimate: 30, gradient: Float64Array.of(1, 0), at: ([first]: Float64Array) => first };
  const about = (centre: 'estimate' | 'mean', values = jackknife): number =>
    varianceOf(tally(replicated(values, { centre }), Int32Array.of(0, 1, 0, -1), 2), total);
  expect(about('estimate')).toBeCloseTo(0.5 * (10 ** 2 + 10 ** 2), 10);
  const uneven = [
    [0, 0, 40, 40],
    [10, 20, 0, 0],
  ];
  expect(about('mean', uneven)).toBeCloseTo(0.5 * (15 ** 2 + 15 ** 2), 10);
});

test('a replicate that leaves nobody in the domain is left out; where all do there is no variance', () => {
  const table = tally(replicated(jackknife), Int32Array.of(0, -1, -1, -1), 1);
  const mean = { estimate: 1, gradient: Float64Array.of(0), at: ([first]: Float64Array) => first / first };
  expect(varianceOf(table, mean)).toBe(0);
  expect(varianceOf(table, { ...mean, at: () => NaN })).toBeNaN();
});

test.each([
  ['BRR', {}, 1 / 2],
  ['Fay', { rho: 0.5 }, 2],
  ['JK1', {}, 1 / 2],
  ['JK1', { scale: 0.3 }, 0.3],
  ['bootstrap', {}, 1],
  ['SDR', {}, 2],
  ['other', {}, 1],
] as const)('the scale of %s %o', (type, more, scale) => {
  const { replicates } = replicated(jackknife, { type, ...more });
  expect(replicates!.scale).toBe(scale);
  expect([...replicates!.rscales]).toEqual([1, 1]);
});

test('factors of a jackknife tell its scale', () => {
  const factors = jackknife.map((column) => column.map((value, row) => value / weight[row]));
  expect(replicated(factors, { combined: false }).replicates).toMatchObject({ scale: 0.5 });
  const { rscales } = replicated(factors, { type: 'JKn', combined: false }).replicates!;
  expect([...rscales]).toEqual([0.5, 0.5]);
});

test('degrees of freedom given by the user hold, and no domain has more', () => {
  const design = replicated(jackknife, { df: 0 });
  expect(design.summary.df).toBe(0);
  expect(tally(design, Int32Array.of(0, 0, 0, 0), 1).df).toBe(0);
});

test('options that do not belong to the type are refused', () => {
  expect(refused({ type: 'Fay' })).toMatchObject({ option: 'rho', value: 'left out' });
  expect(refused({ type: 'Fay', rho: 1 })).toMatchObject({ option: 'rho', value: '1' });
  expect(refused({ type: 'BRR', rho: 0.5 })).toMatchObject({ option: 'rho' });
  expect(refused({ type: 'BRR', scale: 1 })).toMatchObject({ option: 'scale' });
  expect(refused({ type: 'SDR', rscales: [1, 1] })).toMatchObject({ option: 'rscales' });
  expect(refused({ type: 'JKn' })).toMatchObject({ option: 'rscales', value: 'left out' });
  expect(refused({ type: 'JKn', rscales: [1] })).toMatchObject({ option: 'rscales', value: '1 numbers' });
  expect(refused({ type: 'other', rscales: [1, -1] })).toMatchObject({ option: 'rscales', value: '-1' });
  expect(refused({ type: 'other', scale: 0 })).toMatchObject({ option: 'scale', value: '0' });
});

test('columns that do not fit are refused by name', () => {
  const second = (values: (number | null)[]) => problemOf(() => replicated([jackknife[0], values]));
  expect(second([1, null, 1, 1])).toEqual({
    code: 'design.replicateMissing',
    params: { variable: 'rep2', rows: [2], count: 1 },
  });
  expect(second([1, 1, -1, -1]).code).toBe('design.replicateNegative');
  expect(second([0, 0, 0, 0])).toEqual({ code: 'design.replicateAllZero', params: { variable: 'rep2' } });
  expect(problemOf(() => replicated([jackknife[0]]))).toEqual({
    code: 'design.replicatesTooFew',
    params: { count: 1 },
  });
});

test('replicate weights beside strata or PSUs, or without a weight, are refused', () => {
  const input = inputOf(jackknife, {});
  const psu = { name: 'village', column: numbers([1, 1, 2, 2]) };
  const fpc = { name: 'villages', values: numbers([9, 9, 9, 9]) };
  expect(problemOf(() => createSurveyDesign({ ...input, psu, fpc }))).toEqual({
    code: 'design.replicatesWithSample',
    params: { variables: ['village', 'villages'] },
  });
  expect(problemOf(() => createSurveyDesign({ ...input, weight: null })).code).toBe(
    'design.replicatesWithoutWeight',
  );
});
