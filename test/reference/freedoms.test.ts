import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { EstimateOptions } from '#engine/estimate/figures.ts';
import { freedomsOf, type FreedomsQuestion } from '#engine/estimate/freedoms.ts';
import { differences } from './differences.ts';
import { readCase, readExpected } from './readCase.ts';

interface Expected {
  readonly options: Pick<EstimateOptions, 'interval' | 'level'>;
  readonly question: Pick<FreedomsQuestion, 'atLeast' | 'answered'> & { readonly domain?: string };
  readonly freedoms: { readonly groups: readonly object[] };
}

const cases = readdirSync(new URL('./cases/', import.meta.url)).filter(
  (name) => 'freedoms' in readExpected<object>(name),
);

describe.each(cases)('%s, as R survey has it', (name) => {
  const { options, question, freedoms } = readExpected<Expected>(name);
  const { design, names, indicator, codes } = readCase(name);
  const { atLeast, answered, domain } = question;

  test('numbers of concerns, the split of all and of groups, their differences and test', () => {
    const of = codes('group').map((code) => code - Number(code > 0));
    const result = freedomsOf(
      design,
      names('fear').map(indicator),
      names('want').map(indicator),
      {
        atLeast,
        answered,
        domain: domain === undefined ? null : indicator(domain).map((code) => Number(code === 1)),
        groups: { of, count: freedoms.groups.length },
        compare: {},
      },
      { ...options, disclosure: 'none' },
    );
    expect(differences(result, freedoms)).toEqual([]);
  });
});

test('there are cases', () => expect(cases.length).toBeGreaterThanOrEqual(4));
