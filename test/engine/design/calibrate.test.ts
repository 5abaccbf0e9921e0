import { expect, test } from 'vitest';
import { calibrate, type Margin } from '#engine/design/calibrate.ts';
import type { SurveyDesign } from '#engine/design/surveyDesign.ts';
import { tally } from '#engine/tally/tally.ts';
import { varianceOf } from '#engine/tally/variance.ts';
import { designOf, numbers, problemOf, texts } from '../columns.ts';

const sex = ['f', 'f', 'm', 'm', 'f', 'm'];
const age = ['old', 'young', 'old', 'young', 'young', 'young'];

function marginOf(name: string, values: readonly string[], targets: Record<string, number>): Margin {
  return { name, column: texts(values), targets: new Map(Object.entries(targets)) };
}

const bySex = marginOf('sex', sex, { f: 60, m: 40 });
const byAge = marginOf('age', age, { old: 30, young: 70 });

function sample(): SurveyDesign {
  return designOf(6, { weight: [1, 2, 3, 4, 5, 6], psu: [1, 1, 2, 2, 3, 3] });
}

/** The weights of those with the value. */
function total({ weights }: SurveyDesign, values: readonly string[], value: string): number {
  return weights.reduce((sum, weight, row) => sum + (values[row] === value ? weight : 0), 0);
}

test('one margin: weights are multiplied so that each value has its total', () => {
  const design = calibrate(sample(), [bySex]);
  const expected = [7.5, 15, (3 * 40) / 13, (4 * 40) / 13, 37.5, (6 * 40) / 13];
  expected.forEach((weight, row) => expect(design.weights[row]).toBeCloseTo(weight, 12));
  expect(design.summary.calibration).toEqual({ variables: ['sex'] });
  expect(design.summary.df).toBe(2);
});

test('several margins: each has its totals, and what they do not touch stays in proportion', () => {
  const design = calibrate(sample(), [bySex, byAge]);
  expect(total(design, sex, 'f')).toBeCloseTo(60, 9);
  expect(total(design, age, 'young')).toBeCloseTo(70, 9);
  expect(design.weights[1] / design.weights[4]).toBeCloseTo(2 / 5, 12);
  expect(design.weights[3] / design.weights[5]).toBeCloseTo(4 / 6, 12);
});

test('a total that is known has no variance', () => {
  const design = calibrate(sample(), [bySex, byAge]);
  const table = tally(
    design,
    Int32Array.from(age, (one) => Number(one === 'old')),
    2,
  );
  const old = { estimate: 30, gradient: Float64Array.of(0, 1), at: ([, one]: Float64Array) => one };
  expect(varianceOf(table, old)).toBeLessThan(1e-20);
  expect(table.covariance[3]).toBeLessThan(1e-20);
});

test('values of layers go through the same residuals, whatever stands outside the domain', () => {
  const design = calibrate(sample(), [bySex]);
  const inside = Int32Array.of(0, 0, 0, -1, 0, 0);
  const isOld = Float64Array.from(age, (one) => Number(one === 'old'));
  isOld[3] = NaN;
  const layered = tally(design, inside, 1, [isOld]);
  const byCell = tally(
    design,
    inside.map((cell, row) => (cell < 0 ? -1 : isOld[row])),
    2,
  );
  const at = (): number => NaN;
  const ofLayer = varianceOf(layered, { estimate: 0, gradient: Float64Array.of(0, 1), at });
  expect(ofLayer).toBeCloseTo(varianceOf(byCell, { estimate: 0, gradient: Float64Array.of(0, 1), at }), 9);
  expect(ofLayer).toBeGreaterThan(1);
});

test('rows of weight 0 need no value and stay at 0', () => {
  const design = designOf(6, { weight: [1, 2, 3, 4, 5, 0] });
  const margin = { ...bySex, column: texts(['f', 'f', 'm', 'm', 'f', '']) };
  expect(calibrate(design, [margin]).weights[5]).toBe(0);
});

test('numbers are matched by how they are written', () => {
  const targets = new Map([
    ['1', 10],
    ['2.5', 20],
  ]);
  const design = calibrate(designOf(3), [{ name: 'size', column: numbers([1, 2.5, 2.5]), targets }]);
  expect([...design.weights]).toEqual([10, 10, 10]);
});

test('margins that do not fit are refused by name', () => {
  const refused = (...margins: Margin[]): { code: string; params: object } =>
    problemOf(() => calibrate(sample(), margins));
  expect(refused().code).toBe('calibration.noMargins');
  expect(refused(bySex, bySex)).toEqual({ code: 'calibration.twice', params: { variable: 'sex' } });
  expect(problemOf(() => calibrate(calibrate(sample(), [bySex]), [byAge])).code).toBe('calibration.twice');
  expect(refused({ ...bySex, column: texts(['f', '', 'm', 'm', 'f', 'm']) })).toEqual({
    code: 'calibration.missing',
    params: { variable: 'sex', rows: [2], count: 1 },
  });
  expect(refused(marginOf('sex', sex, { f: 60 }))).toEqual({
    code: 'calibration.noTarget',
    params: { variable: 'sex', levels: ['m'] },
  });
  expect(refused(marginOf('sex', sex, { f: 60, m: 40, x: 1 }))).toEqual({
    code: 'calibration.noRespondents',
    params: { variable: 'sex', levels: ['x'] },
  });
  expect(refused(marginOf('sex', sex, { f: 60, m: 0 }))).toEqual({
    code: 'calibration.targetInvalid',
    params: { variable: 'sex', levels: ['m'] },
  });
  expect(refused(marginOf('sex', sex, { f: 60, m: NaN })).code).toBe('calibration.targetInvalid');
  expect(refused(bySex, marginOf('age', age, { old: 30, young: 71 }))).toEqual({
    code: 'calibration.totalsDiffer',
    params: { variable: 'sex', total: 100, other: 'age', otherTotal: 101 },
  });
});

test('totals that contradict each other in the sample are refused', () => {
  const same = ['a', 'a', 'b', 'b', 'a', 'b'];
  const problem = problemOf(() => calibrate(sample(), [bySex, marginOf('same', same, { a: 50, b: 50 })]));
  expect(problem.code).toBe('calibration.notConverging');
  expect(problem.params).toMatchObject({ variable: 'sex', rounds: 2000 });
});
