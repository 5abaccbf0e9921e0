import { expect, it } from 'vitest';
import { pluralRule } from '#presentation/text/pluralRule.ts';

/** The categories of CLDR 44 (cardinals): en 0 other, 1 one; fr 0 and 1 one; bn 0 and 1 one. */
it.each([
  ['en', [1, 0, 1, 1]],
  ['fr', [0, 0, 1, 1]],
  ['bn-u-nu-beng', [0, 0, 1, 1]],
] as const)('picks one of two forms in %s', (locale, forms) => {
  expect([0, 1, 2, 1_000_000].map((count) => pluralRule(locale)(count, 2))).toEqual(forms);
});

it.each(['en', 'fr', 'bn-u-nu-latn'])('says nothing at all in the first of three forms in %s', (locale) => {
  expect([0, 1, 5].map((count) => pluralRule(locale)(count, 3))).toEqual([0, 1, 2]);
});

it('has nothing to choose from in a single form', () => {
  expect([0, 1, 5].map((count) => pluralRule('en')(count, 1))).toEqual([0, 0, 0]);
});
