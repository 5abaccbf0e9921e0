import { describe, expect, test } from 'vitest';
import { evaluateExpression } from '#engine/expression/evaluateExpression.ts';
import { parseExpression } from '#engine/expression/parseExpression.ts';
import { variablesOf } from '#engine/expression/variablesOf.ts';
import type { Column } from '#engine/survey/column.ts';
import { numbers, problemOf, texts } from '../columns.ts';

const columns = new Map<string, Column>([
  ['age', numbers([17, 18, 65, null, 30])],
  ['sex', numbers([1, 2, 2, 1, null])],
  ['region', texts(['North', 'South', '', "Côte d'Or", '01'])],
  ['other', texts(['North', 'North', 'x', 'a', '01'])],
  ['été', numbers([1, 1, 0, 0, 1])],
  ['Q1 a', numbers([1, 2, 3, 4, 5])],
]);

function rowsWhere(expression: string): number[] {
  return [...evaluateExpression(parseExpression(expression), columns, 5)];
}

describe('what is kept', () => {
  test.each([
    ['age = 18', [0, 1, 0, 0, 0]],
    ['age == 18.0', [0, 1, 0, 0, 0]],
    ['age != 18', [1, 0, 1, 0, 1]],
    ['age <> 18', [1, 0, 1, 0, 1]],
    ['age < 18', [1, 0, 0, 0, 0]],
    ['age <= 18', [1, 1, 0, 0, 0]],
    ['age > 1.8e1', [0, 0, 1, 0, 1]],
    ['18 <= age', [0, 1, 1, 0, 1]],
    ['age > -1', [1, 1, 1, 0, 1]],
    ['age in (17, 20 to 65)', [1, 0, 1, 0, 1]],
    ['age not in (17, 20 to 65)', [0, 1, 0, 0, 0]],
    ['missing(age)', [0, 0, 0, 1, 0]],
    ['! missing(region)', [1, 1, 0, 1, 1]],
    ['sex = 2 and age > 20', [0, 0, 1, 0, 0]],
    ['sex = 2 & age > 20 | age < 18', [1, 0, 1, 0, 0]],
    ['sex = 2 && (age > 20 || age < 19)', [0, 1, 1, 0, 0]],
    ['sex = 2 OR NOT sex = 1', [0, 1, 1, 0, 0]],
    ["region = 'North'", [1, 0, 0, 0, 0]],
    ['region = "Côte d\'Or"', [0, 0, 0, 1, 0]],
    ["region = 'Côte d''Or'", [0, 0, 0, 1, 0]],
    ["region in ('North', 'South')", [1, 1, 0, 0, 0]],
    ["region >= 'North'", [1, 1, 0, 0, 0]],
    ['region = 01', [0, 0, 0, 0, 1]],
    ['region = 1', [0, 0, 0, 0, 0]],
    ['region = other', [1, 0, 0, 0, 1]],
    ['été = 1', [1, 1, 0, 0, 1]],
    ['`Q1 a` >= 4', [0, 0, 0, 1, 1]],
  ])('%s', (expression, kept) => expect(rowsWhere(expression)).toEqual(kept));
});

describe('what is missing is unknown', () => {
  test.each([
    ['not age = 18', [1, 0, 1, 0, 1]],
    ['not (age = 18 and sex = 1)', [1, 1, 1, 0, 1]],
    ['age = 30 or sex = 1', [1, 0, 0, 1, 1]],
    ['age = 17 and sex = 2', [0, 0, 0, 0, 0]],
    ['not (sex = 9 and age = 1)', [1, 1, 1, 1, 1]],
  ])('%s', (expression, kept) => expect(rowsWhere(expression)).toEqual(kept));
});

test('and binds closer than or, not closest', () => {
  expect(parseExpression('a=1 or b=2 and not c=3').tree).toMatchObject({
    kind: 'or',
    left: { kind: 'compare' },
    right: { kind: 'and', right: { kind: 'not', of: { kind: 'compare' } } },
  });
});

test('variables, each once, in the order of their mention', () => {
  const filter = parseExpression('b = a and (missing(`q 1`) or a in (1, 2)) and not Q_1.$@#x = b');
  expect(variablesOf(filter)).toEqual(['b', 'a', 'q 1', 'Q_1.$@#x']);
});

test('Bangla and combining marks are letters', () => {
  expect(variablesOf(parseExpression('জেলা = 3'))).toEqual(['জেলা']);
});

describe('what cannot be read, and where', () => {
  test.each([
    ['', 1],
    ['   ', 4],
    ['age', 4],
    ['age =', 6],
    ['age = = 1', 7],
    ['age = 1 sex = 2', 9],
    ['(age = 1', 9],
    ['age = 1)', 8],
    ["region = 'North", 10],
    ['age = 1 and', 12],
    ['age in 1', 8],
    ['age in (1 to)', 13],
    ['age in ()', 9],
    ['age not 3', 9],
    ['missing age', 9],
    ['missing(3)', 9],
    ['age = 1 ; sex', 9],
    ['age = - ', 9],
    ['age + 1', 8],
    ['age and sex = 1', 5],
    ["age = 'x' + 1", 11],
    ['`` = 1', 1],
    ['1 in (1)', 3],
  ])('%s', (expression, position) => {
    const problem = problemOf(() => parseExpression(expression));
    expect(problem).toMatchObject({ code: 'expression.invalid', params: { expression, position } });
  });
});

test('a number beside a text has no order', () => {
  expect(problemOf(() => rowsWhere('region > 3'))).toMatchObject({
    code: 'expression.invalid',
    params: { position: 10 },
  });
  expect(problemOf(() => rowsWhere("age = 'old'")).params).toMatchObject({ position: 1 });
  expect(problemOf(() => rowsWhere('age = region')).code).toBe('expression.invalid');
});

test('a variable that is not given', () => {
  expect(problemOf(() => rowsWhere('weight = 3'))).toEqual({
    code: 'variable.unknown',
    params: { variable: 'weight' },
  });
});
