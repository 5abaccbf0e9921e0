import { describe, expect, it } from 'vitest';
import { lookAt } from '#operations/notice/look.ts';
import { undeclaredMissing } from '#operations/notice/undeclaredMissing.ts';
import { codes, lookAtNumbers, lookAtTexts, numbers, variable } from './columns.ts';

const scale = { 1: 'Never', 2: 'Often', 8: 'Refused', 9: "Don't know" };

describe('undeclared missing codes', () => {
  it('are offered with the rows that hold them, those without rows too', () => {
    expect(undeclaredMissing(lookAtNumbers('q1', 'Afraid', [1, 2, 9, 9, null, 2], scale))).toEqual({
      variable: 'q1',
      label: 'Afraid',
      codes: [
        { value: 8, label: 'Refused', n: 0 },
        { value: 9, label: "Don't know", n: 2 },
      ],
    });
  });

  it('are not offered where the file or the user has set them aside', () => {
    expect(undeclaredMissing(lookAtNumbers('q1', '', [1, 9], scale, [8, 9]))).toBeNull();
    const declared = variable('q1', '', {
      valueLabels: codes(scale),
      missing: { codes: [9], range: { low: 7, high: 8 } },
    });
    expect(undeclaredMissing(lookAt(declared, numbers([1, 9]), []))).toBeNull();
  });

  it('leave alone an outcome among outcomes', () => {
    const outcome = { 1: 'Completed', 2: 'Refused', 3: 'Nobody at home' };
    expect(undeclaredMissing(lookAtNumbers('result', 'Result of the visit', [1, 2, 3], outcome))).toBeNull();
    expect(
      undeclaredMissing(lookAtNumbers('q', '', [1], { 1: 'Refused to be interviewed', 2: 'Interviewed' })),
    ).toBeNull();
  });

  it('are found among answers where nothing else can be meant', () => {
    const knows = { 1: 'Yes', 2: "Don't know", 3: 'No' };
    expect(undeclaredMissing(lookAtNumbers('q', '', [1, 2, 3], knows))?.codes).toEqual([
      { value: 2, label: "Don't know", n: 1 },
    ]);
  });

  it('are found where texts say it themselves', () => {
    const values = ['oui', 'non', 'NSP', 'dontknow', 'NA', '', 'non'];
    expect(undeclaredMissing(lookAtTexts('q', '', values))?.codes.map(({ value, n }) => [value, n])).toEqual([
      ['NSP', 1],
      ['dontknow', 1],
      ['NA', 1],
    ]);
  });

  it('do not hold what Stata sets aside itself', () => {
    const stata = variable('q', '', { valueLabels: [{ value: '.a', label: 'No sabe' }] });
    expect(undeclaredMissing(lookAt(stata, numbers([1, null]), []))).toBeNull();
  });
});
