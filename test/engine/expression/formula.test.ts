import { describe, expect, test } from 'vitest';
import { evaluateExpression, evaluateFormula } from '#engine/expression/evaluateExpression.ts';
import { parseExpression, parseFormula } from '#engine/expression/parseExpression.ts';
import { renameVariables } from '#engine/expression/renameVariables.ts';
import { variablesOf } from '#engine/expression/variablesOf.ts';
import type { Column } from '#engine/survey/column.ts';
import { numbers, problemOf, texts } from '../columns.ts';

const columns = new Map<string, Column>([
  ['a', numbers([1, -2, null, 4])],
  ['b', numbers([2, 0, 3, null])],
  ['c', numbers([2.5, -2.5, 1.005, null])],
  ['count', numbers([1, 2, 3, 4])],
  ['region', texts(['N', 'S', '', 'N'])],
]);

function valuesOf(expression: string): (number | null)[] {
  const values = evaluateFormula(parseFormula(expression), columns, 4);
  return [...values].map((value) => (Number.isNaN(value) ? null : value));
}

describe('arithmetic; what is missing, or has no finite result, is missing', () => {
  test.each([
    ['1 + 2 * 3', [7, 7, 7, 7]],
    ['(1 + 2) * 3', [9, 9, 9, 9]],
    ['7 - 4 - 2', [1, 1, 1, 1]],
    ['16 / 4 / 2', [2, 2, 2, 2]],
    ['2 ** 3 ** 2', [512, 512, 512, 512]],
    ['-2 ** 2', [-4, -4, -4, -4]],
    ['2 ** -1', [0.5, 0.5, 0.5, 0.5]],
    ['- - 3', [3, 3, 3, 3]],
    ['a + b', [3, -2, null, null]],
    ['a - b', [-1, -2, null, null]],
    ['a * b', [2, -0, null, null]],
    ['a / b', [0.5, null, null, null]],
    ['b / b', [1, null, 1, null]],
    ['a ** 0.5', [1, null, null, 2]],
    ['a ** 0', [1, 1, null, 1]],
    ['10 ** 400', [null, null, null, null]],
    ['a-1', [0, -3, null, 3]],
    ['count + count(a)', [2, 3, 3, 5]],
  ])('%s', (expression, values) => expect(valuesOf(expression)).toEqual(values));
});

describe('functions', () => {
  test.each([
    ['min(a, b)', [1, -2, 3, 4]],
    ['max(a, b, 0)', [2, 0, 3, 4]],
    ['mean(a, b)', [1.5, -1, 3, 4]],
    ['sum(a, b)', [3, -2, 3, 4]],
    ['sum(a, a)', [2, -4, null, 8]],
    ['count(a, b)', [2, 2, 1, 1]],
    ['sum(a = 1, b = 2)', [2, 0, 0, 0]],
    ['abs(a)', [1, 2, null, 4]],
    ['floor(c)', [2, -3, 1, null]],
    ['round(c)', [3, -3, 1, null]],
    ['round(c, 2)', [2.5, -2.5, 1.01, null]],
    ['round(1234.5, -2)', [1200, 1200, 1200, 1200]],
    ['round(-0.4)', [-0, -0, -0, -0]],
    ['if(a > 0, b, -1)', [2, -1, null, null]],
    ['if(a > 0, b)', [2, null, null, null]],
    ["IF(region = 'N', 1, 2)", [1, 2, null, 1]],
    ['if(missing(a), 9, a)', [1, -2, 9, 4]],
    ['mean(a, if(b > 0, b))', [1.5, -2, 3, 4]],
  ])('%s', (expression, values) => expect(valuesOf(expression)).toEqual(values));
});

describe('a condition is 1, 0 or missing', () => {
  test.each([
    ['a > 0', [1, 0, null, 1]],
    ['a > 0 and b > 0', [1, 0, null, null]],
    ['a > 0 or b > 0', [1, 0, 1, 1]],
    ['not missing(a)', [1, 1, 0, 1]],
    ['(a > 0) + (b > 0)', [2, 0, null, null]],
    ['a in (1, 4 to 9)', [1, 0, null, 1]],
  ])('%s', (expression, values) => expect(valuesOf(expression)).toEqual(values));
});

test('a filter may compute', () => {
  const kept = evaluateExpression(parseExpression('a + b >= 3 or mean(a, b) = 4'), columns, 4);
  expect([...kept]).toEqual([1, 0, 0, 1]);
});

describe('what cannot be read, and where', () => {
  test.each([
    ['1 +', 4],
    ['a b', 3],
    ['a ** ', 6],
    ['sqrt(a)', 1],
    ['abs()', 5],
    ['abs(a, b)', 9],
    ['if(a)', 5],
    ['if(a = 1)', 9],
    ['if(a = 1, 2, 3, 4)', 18],
    ['mean(a', 7],
    ["'N'", 4],
    ["1 + 'N'", 5],
    ["sum('N')", 8],
    ['`abs`(a)', 6],
    ['('.repeat(200), 102],
    ['1+'.repeat(5000), 4001],
  ])('%s', (expression, position) => {
    expect(problemOf(() => parseFormula(expression))).toMatchObject({
      code: 'expression.invalid',
      params: { expression, position },
    });
  });
});

test('a text variable is no number', () => {
  expect(problemOf(() => valuesOf('1 + region'))).toMatchObject({
    code: 'expression.invalid',
    params: { position: 5 },
  });
});

test('what could stand at the place of the error is listed', () => {
  const { params } = problemOf(() => parseFormula('a in 3'));
  expect(params).toMatchObject({ expected: ['('] });
});

test('variables take other names, and the rest stays as it is written', () => {
  const parsed = parseFormula("if( Q1=1 and `Q 2` in (1),Q1 /mean(Q3), 'Q1' = q1) ");
  const names = new Map([
    ['Q1', 'the first'],
    ['Q 2', 'Q2'],
    ['Q3', 'not'],
  ]);
  const renamed = renameVariables(parsed, names);
  expect(renamed).toBe("if( `the first`=1 and Q2 in (1),`the first` /mean(`not`), 'Q1' = q1) ");
  expect(variablesOf(parseFormula(renamed))).toEqual(['the first', 'Q2', 'not', 'q1']);
});
