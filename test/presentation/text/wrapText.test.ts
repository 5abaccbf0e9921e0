import { expect, it } from 'vitest';
import { wrapText } from '#presentation/text/wrapText.ts';

it('breaks between words, and ends in an ellipsis what does not fit', () => {
  expect(wrapText('electricity, gas and other utilities', 20, 2)).toBe(
    'electricity, gas and\nother utilities',
  );
  expect(wrapText('electricity, gas and other utilities', 12, 2)).toBe('electricity,\ngas and…');
  expect(wrapText('unemployment', 8, 2)).toBe('unemploy…');
});

it('leaves a letter of Bangla its signs where it cuts a word', () => {
  // স-্-ব-া is one letter with its sign: নিরাপত্তা is নি রা প ত্তা.
  expect(wrapText('নিরাপত্তা', 7, 1)).toBe('নিরাপ…');
  expect(wrapText('স্বাস্থ্যসেবা', 6, 1)).toBe('স্বা…');
});
