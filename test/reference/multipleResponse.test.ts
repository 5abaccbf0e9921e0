import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { EstimateOptions } from '#engine/estimate/figures.ts';
import { multipleResponseOf, type ResponseBase } from '#engine/estimate/multipleResponse.ts';
import { differences } from './differences.ts';
import { readCase, readExpected } from './readCase.ts';

interface ByGroup {
  readonly all: object;
  readonly groups: readonly object[];
}

interface ExpectedSet {
  readonly options: Pick<EstimateOptions, 'interval' | 'level'>;
  readonly respondents: readonly ByGroup[];
  readonly responses: readonly ByGroup[];
  readonly totals: ByGroup;
  /** Of the first two items. */
  readonly net: ByGroup;
  readonly netOfResponses: ByGroup;
}

const cases = readdirSync(new URL('./cases/', import.meta.url)).filter(
  (name) => 'respondents' in readExpected<object>(name),
);

describe.each(cases)('%s, as R survey has it', (name) => {
  const expected = readExpected<ExpectedSet>(name);
  const { design, names, indicator, codes } = readCase(name);
  const items = names('item').map(indicator);
  const groups = codes('group');
  const groupCount = expected.totals.groups.length;
  const options: EstimateOptions = { ...expected.options, disclosure: 'none' };
  const set = (base: ResponseBase): ReturnType<typeof multipleResponseOf> =>
    multipleResponseOf(design, items, groups, groupCount, base, options, null, [[0, 1]]);

  test.each(['respondents', 'responses'] as const)('parts of %s', (base) => {
    const found = set(base).items.map(({ all, groups }) => ({
      all: all.share,
      groups: groups.map(({ share }) => share),
    }));
    expect(differences(found, expected[base])).toEqual([]);
  });
  test('a net: who chose any of its items, and their part of all responses', () => {
    const netOf = (base: ResponseBase): ByGroup => {
      const { all, groups } = set(base).nets[0];
      return { all: all.share, groups: groups.map(({ share }) => share) };
    };
    expect(differences(netOf('respondents'), expected.net)).toEqual([]);
    expect(differences(netOf('responses'), expected.netOfResponses)).toEqual([]);
  });
  test('respondents and responses', () => {
    const { all, groups } = set('responses');
    expect(differences({ all, groups }, expected.totals)).toEqual([]);
  });
});
