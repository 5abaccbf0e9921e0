import { expect, test } from 'vitest';
import { pathsIn } from '#host/pathsIn.ts';

test.each([
  [{ file: 'a.sav' }, { file: 'a.sav', study: null, companion: null }],
  [
    { study: 'a.lfstudy', survey: 1 },
    { file: null, study: 'a.lfstudy', companion: null },
  ],
  [
    { source: { file: 'a.sav' }, rows: 'A' },
    { file: 'a.sav', study: null, companion: null },
  ],
  [{ source: { study: 'a.lfstudy', survey: null } }, { file: null, study: 'a.lfstudy', companion: null }],
  [
    { file: 'a.sav', study: 'b.lfstudy' },
    { file: 'a.sav', study: 'b.lfstudy', companion: null },
  ],
  [
    { file: 'a.csv', reading: { companion: 'form.xlsx' } },
    { file: 'a.csv', study: null, companion: 'form.xlsx' },
  ],
  [
    { source: { file: 'a.csv', reading: { companion: 'form.xlsx', file: 'b.csv' } } },
    { file: 'a.csv', study: null, companion: 'form.xlsx' },
  ],
  [null, { file: null, study: null, companion: null }],
  [
    { source: { file: 'a.sav' }, to: 'b.dta' },
    { file: 'a.sav', study: null, companion: null, to: 'b.dta' },
  ],
])('%j', (input, paths) => {
  expect(pathsIn(input)).toEqual({ to: null, ...paths });
});
