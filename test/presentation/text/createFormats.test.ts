import { describe, expect, it } from 'vitest';
import { createFormats } from '#presentation/text/createFormats.ts';

const english = createFormats('en');
const share = { estimate: 0.784, se: 0.02, ciLow: 0.741, ciHigh: 0.824 };

describe('numbers as they are read', () => {
  it('prints a share as whole per cents, with the interval in parentheses', () => {
    expect(english.percentWithInterval(share)).toBe('78% (74–82)');
  });

  it('keeps one decimal below one per cent, so that rare is not printed as never', () => {
    expect(english.percent(0.004)).toBe('0.4%');
    expect(english.percentBare(0.0094)).toBe('0.9');
    expect(english.percentBare(0.0096)).toBe('1');
    expect(english.percent(0)).toBe('0%');
  });

  it('leaves out an interval that cannot be computed', () => {
    expect(english.percentWithInterval({ estimate: 1, se: 0, ciLow: null, ciHigh: null })).toBe('100%');
    expect(english.percentWithInterval({ estimate: null, se: null, ciLow: null, ciHigh: null })).toBe('');
  });

  it('gives ratios two digits, on both sides of one', () => {
    expect([0.04, 0.351, 0.949, 0.96, 2.449, 12.34, 250].map(english.ratio)).toEqual([
      '0.04',
      '0.35',
      '0.95',
      '1.0',
      '2.4',
      '12.3',
      '250',
    ]);
  });

  it('signs a correlation with a real minus, and none without a sign', () => {
    expect([0.234, -0.051, -0.001, 0].map(english.signed)).toEqual(['+0.23', '−0.05', '0.00', '0.00']);
  });

  it('never prints a probability as zero', () => {
    expect(english.probability(1e-30)).toBe('<\u00a00.001');
    expect(english.probability(0.0317)).toBe('=\u00a00.032');
    expect(english.probability(0.456)).toBe('=\u00a00.46');
  });

  it.each([
    ['2010-08-01', 'Aug 1, 2010'],
    ['2010-08-01T14:30:00', 'Aug 1, 2010, 2:30 PM'],
    ['2010-08-01T14:30:05', 'Aug 1, 2010, 2:30:05 PM'],
    ['2010-08', 'Aug 2010'],
    ['2010-Q3', '2010 Q3'],
    ['2010-W31', '2010 W31'],
    ['26:30:00', '26:30:00'],
    ['-000001-01-01', '-000001-01-01'],
  ])('a date of a survey has no time zone: %s is %s', (text, expected) => {
    expect(english.moment(text).replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(expected);
  });

  it('follows the reader’s language', () => {
    const french = createFormats('fr');
    expect(french.percentWithInterval(share)).toBe('78\u00a0% (74–82)');
    expect(french.count(17856)).toBe('17\u202f856');
    expect(french.ratio(2.449)).toBe('2,4');
    expect(french.moment('2010-08-01')).toBe('1 août 2010');
  });
});
