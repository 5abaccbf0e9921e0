import { expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from '#contract/index.ts';
import { pathFields, pathsIn } from '#host/pathsIn.ts';

const paths = (files: string[], studies: string[] = [], targets: string[] = []) => ({
  files,
  studies,
  targets,
});

test.each([
  [{ file: 'a.sav' }, paths(['a.sav'])],
  [{ study: 'a.lfstudy', survey: 1 }, paths([], ['a.lfstudy'])],
  [{ source: { file: 'a.sav' }, rows: 'A' }, paths(['a.sav'])],
  [{ source: { study: 'a.lfstudy', survey: null } }, paths([], ['a.lfstudy'])],
  [{ file: 'a.sav', study: 'b.lfstudy' }, paths(['a.sav'], ['b.lfstudy'])],
  [{ file: 'a.csv', reading: { companion: 'form.xlsx' } }, paths(['a.csv', 'form.xlsx'])],
  [
    { source: { file: 'a.csv', reading: { companion: 'form.xlsx', file: 'b.csv' } } },
    paths(['a.csv', 'form.xlsx', 'b.csv']),
  ],
  [
    { file: 'a.csv', reading: { siblings: ['b.csv', { file: 'c.csv' }] } },
    paths(['a.csv', 'b.csv', 'c.csv']),
  ],
  [
    { file: 'a.csv', keptOf: { study: 'b.lfstudy' }, source: { study: 'c.lfstudy' } },
    paths(['a.csv'], ['b.lfstudy', 'c.lfstudy']),
  ],
  [null, paths([])],
  [{ source: { file: 'a.sav' }, to: 'b.dta' }, paths(['a.sav'], [], ['b.dta'])],
  [{ variable: { definition: { source: 'file', rules: [{ values: ['file'], to: 1 }] } } }, paths([])],
])('%j', (input, expected) => {
  expect(pathsIn(input)).toEqual(expected);
});

/** Texts in the contract that are no paths. */
const words =
  'anchor as backup bring by codes column columns concern concernBy concernedWhen counted data decimal delimiter dimension encoding expression fear forget format freedom how ids kind label language leaveOut measure name note only other pairBy passphrase psu recent repeats replaces room rows sample set sheet source sources strata subtitle survey text title value values variable variables want weight when where';

test('every text in the contract is known to be a path or to be none', () => {
  const names = new Set<string>();
  const visit = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return;
    for (const [key, value] of Object.entries(schema)) {
      if (key === 'properties') {
        for (const [name, field] of Object.entries(value as object)) if (mayBeText(field)) names.add(name);
      }
      visit(value);
    }
  };
  for (const { input } of Object.values(contract)) visit(z.toJSONSchema(input, { io: 'input' }));
  const known = new Set([...Object.keys(pathFields), ...words.split(' ')]);
  const unknown = [...names].filter((name) => !known.has(name));
  expect(unknown, 'add them to pathFields, or to the words above').toEqual([]);
});

function mayBeText(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  if ('type' in schema && schema.type === 'string' && !('enum' in schema)) return true;
  const inside = ['anyOf', 'oneOf', 'allOf'].flatMap((key) => Reflect.get(schema, key) ?? []);
  return [...inside, Reflect.get(schema, 'items')].some(mayBeText);
}
