import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandLabels } from '#engine/derive/bandLabels.ts';
import type { Definition } from '#engine/derive/definition.ts';
import { deriveColumn } from '#engine/derive/deriveColumn.ts';
import { renameSources, sourcesOf } from '#engine/derive/sourcesOf.ts';
import type { Column } from '#engine/survey/column.ts';
import { numbers, problemOf, texts } from '../columns.ts';

function derived(
  definition: Definition,
  columns: Readonly<Record<string, Column>>,
  weights: readonly number[] | null = null,
): (number | null)[] {
  const answers = new Map(Object.entries(columns));
  const [first] = answers.values();
  const rows = first.kind === 'text' ? first.codes.length : first.values.length;
  const { column } = deriveColumn(definition, answers, rows, weights && Float64Array.from(weights));
  return Array.from(column.values, (value, row) => (column.reasons?.[row] ? null : value));
}

const scale = numbers([1, 2, 3, 4, 5, null, 2.5]);

describe('recode', () => {
  const rules = [
    { values: [1, 2], ranges: [], to: 10 },
    { values: [], ranges: [{ low: 2, high: 4 }], to: 20 },
    { values: [5], ranges: [], to: null },
  ];
  const recode = { kind: 'recode', source: 'q', rules, otherwise: 'missing', whenMissing: null } as const;

  test('the first rule that names a value decides, ranges include both ends', () => {
    expect(derived(recode, { q: scale })).toEqual([10, 10, 20, 20, null, null, 20]);
  });

  test('what no rule names is missing, kept or a code; missing may be a code too', () => {
    const few = { ...recode, rules: rules.slice(0, 1) };
    expect(derived(few, { q: scale })).toEqual([10, 10, null, null, null, null, null]);
    expect(derived({ ...few, otherwise: 'keep' }, { q: scale })).toEqual([10, 10, 3, 4, 5, null, 2.5]);
    expect(derived({ ...few, otherwise: 0, whenMissing: -1 }, { q: scale })).toEqual([
      10, 10, 0, 0, 0, -1, 0,
    ]);
  });

  test('open ranges reach to the ends', () => {
    const open = [
      { values: [], ranges: [{ low: null, high: 2 }], to: 1 },
      { values: [], ranges: [{ low: 2, high: null }], to: 2 },
    ];
    expect(derived({ ...recode, rules: open }, { q: scale })).toEqual([1, 1, 2, 2, 2, null, 2]);
  });

  test('texts take codes; ranges need numbers', () => {
    const region = texts(['North', '', 'South', 'East']);
    const byName = [{ values: ['North', 'South'], ranges: [], to: 1 }];
    expect(derived({ ...recode, rules: byName, otherwise: 2 }, { q: region })).toEqual([1, null, 1, 2]);
    expect(problemOf(() => derived(recode, { q: region }))).toEqual({
      code: 'variable.notNumeric',
      params: { variable: 'q', use: 'what is recoded by ranges' },
    });
  });
});

describe('band: expectations from R (expected.R)', () => {
  const x = numbers([3, 1, 4, 1, 5, 9, 2, 6, 5, 3]);
  const weights = [1, 2, 0.5, 1, 1, 0.25, 3, 0, 1, 2];
  const band = (by: Extract<Definition, { kind: 'band' }>['by']): Definition => ({
    kind: 'band',
    source: 'x',
    by,
  });

  test('by cut points, closed on either side', () => {
    const cuts = [2, 5];
    expect(derived(band({ how: 'cuts', cuts, closed: 'left' }), { x })).toEqual([
      2, 1, 2, 1, 3, 3, 2, 3, 3, 2,
    ]);
    expect(derived(band({ how: 'cuts', cuts, closed: 'right' }), { x })).toEqual([
      2, 1, 2, 1, 2, 3, 1, 3, 2, 2,
    ]);
  });

  test('in groups of equal size, unweighted and weighted', () => {
    const groups = { how: 'quantiles', groups: 3 } as const;
    expect(derived(band({ ...groups, weighted: false }), { x }, weights)).toEqual([
      1, 1, 2, 1, 2, 3, 1, 3, 2, 1,
    ]);
    expect(derived(band({ ...groups, weighted: true }), { x }, weights)).toEqual([
      2, 1, 3, 1, 3, 3, 1, 3, 3, 2,
    ]);
  });

  test('equal values are not parted: a group can stay empty', () => {
    const same = numbers([1, 1, 1, 1, 2, null]);
    expect(derived(band({ how: 'quantiles', groups: 4, weighted: false }), { x: same })).toEqual([
      1,
      1,
      1,
      1,
      4,
      null,
    ]);
  });

  test('cut points out of order, and nobody to group, are refused', () => {
    expect(
      problemOf(() => derived(band({ how: 'cuts', cuts: [2, 2], closed: 'left' }), { x })),
    ).toMatchObject({
      code: 'derived.cutsOrder',
      params: { cut: 2, before: 2 },
    });
    const nobody = { x: numbers([null, null]) };
    expect(
      problemOf(() => derived(band({ how: 'quantiles', groups: 2, weighted: false }), nobody)).code,
    ).toBe('derived.noSpread');
  });

  test('groups are named by their cut points', () => {
    const named = (by: Extract<Definition, { kind: 'band' }>['by']): string[] =>
      bandLabels(by).map(({ label }) => label);
    expect(named({ how: 'cuts', cuts: [18, 30.5], closed: 'left' })).toEqual([
      '< 18',
      '18 – < 30.5',
      '≥ 30.5',
    ]);
    expect(named({ how: 'cuts', cuts: [18], closed: 'right' })).toEqual(['≤ 18', '> 18']);
    expect(named({ how: 'quantiles', groups: 3, weighted: true })).toEqual(['1/3', '2/3', '3/3']);
  });
});

describe('combine', () => {
  const columns = { a: numbers([1, 0, null, null, 0]), b: numbers([0, 1, 1, 0, 0]) };
  const combine = (otherwise: number | null, ...rules: [string, number | null][]): Definition => ({
    kind: 'combine',
    rules: rules.map(([when, to]) => ({ when, to })),
    otherwise,
  });

  test('the first condition that holds; what is unknown before it leaves the code open', () => {
    const rules = combine(0, ['a = 1', 1], ['b = 1', 2]);
    expect(derived(rules, columns)).toEqual([1, 2, null, null, 0]);
  });

  test('an unknown condition that would give the same code leaves nothing open', () => {
    const either = combine(0, ['a = 1', 1], ['b = 1', 1]);
    expect(derived(either, columns)).toEqual([1, 1, 1, null, 0]);
  });

  test('missing is said with missing()', () => {
    const rules = combine(null, ['missing(a)', 9], ['a = 1', 1]);
    expect(derived(rules, columns)).toEqual([1, null, 9, 9, null]);
  });
});

describe('count over a battery', () => {
  const columns = {
    a: numbers([3, 4, null, null]),
    b: numbers([4, 1, 3, null]),
    c: texts(['3', 'x', '3', '']),
  };
  const count = (minimumValid: number): Definition => ({
    kind: 'count',
    sources: ['a', 'b', 'c'],
    codes: [3, 4, '3'],
    minimumValid,
  });

  test.each([
    [0, [3, 1, 2, 0]],
    [1, [3, 1, 2, null]],
    [3, [3, 1, null, null]],
  ])('missing where fewer than %i are valid', (minimumValid, values) =>
    expect(derived(count(minimumValid), columns)).toEqual(values),
  );
});

describe('standardise: expectations from R (expected.R)', () => {
  const x = numbers([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, null]);
  const weights = [1, 2, 0.5, 1, 1, 0.25, 3, 0, 1, 2, 5];
  const near = (values: (number | null)[]): unknown =>
    values.map((value) => (value === null ? null : (expect.closeTo(value, 12) as unknown)));

  test('unweighted, as scale', () => {
    expect(derived({ kind: 'standardise', source: 'x', weighted: false }, { x }, weights)).toEqual(
      near([
        -0.36439934858051215,
        -1.17417567875942819,
        0.04048881650894583,
        -1.17417567875942819,
        0.44537698159840383,
        2.06492964195623552,
        -0.76928751366997017,
        0.85026514668786191,
        0.44537698159840383,
        -0.36439934858051215,
        null,
      ]),
    );
  });

  test('weighted, as svymean and svyvar', () => {
    expect(derived({ kind: 'standardise', source: 'x', weighted: true }, { x }, weights)).toEqual(
      near([
        0.1464749506340878,
        -1.0009121626662667,
        0.7201685072842651,
        -1.0009121626662667,
        1.2938620639344423,
        3.5886362905351517,
        -0.4272186060160895,
        1.8675556205846195,
        1.2938620639344423,
        0.1464749506340878,
        null,
      ]),
    );
  });

  test('what does not vary is refused', () => {
    const same = { x: numbers([2, 2, null]) };
    expect(problemOf(() => derived({ kind: 'standardise', source: 'x', weighted: false }, same))).toEqual({
      code: 'derived.noSpread',
      params: { variable: 'x' },
    });
  });
});

test('an expression gives a value or 1 and 0; NaN and infinity are missing', () => {
  const columns = { a: numbers([4, 0, null]), b: numbers([2, 0, 1]) };
  expect(derived({ kind: 'expression', expression: 'a / b' }, columns)).toEqual([2, null, null]);
  expect(derived({ kind: 'expression', expression: 'a > b' }, columns)).toEqual([1, 0, null]);
});

test('results lie in the narrowest type that keeps them', () => {
  const kindOf = (expression: string): string => {
    const answers = new Map<string, Column>([['a', numbers([1, 2, null])]]);
    return deriveColumn({ kind: 'expression', expression }, answers, 3, null).column.values.constructor.name;
  };
  expect(['a', '-a', 'a * 300', 'a * 70000', 'a / 2', 'a * 2 ** 40'].map(kindOf)).toEqual([
    'Uint8Array',
    'Int8Array',
    'Int16Array',
    'Int32Array',
    'Float64Array',
    'Float64Array',
  ]);
});

test('sources are named once, in each kind, and can be renamed', () => {
  const names = new Map([['a', 'A 1']]);
  const combine: Definition = {
    kind: 'combine',
    rules: [
      { when: 'a = 1 and b = 2', to: 1 },
      { when: 'missing(a)', to: 2 },
    ],
    otherwise: null,
  };
  expect(sourcesOf(combine)).toEqual(['a', 'b']);
  expect(sourcesOf(renameSources(combine, names))).toEqual(['A 1', 'b']);
  const count: Definition = { kind: 'count', sources: ['a', 'b', 'a'], codes: [1], minimumValid: 1 };
  expect(sourcesOf(renameSources(count, names))).toEqual(['A 1', 'b']);
  const expression: Definition = { kind: 'expression', expression: 'mean(a, b) - a' };
  expect(renameSources(expression, names)).toEqual({
    kind: 'expression',
    expression: 'mean(`A 1`, b) - `A 1`',
  });
  const topBox: Definition = { kind: 'topBox', source: 'a', codes: [1] };
  expect(sourcesOf(renameSources(topBox, names))).toEqual(['A 1']);
});

describe('the same question asked in two ways has one answer', () => {
  const answers = fc.array(fc.option(fc.integer({ min: 1, max: 6 })), { minLength: 1, maxLength: 40 });
  const codes = fc.subarray([1, 2, 3, 4, 5, 6], { minLength: 1 });

  test('recode and then top box is top box', () => {
    fc.assert(
      fc.property(answers, codes, (values, chosen) => {
        const q = numbers(values);
        const direct = derived({ kind: 'topBox', source: 'q', codes: chosen }, { q });
        const rules = [{ values: chosen, ranges: [], to: 7 }];
        const recoded = derived(
          { kind: 'recode', source: 'q', rules, otherwise: 8, whenMissing: null },
          { q },
        );
        expect(derived({ kind: 'topBox', source: 'r', codes: [7] }, { r: numbers(recoded) })).toEqual(direct);
      }),
    );
  });

  test('a count is the sum of top boxes; a top box is an expression and a combination', () => {
    fc.assert(
      fc.property(answers, codes, fc.integer({ min: 0, max: 2 }), (values, chosen, minimumValid) => {
        const a = numbers(values);
        const b = numbers(values.map((value) => (value === null || value > 4 ? null : 7 - value)));
        const listed = chosen.join(', ');
        const expression = `if(count(a, b) >= ${minimumValid}, sum(a in (${listed}), b in (${listed}), 0))`;
        const counted = derived(
          { kind: 'count', sources: ['a', 'b'], codes: chosen, minimumValid },
          { a, b },
        );
        expect(derived({ kind: 'expression', expression }, { a, b })).toEqual(counted);
        const top = derived({ kind: 'topBox', source: 'a', codes: chosen }, { a });
        const when = `a in (${listed})`;
        expect(derived({ kind: 'expression', expression: when }, { a })).toEqual(top);
        expect(derived({ kind: 'combine', rules: [{ when, to: 1 }], otherwise: 0 }, { a })).toEqual(top);
      }),
    );
  });

  test('bands are recodes of ranges', () => {
    fc.assert(
      fc.property(answers, (values) => {
        const x = numbers(values);
        const bands = derived(
          { kind: 'band', source: 'x', by: { how: 'cuts', cuts: [2, 4], closed: 'right' } },
          { x },
        );
        const ranges = [
          { values: [], ranges: [{ low: null, high: 2 }], to: 1 },
          { values: [], ranges: [{ low: null, high: 4 }], to: 2 },
        ];
        expect(
          derived({ kind: 'recode', source: 'x', rules: ranges, otherwise: 3, whenMissing: null }, { x }),
        ).toEqual(bands);
      }),
    );
  });

  test('what is standardised has mean 0 and deviation 1', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 30 }), (values) => {
        fc.pre(new Set(values).size > 1);
        const z = derived({ kind: 'standardise', source: 'x', weighted: false }, { x: numbers(values) });
        const sum = z.reduce<number>((total, value) => total + value!, 0);
        const squares = z.reduce<number>((total, value) => total + value! ** 2, 0);
        expect(sum).toBeCloseTo(0, 9);
        expect(squares / (values.length - 1)).toBeCloseTo(1, 9);
      }),
    );
  });
});
