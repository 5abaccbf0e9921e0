import { expect, it } from 'vitest';
import { optionBegins } from '#renderer/src/components/optionBegins.ts';

const options = ['Share', 'Odds ratio', 'Seriated', 'Dimension', 'En français', 'Dim'].map((text) => ({
  text,
}));

it.each([
  ['the first that begins so, whatever the case', 's', -1, 0],
  ['one letter goes on to the next', 's', 0, 2],
  ['and round again', 's', 2, 0],
  ['the same letter again and again goes on as well', 'ss', 0, 2],
  ['more letters stay where they fit', 'se', 2, 2],
  ['a whole word is looked for from here', 'dim', 3, 3],
  ['letters with accents', 'en fran', 0, 4],
  ['nothing begins so', 'x', 3, -1],
])('%s', (_situation, typed, from, expected) => {
  expect(optionBegins(options, typed, from)).toBe(expected);
});

it('finds nothing among none', () => {
  expect(optionBegins([], 'a', 0)).toBe(-1);
});
