import { expect, test } from 'vitest';
import { createSurveyDesign, lonelyPsuProblem } from '#engine/design/createSurveyDesign.ts';
import { tally } from '#engine/tally/tally.ts';
import { designOf, problemOf, texts } from '../columns.ts';

test('without roles: one stratum, each row a PSU, weights of 1', () => {
  const { summary, weights, stages } = designOf(5);
  expect(summary).toEqual({
    weight: null,
    strata: null,
    psu: null,
    fpc: null,
    strataCount: 1,
    psuCount: 5,
    df: 4,
    lonelyPsu: 'fail',
    nestedPsu: false,
    lonelyStrata: [],
    secondStage: null,
    replicates: null,
    calibration: null,
  });
  expect([...weights]).toEqual([1, 1, 1, 1, 1]);
  expect(stages).toHaveLength(1);
  expect([...stages[0].sampled]).toEqual([5]);
});

test('rows are sorted by stratum and PSU, and stay in file order within', () => {
  const design = designOf(6, { strata: [2, 1, 2, 1, 2, 1], psu: [7, 9, 7, 8, 6, 8] });
  expect([...design.order]).toEqual([3, 5, 1, 4, 0, 2]);
  expect([...design.stages[0].unitStart!]).toEqual([0, 2, 3, 4, 6]);
  expect([...design.stages[0].groupStart]).toEqual([0, 2, 4]);
  expect(design.stages[0].groupNames).toEqual(['1', '2']);
});

test('PSU ids that stand in several strata are read within their stratum', () => {
  const nested = designOf(6, { strata: [1, 1, 1, 2, 2, 2], psu: [1, 1, 2, 1, 2, 2] });
  expect(nested.summary).toMatchObject({ psuCount: 4, df: 2, nestedPsu: true });
  const unique = designOf(6, { strata: [1, 1, 1, 2, 2, 2], psu: [1, 1, 2, 3, 4, 4] });
  expect(unique.summary).toMatchObject({ psuCount: 4, df: 2, nestedPsu: false });
});

test('PSUs of one row each are rows', () => {
  expect(designOf(3, { psu: [5, 6, 4] }).stages[0].unitStart).toBeNull();
});

test('text strata and PSUs', () => {
  const design = createSurveyDesign({
    rowCount: 4,
    weight: null,
    strata: { name: 'region', column: texts(['South', 'North', 'South', 'North']) },
    psu: { name: 'village', column: texts(['a', 'a', 'b', 'b']) },
    fpc: null,
    lonelyPsu: 'fail',
  });
  expect(design.stages[0].groupNames).toEqual(['North', 'South']);
  expect(design.summary).toMatchObject({ strata: 'region', psu: 'village', psuCount: 4, nestedPsu: true });
});

test('weights of zero are sampled, but not in n nor df', () => {
  const design = designOf(5, { weight: [1, 0, 2, 0, 3], psu: [1, 1, 2, 3, 4] });
  expect(design.summary).toMatchObject({ psuCount: 4, df: 2 });
  expect([...design.stages[0].sampled]).toEqual([4]);
  expect([...tally(design, new Int32Array(5), 1).counts]).toEqual([3]);
});

test('no rows', () => {
  expect(problemOf(() => designOf(0))).toEqual({ code: 'design.noRespondents', params: {} });
});

test('weights that are missing, negative or all zero are refused with the first five rows', () => {
  const many = Array.from({ length: 12 }, (_, row) => (row % 2 === 1 ? null : 1));
  expect(problemOf(() => designOf(12, { weight: many }))).toEqual({
    code: 'design.weightMissing',
    params: { variable: 'weight', rows: [2, 4, 6, 8, 10], count: 6 },
  });
  expect(problemOf(() => designOf(3, { weight: [1, 2, -0.5] }))).toEqual({
    code: 'design.weightNegative',
    params: { variable: 'weight', rows: [3], count: 1 },
  });
  expect(problemOf(() => designOf(2, { weight: [0, 0] })).code).toBe('design.weightAllZero');
  expect(problemOf(() => designOf(2, { weight: [Infinity, 1] })).code).toBe('design.weightMissing');
});

test('strata or PSUs without a value are refused; an empty text is none', () => {
  expect(problemOf(() => designOf(3, { strata: [1, null, 1] }))).toEqual({
    code: 'design.strataMissing',
    params: { variable: 'strata', rows: [2], count: 1 },
  });
  const psu = { name: 'village', column: texts(['a', '', 'b']) };
  const input = { rowCount: 3, weight: null, strata: null, psu, fpc: null, lonelyPsu: 'fail' } as const;
  expect(problemOf(() => createSurveyDesign(input))).toEqual({
    code: 'design.psuMissing',
    params: { variable: 'village', rows: [2], count: 1 },
  });
});

test('population sizes as counts or fractions; others are refused', () => {
  const strata = [1, 1, 2, 2];
  expect([...designOf(4, { strata, fpc: [4, 4, 8, 8] }).stages[0].fpcFactors]).toEqual([0.5, 0.75]);
  expect([...designOf(4, { strata, fpc: [0.5, 0.5, 1, 1] }).stages[0].fpcFactors]).toEqual([0.5, 0]);
  expect(problemOf(() => designOf(4, { strata, fpc: [4, 4, 0.5, 0.5] })).params).toMatchObject({
    rows: [3, 4],
  });
  expect(problemOf(() => designOf(4, { strata, fpc: [4, 4, 1, 1] })).code).toBe('design.fpcInvalid');
  expect(problemOf(() => designOf(4, { strata, fpc: [4, 4, null, 8] })).code).toBe('design.fpcInvalid');
  expect(problemOf(() => designOf(4, { strata, fpc: [4, 4, -8, -8] })).code).toBe('design.fpcInvalid');
  expect(problemOf(() => designOf(4, { strata, fpc: [4, 4, 8, 9] }))).toEqual({
    code: 'design.fpcVaries',
    params: { variable: 'fpc', stratum: '2' },
  });
});

/** R 4.1.1 stops at the first ("subscript out of bounds"), and at the second ("FPC implies >100% sampling"). */
test('sizes of exactly 1 throughout a stage: all of it was taken in', () => {
  expect([...designOf(4, { strata: [1, 1, 2, 2], fpc: [1, 1, 1, 1] }).stages[0].fpcFactors]).toEqual([0, 0]);
  const psu = [1, 1, 2, 2];
  const whole = { psu, ssu: [1, 2, 1, 2], secondFpc: [1, 1, 1, 1] };
  const [first, second] = designOf(4, { ...whole, fpc: [10, 10, 10, 10] }).stages;
  expect([...first.fpcFactors]).toEqual([0.8]);
  expect([...second.fpcFactors]).toEqual([0, 0]);
});

test('a lonely PSU: the design stands, a variance with its stratum is refused', () => {
  const design = designOf(5, { strata: [1, 1, 2, 2, 3], psu: [1, 2, 1, 2, 1] });
  const problem = { code: 'design.lonelyPsu', params: { strata: ['3'], count: 1 } };
  expect(design.summary.lonelyStrata).toEqual(['3']);
  expect(lonelyPsuProblem(design)).toMatchObject(problem);
  expect(problemOf(() => tally(design, new Int32Array(5), 1))).toEqual(problem);
  expect(tally(design, Int32Array.of(0, 0, 0, 0, -1), 1).df).toBe(2);
  expect(lonelyPsuProblem(designOf(5, { strata: [1, 1, 2, 2, 3], lonelyPsu: 'remove' }))).toBeNull();
});

test('a lonely PSU that is there with certainty is none', () => {
  const sample = { strata: [1, 1, 2], fpc: [4, 4, 1] };
  expect(designOf(3, sample).summary.lonelyStrata).toEqual([]);
});

test('a lonely PSU in a second stage', () => {
  const design = designOf(5, { psu: [1, 1, 2, 2, 3], ssu: [1, 2, 1, 2, 1], fpc: Array(5).fill(10) });
  const problem = { code: 'design.lonelySsu', params: { psus: ['3'], count: 1 } };
  expect(lonelyPsuProblem(design)).toMatchObject(problem);
  expect(problemOf(() => tally(design, new Int32Array(5), 1))).toEqual(problem);
  expect(tally(design, Int32Array.of(0, 0, 0, 0, -1), 1).df).toBe(1);
});

test('two stages: units within PSUs, PSUs within strata', () => {
  const design = designOf(8, {
    strata: [2, 1, 2, 1, 1, 2, 2, 1],
    psu: [5, 3, 5, 3, 4, 6, 6, 4],
    ssu: [2, 1, 1, 1, 7, 1, 2, 8],
    fpc: [4, 8, 4, 8, 8, 4, 4, 8],
    secondFpc: [4, 2, 4, 2, 4, 2, 2, 4],
    weight: [1, 1, 1, 1, 1, 1, 0, 1],
  });
  const [first, second] = design.stages;
  expect([...design.order]).toEqual([1, 3, 4, 7, 2, 0, 5]);
  expect([...first.unitStart!]).toEqual([0, 2, 4, 6, 7]);
  expect([...first.groupStart]).toEqual([0, 2, 4]);
  expect([...first.fpcFactors]).toEqual([0.75, 0.5]);
  expect([...second.unitStart!]).toEqual([0, 2, 3, 4, 5, 6, 7]);
  expect([...second.groupStart]).toEqual([0, 1, 3, 5, 6]);
  expect([...second.sampled]).toEqual([1, 2, 2, 2]);
  expect([...second.fpcFactors]).toEqual([0.5, 0.5, 0.5, 0]);
  expect([...second.shares]).toEqual([0.25, 0.25, 0.5, 0.5]);
  expect(second.groupNames).toEqual(['3', '4', '5', '6']);
  expect(design.summary).toMatchObject({ secondStage: 'ssu', df: 2, psuCount: 4 });
});

test('a second stage without population sizes at the first does not count, as in R', () => {
  const design = designOf(4, { psu: [1, 1, 2, 2], ssu: [1, 2, 1, 2], secondFpc: [9, 9, 9, 9] });
  expect(design.stages).toHaveLength(1);
  expect(design.summary.secondStage).toBe('ssu');
});

test('second stages that do not fit are refused', () => {
  const psu = [1, 1, 2, 2];
  const fpc = [9, 9, 9, 9];
  expect(problemOf(() => designOf(4, { ssu: psu }))).toEqual({
    code: 'design.secondStageWithoutFirst',
    params: { variable: 'ssu' },
  });
  expect(problemOf(() => designOf(4, { psu, ssu: [1, null, 1, 2] }))).toEqual({
    code: 'design.ssuMissing',
    params: { variable: 'ssu', rows: [2], count: 1 },
  });
  expect(problemOf(() => designOf(4, { psu, fpc, ssu: [1, 2, 1, 2], secondFpc: [9, 9, 8, 9] }))).toEqual({
    code: 'design.fpcVariesWithinPsu',
    params: { variable: 'secondFpc', psu: '2' },
  });
  expect(
    problemOf(() => designOf(4, { psu, fpc, ssu: [1, 2, 1, 2], secondFpc: [9, 9, 1, 1] })),
  ).toMatchObject({
    code: 'design.fpcInvalid',
    params: { variable: 'secondFpc', rows: [3, 4] },
  });
});
