import { expect, test } from 'vitest';
import { disclosurePolicies } from '#engine/disclosure/disclosure.ts';
import type { Share } from '#engine/estimate/shareMoments.ts';

const share = (part: Partial<Share>): Share => ({
  estimate: 0.5,
  se: 0.03,
  deff: 1,
  part: 200,
  n: 400,
  weightedN: 400,
  df: 50,
  ...part,
});

test('dhs: below 25 suppressed, 25 to 49 in parentheses', () => {
  const shown = [0, 24, 25, 49, 50].map((n) => disclosurePolicies.dhs(n, []));
  expect(shown).toEqual(['suppressed', 'suppressed', 'bracketed', 'bracketed', 'yes']);
});

test('none: everything', () => {
  expect(disclosurePolicies.none(0, [])).toBe('yes');
});

test('nchs: by effective n, width, relative width and degrees of freedom', () => {
  const nchs = (part: Partial<Share>): string => disclosurePolicies.nchs(400, [share(part)]);
  expect(nchs({})).toBe('yes');
  expect(nchs({ deff: 14 })).toBe('suppressed');
  expect(nchs({ se: 0.09 })).toBe('suppressed');
  expect(nchs({ estimate: 0.05, se: 0.03 })).toBe('suppressed');
  expect(nchs({ estimate: 0.01, se: 0.005 })).toBe('yes');
  expect(nchs({ df: 7 })).toBe('bracketed');
  expect(nchs({ estimate: 0, se: 0, deff: NaN })).toBe('bracketed');
  expect(nchs({ df: 0 })).toBe('suppressed');
  expect(disclosurePolicies.nchs(29, [share({})])).toBe('suppressed');
  expect(disclosurePolicies.nchs(400, [share({}), share({ df: 7 })])).toBe('bracketed');
});

// R: qbeta(c(.025, .975), c(n * .5, n * .5 + 1), c(n * .5 + 1, n * .5)) has width .231 at the n* of this
// design (78.2) and .324 at n* = n = 40.
test('nchs: a design effect below 1 does not make the interval narrower than that of n respondents', () => {
  const lucky = share({ estimate: 0.5, se: 0.056, deff: 0.49, n: 40, df: 30 });
  expect(disclosurePolicies.nchs(40, [lucky])).toBe('suppressed');
});
