import { expect, it } from 'vitest';
import { numberOf, numbersOf } from '#renderer/src/features/derive/numberText.ts';

it.each([
  ['12', 12],
  [' 1,5 ', 1.5],
  ['−0.25', -0.25],
  ['১২.৫', 12.5],
  ['-৯৮', -98],
  ['', null],
  ['12a', null],
])('reads %j as %s', (text, value) => {
  expect(numberOf(text)).toBe(value);
});

it('reads numbers in a row, in either digits', () => {
  expect(numbersOf('18, ২৫; 45 ৬৫')).toEqual([18, 25, 45, 65]);
  expect(numbersOf('18, twenty')).toBeNull();
});
