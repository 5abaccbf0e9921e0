import { expect, it } from 'vitest';
import type { Attribute, Variable } from '#engine/survey/variable.ts';
import { declaredRoles } from '#operations/notice/declaredRoles.ts';
import { likelyRoles } from '#operations/notice/likelyRoles.ts';
import { numbers, variable } from './columns.ts';

const variables: Variable[] = ['a', 'b', 'c', 'weight', 'hv021'].map((name) => variable(name, ''));
const rows = numbers(Array.from({ length: 30 }, (_, row) => 1 + (row % 7)));
const load = async (): ReturnType<Parameters<typeof likelyRoles>[0]['load']> =>
  new Map(variables.map(({ name }) => [name, rows]));

const rolesBy = async (weight: string | null, said: Readonly<Record<string, string>>): Promise<unknown[]> => {
  const attributes = Object.entries(said).map(([name, value]): Attribute => ({ name, values: [value] }));
  const found = await likelyRoles({ variables, load }, declaredRoles(weight, attributes));
  return found.map(({ role, variable: name, reason }) => [role, name, reason]);
};

it.each([
  [
    'what svyset of Stata 9 and later writes',
    { _svy_wvar: 'a', _svy_strata1: 'b', _svy_su1: 'c' },
    [
      ['weight', 'a'],
      ['strata', 'b'],
      ['psu', 'c'],
    ],
  ],
  ['a weight as an expression', { _svy_wexp: '= a' }, [['weight', 'a']]],
  [
    'what Stata 8 wrote',
    { pweight: 'a', svy_strata: 'b', svy_psu: 'c' },
    [
      ['weight', 'a'],
      ['strata', 'b'],
      ['psu', 'c'],
    ],
  ],
])('%s is declared', async (_, said, expected) => {
  const declared = (await rolesBy(null, said)).filter((one) => (one as string[])[2] === 'declared');
  expect(declared).toEqual(expected.map((one) => [...one, 'declared']));
});

it('the weight of an SPSS file is declared; what a name says comes after it, as a guess', async () => {
  expect(await rolesBy('b', {})).toEqual([
    ['weight', 'b', 'declared'],
    ['weight', 'weight', 'name'],
  ]);
});

it('variables that are not there, and rows as clusters, are no roles', async () => {
  expect(await rolesBy(null, { _svy_wvar: 'gone', _svy_su1: '_n' })).toEqual([['weight', 'weight', 'name']]);
});
