import { expect, test } from 'vitest';
import { pathsIn } from '#host/pathsIn.ts';

test.each([
  [{ file: 'a.sav' }, { file: 'a.sav', study: null }],
  [
    { study: 'a.lfstudy', survey: 1 },
    { file: null, study: 'a.lfstudy' },
  ],
  [
    { source: { file: 'a.sav' }, rows: 'A' },
    { file: 'a.sav', study: null },
  ],
  [{ source: { study: 'a.lfstudy', survey: null } }, { file: null, study: 'a.lfstudy' }],
  [
    { file: 'a.sav', study: 'b.lfstudy' },
    { file: 'a.sav', study: 'b.lfstudy' },
  ],
  [null, { file: null, study: null }],
])('%j', (input, paths) => {
  expect(pathsIn(input)).toEqual(paths);
});
