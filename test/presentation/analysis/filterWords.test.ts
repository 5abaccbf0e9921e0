import { describe, expect, test } from 'vitest';
import { parseExpression } from '#engine/expression/parseExpression.ts';
import { conditionsOf, filterText } from '#presentation/analysis/filterWords.ts';

describe('a filter that is nothing but answers to variables', () => {
  test.each([
    ['sex = 2', [{ variable: 'sex', values: [2] }]],
    [
      'sex = 2 and region in (1, -3)',
      [
        { variable: 'sex', values: [2] },
        { variable: 'region', values: [1, -3] },
      ],
    ],
    ["milieu = 'l''un'", [{ variable: 'milieu', values: ["l'un"] }]],
    [
      '`in` in (1, 2) and `two words` = 3',
      [
        { variable: 'in', values: [1, 2] },
        { variable: 'two words', values: [3] },
      ],
    ],
    ['বিভাগ = 4', [{ variable: 'বিভাগ', values: [4] }]],
  ])('%s is read, and written as it was', (where, conditions) => {
    expect(conditionsOf(where)).toEqual(conditions);
    expect(filterText(conditions)).toBe(where);
    expect(() => parseExpression(where)).not.toThrow();
  });

  test('spaces, letter case and double signs of the grammar that mean the same are read too', () => {
    expect(conditionsOf('  sex=2  AND region IN (1,2) ')).toEqual([
      { variable: 'sex', values: [2] },
      { variable: 'region', values: [1, 2] },
    ]);
  });

  test('a condition that is left without answers is left out', () => {
    expect(
      filterText([
        { variable: 'sex', values: [] },
        { variable: 'region', values: [1] },
      ]),
    ).toBe('region = 1');
    expect(filterText([])).toBe('');
  });
});

test.each([
  'age >= 18',
  'sex = 2 or sex = 1',
  'not (sex = 2)',
  'sex = region',
  'region in (1 to 3)',
  'sex = 2 and',
  'missing(school)',
  'sex = 2 region = 1',
])('%s says more than which answers, and is left as it is written', (where) => {
  expect(conditionsOf(where)).toBeNull();
});
