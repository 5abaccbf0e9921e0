import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { concernByGroupOf } from '#engine/estimate/concernByGroup.ts';
import type { EstimateOptions } from '#engine/estimate/figures.ts';
import { differences } from './differences.ts';
import { readCase, readExpected } from './readCase.ts';

interface ByGroup {
  readonly all: object;
  readonly groups: readonly object[];
}

interface ExpectedSet {
  readonly options: Pick<EstimateOptions, 'interval' | 'level'>;
  readonly totals: ByGroup;
  readonly net: ByGroup;
  readonly fromOthers: readonly object[];
}

const cases = readdirSync(new URL('./cases/', import.meta.url)).filter(
  (name) => 'respondents' in readExpected<object>(name),
);

describe.each(cases)('%s, as R survey has it', (name) => {
  const expected = readExpected<ExpectedSet>(name);
  const { design, names, indicator, codes } = readCase(name);
  const items = names('item').map(indicator);
  const answered = items[0].map((_, row) => Number(items.some((item) => item[row] !== 2)));
  const groups = codes('group');
  const groupCount = expected.totals.groups.length;
  const options: EstimateOptions = { ...expected.options, disclosure: 'none' };

  test('a net of two, and a group beside all others', () => {
    const chosen = (places: readonly number[]): Uint8Array =>
      answered.map((one, row) => (one === 0 ? 2 : Number(places.some((place) => items[place][row] === 1))));
    const byGroup = (places: readonly number[]): ReturnType<typeof concernByGroupOf> =>
      concernByGroupOf(design, chosen(places), groups, groupCount, options, { compare: null });
    const net = byGroup([0, 1]);
    const shares = { all: net.all.share, groups: net.groups.map(({ share }) => share) };
    expect(differences(shares, expected.net)).toEqual([]);
    const contrasts = byGroup([0]).groups.map(({ fromOthers }) => fromOthers);
    expect(differences(contrasts, expected.fromOthers)).toEqual([]);
  });
});
