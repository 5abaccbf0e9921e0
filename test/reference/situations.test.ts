import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { crosstabOf } from '#engine/estimate/crosstab.ts';
import type { EstimateOptions } from '#engine/estimate/figures.ts';
import { matrixOf } from '#engine/estimate/matrix.ts';
import { pairOf } from '#engine/estimate/pair.ts';
import { differences } from './differences.ts';
import { readCase, readExpected } from './readCase.ts';

const folder = new URL('./cases/', import.meta.url);
const situations = readdirSync(folder).filter((name) => 'pairs' in readExpected<object>(name));

describe.each(situations)('%s, as R survey has it', (name) => {
  const { expected, design, names, indicator, codes } = readCase(name);
  const options: EstimateOptions = { ...expected.options, disclosure: 'none' };
  const fear = names('fear').map(indicator);
  const want = names('want').map(indicator);
  const matrix = matrixOf(design, fear, want, options);

  test('design', () => expect(differences(design.summary, expected.design)).toEqual([]));
  test('margins', () => {
    expect(differences(matrix.fear, expected.fear)).toEqual([]);
    expect(differences(matrix.want, expected.want)).toEqual([]);
  });
  test('pairs', () => {
    const pairs = expected.pairs.map(({ pair }) => pair);
    expect(differences(matrix.pairs, pairs)).toEqual([]);
  });
  test('each pair in full', () => {
    expected.pairs.forEach((answers, index) => {
      const [i, j] = [Math.floor(index / want.length), index % want.length];
      const full = pairOf(design, fear[i], want[j], options);
      const { q } = matrix.pairs[index].test;
      const pair = { ...full.pair, test: { ...full.pair.test, q } };
      expect(pair).toEqual(matrix.pairs[index]);
      expect(differences({ ...full, pair }, answers)).toEqual([]);
    });
  });
  test('crosstab', () => {
    const { rowCount, columnCount } = expected.roles;
    const table = crosstabOf(design, codes('row'), rowCount, codes('column'), columnCount, options);
    expect(differences(table, expected.crosstab)).toEqual([]);
  });
  test('other tests of the crosstab', () => {
    const { rowCount, columnCount } = expected.roles;
    const answers = expected.tests ?? {};
    const tested = (Object.keys(answers) as (keyof typeof answers)[]).map((test) => {
      const asked = { ...options, test };
      return [test, crosstabOf(design, codes('row'), rowCount, codes('column'), columnCount, asked).test];
    });
    expect(differences(Object.fromEntries(tested), answers)).toEqual([]);
  });
});
