import { expect } from 'vitest';
import { numbersIn, shows } from './numbersIn.ts';

interface Interval {
  readonly estimate: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
}

/** Estimate and bounds, without what cannot be given: as the window writes them. */
export const interval = ({ estimate, ciLow, ciHigh }: Interval): readonly number[] =>
  [estimate, ...(ciLow === null || ciHigh === null ? [] : [ciLow, ciHigh])].filter((each) => each !== null);

/** The text has these numbers and no other, in this order, each rounded as it is written. */
export function figuresShow(text: string, exact: readonly (number | null)[]): void {
  // `78% (74–82)`: where the estimate is a per cent its bounds are too.
  const percent = /\d\s*%/.test(text) ? '%' : '';
  const plain = text.replaceAll(/\(([\d.]+)–([\d.]+)\)/g, ` $1${percent} $2${percent} `).replaceAll('–', ' ');
  const shown = numbersIn(plain);
  expect(shown, `“${text}” beside ${exact.join(', ')}`).toHaveLength(exact.length);
  exact.forEach((value, index) => {
    expect(value !== null && shows(shown[index], value), `“${text}” shows ${value}`).toBe(true);
  });
}

/** Where the head of a table says that its figures are per cents, and the cells do not. */
export const asPercent = (text: string): string => text.replace(/^(\(?[\d.]+)(?![\d.]|\s*%)/, '$1%');

/** A share or mean as a cell prints it, which may be hidden or have no answer. */
export function cellShows(
  text: string,
  exact: Interval,
  shown: 'yes' | 'bracketed' | 'suppressed',
  ...more: number[]
): void {
  if (shown === 'suppressed') return expect(text).toContain('(*)');
  if (exact.estimate === null) return expect(text).not.toMatch(/\d.*%/);
  figuresShow(text, [...interval(exact), ...more]);
  expect(/^\([^)–]*\)/.test(text), `“${text}” is ${shown}`).toBe(shown === 'bracketed');
}
