import { describe, expect, it } from 'vitest';
import { createFormats } from '#presentation/text/createFormats.ts';
import { testWords } from '#presentation/tables/testWords.ts';

const formats = createFormats('en');
const said = (test: Parameters<typeof testWords>[0]): string => {
  const { key, params } = testWords(test, formats);
  const { df1 = '', df2 = '', f = '', p = '' } = params;
  return `${key} F(${df1}, ${df2}) = ${f}, p ${p}`.replaceAll('\u00a0', ' ');
};

describe('a test of independence in words', () => {
  it('has degrees of freedom as exact as they matter', () => {
    expect(said({ method: 'rao-scott', f: 14.23, df1: 2.68, df2: 1911.6, p: 1e-6 })).toBe(
      'tables.tests.rao-scott F(2.7, 1,912) = 14.2, p < 0.001',
    );
    expect(said({ method: 'adjusted-wald', f: 1.274, df1: 3, df2: 88, p: 0.288 })).toBe(
      'tables.tests.adjusted-wald F(3, 88) = 1.27, p = 0.29',
    );
  });

  it('is referred to the chi-square where it has no second degrees of freedom', () => {
    expect(said({ method: 'rao-scott-first', f: 3.1, df1: 2, df2: null, p: 0.045 })).toBe(
      'tables.tests.rao-scott-first F(2, ∞) = 3.10, p = 0.045',
    );
  });

  it('says why there is none', () => {
    const none = { f: null, df1: null, df2: null, p: null };
    expect(testWords({ method: 'rao-scott', ...none, why: 'suppressed' }, formats).key).toBe(
      'reason.suppressed',
    );
    expect(testWords({ method: 'rao-scott', ...none }, formats).key).toBe('tables.noTest');
  });
});
