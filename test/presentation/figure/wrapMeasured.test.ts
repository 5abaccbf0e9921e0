import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wrapMeasured } from '#presentation/figure/wrapMeasured.ts';

const letters = (text: string): number => [...text].length;

it('breaks between words', () => {
  expect(wrapMeasured('free from fear and want', 10, letters)).toEqual(['free from', 'fear and', 'want']);
});

it('breaks a word that is wider than the line after a hyphen, else where it must', () => {
  expect(wrapMeasured('semi-arid', 6, letters)).toEqual(['semi-', 'arid']);
  expect(wrapMeasured('unemployment', 5, letters)).toEqual(['unemp', 'loyme', 'nt']);
});

it('keeps together what a space that does not break holds together', () => {
  expect(wrapMeasured('p <\u00a00.001 of', 8, letters)).toEqual(['p', '<\u00a00.001', 'of']);
});

it('keeps a letter of Bangla with its signs', () => {
  expect(wrapMeasured('ক্ষুধা', 1, () => 2)).toEqual(['ক্ষু', 'ধা']);
});

it('leaves nothing out', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.integer({ min: 1, max: 30 }),
      (text, width) => {
        const squeezed = (words: string): string => words.replace(/[ \t\n]+/g, '');
        const clean = text.replaceAll(/[^\S \t]/g, '');
        expect(squeezed(wrapMeasured(clean, width, letters).join(''))).toBe(squeezed(clean));
      },
    ),
  );
});
