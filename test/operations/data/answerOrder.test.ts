import { expect, test } from 'vitest';
import { answerOrder } from '#operations/data/answerOrder.ts';

test('numbers stand by size', () => {
  expect(answerOrder([10, 9, -1, 100], { type: 'numeric', valueLabels: [] })).toEqual([-1, 9, 10, 100]);
});

test('numbers within words stand by size too, whatever the language of the computer', () => {
  const answers = ['10', '2', '1', 'Zone 10', 'Zone 9', 'Ébola', 'eau'];
  expect(answerOrder(answers, { type: 'text', valueLabels: [] })).toEqual([
    '1',
    '2',
    '10',
    'eau',
    'Ébola',
    'Zone 9',
    'Zone 10',
  ]);
});

test('words stand as the form lists them, and what it does not list after them', () => {
  const valueLabels = ['yes', 'no'].map((value) => ({ value, label: value, missing: false }));
  expect(answerOrder(['maybe', 'no', 'yes', 'also'], { type: 'text', valueLabels })).toEqual([
    'yes',
    'no',
    'also',
    'maybe',
  ]);
});
