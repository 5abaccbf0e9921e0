import { expect, it } from 'vitest';
import { missingReason, reasonsOnce } from '#presentation/text/missingReason.ts';

const whole = { estimate: 0.5, ciLow: 0.4, ciHigh: 0.6 };
const nothing = { estimate: null, ciLow: null, ciHigh: null };
const noInterval = { ...nothing, estimate: 0.5, why: 'noDegreesOfFreedom' as const };

it('tells why a figure, or the interval that is asked for, is not there', () => {
  expect(missingReason({ ...nothing, why: 'noRespondents' })).toBe('noRespondents');
  expect(missingReason(noInterval)).toBe('noDegreesOfFreedom');
  expect(missingReason({ ...whole, ciHigh: null, why: 'beyondValues' })).toBe('beyondValues');
  expect(missingReason(noInterval, false)).toBeNull();
});

it('tells nothing of what is there, nor of what has a sign of its own', () => {
  expect(missingReason({ ...whole, why: 'noVariation' })).toBeNull();
  expect(missingReason({ ...nothing, why: 'suppressed' })).toBeNull();
  expect(missingReason(nothing)).toBeNull();
});

it('numbers each reason once, as they are met', () => {
  expect(reasonsOnce([null, 'noVariance', 'noRespondents', 'noVariance'])).toEqual([
    'noVariance',
    'noRespondents',
  ]);
});
