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

const areasAmong = async (places: Readonly<Record<string, string>>): Promise<string[]> => {
  const named = Object.entries(places).map(([name, label]) => variable(name, label));
  const columns = new Map(named.map(({ name }) => [name, rows]));
  const found = await likelyRoles({ variables: named, load: async () => columns }, new Map());
  return found.flatMap(({ role, variable: name }) => (role === 'area' ? [name] : []));
};

it('the names that humanitarian agencies give to areas are areas', async () => {
  const places = {
    district_localadmin: 'Local district administrative boundaries',
    region_ocha: 'OCHA region administrative boundaries',
    region_admin1: '',
    province_code: '',
    district_services: 'Are the services of the district good?',
  };
  expect(await areasAmong(places)).toEqual(Object.keys(places).slice(0, 4));
});

it.each([
  [
    'English',
    { region_intended: 'Region', district_prev: 'District of previous residence', region: 'Region' },
  ],
  ['English', { region_birth: 'Region', district: 'District of origin', province: 'Province' }],
  ['French', { region_origine: 'Région', dept: 'Département de naissance', region: 'Région' }],
  ['Spanish', { departamento: 'Departamento de nacimiento', destino: 'Provincia', prov: 'Provincia' }],
  ['Portuguese', { provincia_origem: 'Província', provincia: 'Província' }],
  ['Arabic', { p1: 'محافظة الميلاد', p2: 'المحافظة السابقة', p3: 'المحافظة' }],
  ['Bangla', { p1: 'জেলা (জন্মস্থান)', p2: 'জেলা' }],
])('where somebody comes from or wants to go is not where they live: %s', async (_, places) => {
  expect(await areasAmong(places)).toEqual(Object.keys(places).slice(-1));
});
