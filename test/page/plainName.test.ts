import { expect, test } from 'vitest';
import { plainName } from '#page/plainName.ts';

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\data\\r7.sav', 'r7.sav'],
  ['..', 'file'],
  ['', 'file'],
  ['.bashrc', 'bashrc'],
  ['a\u0000b\n.csv', 'ab.csv'],
  ['données é.csv', 'données é.csv'],
])('%j is kept as %j', (name, kept) => {
  expect(plainName(name)).toBe(kept);
});
