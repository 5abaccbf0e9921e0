import fc from 'fast-check';
import { expect, test } from 'vitest';
import { concernShareOf } from '#engine/estimate/concernShare.ts';
import { crosstabOf } from '#engine/estimate/crosstab.ts';
import { matrixOf, type Pair } from '#engine/estimate/matrix.ts';
import { pairOf } from '#engine/estimate/pair.ts';
import { noTest } from '#engine/inference/noTest.ts';
import { designOf } from '../columns.ts';
import { openly, randomSurvey } from '../randomSurvey.ts';

/** Every number in a result, by its path. */
function figuresOf(value: unknown, path = ''): [string, number][] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => figuresOf(inner, `${path}.${key}`));
}

function expectSame(actual: object, expected: object, tolerance: number, except: RegExp = /^$/): void {
  const others = new Map(figuresOf(actual));
  for (const [path, value] of figuresOf(expected)) {
    if (except.test(path)) continue;
    const difference = Math.abs(others.get(path)! - value);
    expect(difference, path).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(value)));
  }
  expect(others.size).toBe(figuresOf(expected).length);
}

test('multiplying all weights changes nothing but weighted numbers', () => {
  const factor = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(randomSurvey, factor, ({ weight, strata, psu, fear, want }, times) => {
      const scaled = weight.map((one) => one * times);
      const one = pairOf(designOf(weight.length, { weight, strata, psu }), fear, want, openly);
      const other = pairOf(designOf(weight.length, { weight: scaled, strata, psu }), fear, want, openly);
      expectSame(other, one, 1e-9, /weightedN/);
    }),
  );
});

test('the order of rows changes nothing', () => {
  fc.assert(
    fc.property(randomSurvey, fc.integer({ min: 1, max: 1000 }), fc.boolean(), (survey, seed, clustered) => {
      const { weight, strata, psu, fear, want } = survey;
      const count = weight.length;
      const order = Array.from({ length: count }, (_, row) => row).sort(
        (a, b) => ((a * 7919 * seed) % 1009) - ((b * 7919 * seed) % 1009),
      );
      const mixed = <T>(values: ArrayLike<T>): T[] => order.map((row) => values[row]);
      const plain = designOf(count, { weight, strata, ...(clustered && { psu }) });
      const shuffled = designOf(count, {
        weight: mixed(weight),
        strata: mixed(strata),
        ...(clustered && { psu: mixed(psu) }),
      });
      const one = pairOf(plain, fear, want, openly);
      const other = pairOf(shuffled, Uint8Array.from(mixed(fear)), Uint8Array.from(mixed(want)), openly);
      expectSame(other, one, 1e-9);
    }),
  );
});

test('no figure is NaN or infinite, whatever the answers', () => {
  const answers = fc.uint8Array({ min: 0, max: 2, minLength: 24, maxLength: 24 });
  fc.assert(
    fc.property(
      answers,
      answers,
      fc.constantFrom('logit', 'beta', 'wilson', 'wald'),
      (fear, want, interval) => {
        const strata = Array.from({ length: 24 }, (_, row) => row % 2);
        const result = pairOf(designOf(24, { strata }), fear, want, { ...openly, interval });
        for (const [path, figure] of figuresOf(result)) expect(Number.isFinite(figure), path).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test('in a simple sample φ² is X²/n, and the design effect of a share 1 − 1/n', () => {
  fc.assert(
    fc.property(randomSurvey, ({ weight, fear, want }) => {
      const n = weight.length;
      const design = designOf(n);
      const { pair, fear: margin, cells } = pairOf(design, fear, want, openly);
      const counts = cells.map((cell) => cell.n!);
      const total = counts.reduce((sum, count) => sum + count, 0);
      const [a, b, c, d] = counts;
      const expectations = [(a + b) * (a + c), (a + b) * (b + d), (c + d) * (a + c), (c + d) * (b + d)];
      if (expectations.some((value) => value === 0)) return;
      const chiSquare = counts.reduce((sum, count, cell) => {
        const expected = expectations[cell] / total;
        return sum + (count - expected) ** 2 / expected;
      }, 0);
      expect(pair.phi.estimate! ** 2).toBeCloseTo(chiSquare / total, 12);
      if (margin.n === n) expect(margin.share.deff).toBeCloseTo((n / (n - 1)) * (1 - 1 / n), 10);
    }),
  );
});

test('crosstab, pair and matrix agree on the same two concerns', () => {
  fc.assert(
    fc.property(randomSurvey, ({ weight, strata, psu, fear, want }) => {
      const design = designOf(weight.length, { weight, strata, psu });
      const code = (indicator: Uint8Array): Int32Array =>
        Int32Array.from(indicator, (state) => (state === 2 ? -1 : 1 - state));
      const full = pairOf(design, fear, want, openly);
      const [pair] = matrixOf(design, [fear], [want], openly).pairs;
      const table = crosstabOf(design, code(fear), 2, code(want), 2, openly);
      expect(pair).toEqual(full.pair);
      expect(table.cells[0].ofTotal).toEqual(pair.both);
      expect(table.cells[0].ofRow).toEqual(pair.wantGivenFear);
      expect(table.cells[0].ofColumn).toEqual(pair.fearGivenWant);
      expect({ ...table.test, method: 'rao-scott', q: pair.test.q }).toEqual(pair.test);
      expect(full.difference.estimate!).toBeCloseTo(
        full.pair.wantGivenFear.estimate! - full.wantGivenNoFear.estimate!,
        12,
      );
    }),
  );
});

/** `both`, fear only, want only and neither people, unweighted. */
function people(both: number, fearOnly: number, wantOnly: number, neither: number): [Uint8Array, Uint8Array] {
  const fear = [1, 1, 0, 0];
  const want = [1, 0, 1, 0];
  const of = (states: number[]): Uint8Array =>
    Uint8Array.from(
      [both, fearOnly, wantOnly, neither].flatMap((count, cell) =>
        new Array<number>(count).fill(states[cell]),
      ),
    );
  return [of(fear), of(want)];
}

test('an empty cell: no odds ratio, the rest stands', () => {
  const [fear, want] = people(30, 0, 40, 30);
  const { pair } = pairOf(designOf(100), fear, want, openly);
  expect(pair.oddsRatio).toBeNull();
  expect(pair.wantGivenFear).toMatchObject({ estimate: 1, se: 0, ciHigh: 1 });
  expect(pair.phi.estimate).toBeCloseTo((30 * 30) / Math.sqrt(30 * 70 * 70 * 30), 12);
  expect(pair.test.p).toBeLessThan(0.01);
});

test('nobody concerned: conditional shares, association and test are not there', () => {
  const [fear, want] = people(0, 0, 40, 60);
  const { pair } = pairOf(designOf(100), fear, want, openly);
  const nulls = { estimate: null, se: null, ciLow: null, ciHigh: null };
  expect(pair.both).toMatchObject({ estimate: 0, ciLow: 0 });
  expect(pair.wantGivenFear).toEqual({
    ...nulls,
    deff: null,
    cv: null,
    effectiveN: null,
    df: 0,
    n: 0,
    why: 'noRespondents',
  });
  expect(pair.lift).toEqual({ ...nulls, why: 'noRespondents' });
  expect(pair.phi).toEqual({ ...nulls, why: 'noVariation' });
  expect(pair.test).toEqual({ method: 'rao-scott', ...noTest('singleCategory'), q: null });
});

test('few respondents in a margin: in parentheses below 50, nothing but n below 25', () => {
  const dhs = { ...openly, disclosure: 'dhs' } as const;
  const shownWith = (fearful: number): Pair => {
    const [fear, want] = people(fearful - 10, 10, 100, 100);
    return pairOf(designOf(fear.length), fear, want, dhs).pair;
  };
  expect(shownWith(50).shown).toBe('yes');
  expect(shownWith(49).shown).toBe('bracketed');
  expect(shownWith(25).shown).toBe('bracketed');
  const hidden = shownWith(24);
  expect(hidden.shown).toBe('suppressed');
  expect(figuresOf(hidden).map(([path]) => path)).toEqual(['.n', '.weightedN']);
});

test('a suppressed pair, concern or cell carries no figure', () => {
  const dhs = { ...openly, disclosure: 'dhs' } as const;
  const [fear, want] = people(10, 10, 100, 100);
  const design = designOf(220);
  const full = pairOf(design, fear, want, dhs);
  for (const { n, weightedN, ofTotal, ofFear, ofWant } of full.cells)
    expect(figuresOf([n, weightedN, ofTotal, ofFear, ofWant])).toEqual([]);
  expect(figuresOf([full.wantGivenNoFear, full.fearGivenNoWant, full.difference])).toEqual([]);

  const few = concernShareOf(designOf(24), new Uint8Array(24), dhs);
  expect(figuresOf(few)).toEqual([
    ['.n', 24],
    ['.weightedN', 24],
  ]);

  const code = (indicator: Uint8Array): Int32Array => Int32Array.from(indicator);
  const table = crosstabOf(design, code(fear), 2, code(want), 2, dhs);
  expect(table.rows.map(({ n }) => n)).toEqual([200, 20]);
  expect(table.cells.map(({ shown }) => shown)).toEqual(['yes', 'yes', 'suppressed', 'suppressed']);
  expect(figuresOf(table.cells.slice(2))).toEqual([]);
  expect(table.test.p).not.toBeNull();
});

test('q-values are over the pairs that are shown', () => {
  const [fear, want] = people(60, 40, 50, 150);
  const rare = fear.map((_, row) => (row < 10 ? 1 : 0));
  const dhs = { ...openly, disclosure: 'dhs' } as const;
  const { pairs } = matrixOf(designOf(300), [fear, rare], [want], dhs);
  expect(pairs[0].test.q).toBe(pairs[0].test.p);
  expect(pairs[1].test.q).toBeNull();
});
