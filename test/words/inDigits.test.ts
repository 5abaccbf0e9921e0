import { expect, it } from 'vitest';
import { inDigits } from '#words/inDigits.ts';

const words = { rule: '{n1} of 25–49 (q < 0.05)', keys: { rename: 'F2', first: 'rw1-rw80' } };

it('writes the numbers of messages in Bangla digits, and leaves placeholders and names as they are', () => {
  expect(inDigits(words, 'bn-u-nu-beng')).toEqual({
    rule: '{n1} of ২৫–৪৯ (q < ০.০৫)',
    keys: { rename: 'F2', first: 'rw1-rw80' },
  });
});

it.each(['en', 'fr', 'bn-u-nu-latn'])('leaves messages in %s as they are', (locale) => {
  expect(inDigits(words, locale)).toBe(words);
});
