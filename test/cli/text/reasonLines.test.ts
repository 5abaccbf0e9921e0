import { expect, test } from 'vitest';
import { reasonLines } from '#cli/text/reasonLines.ts';
import { reason } from '#contract/estimate.ts';
import type { Reason } from '#engine/inference/reason.ts';
import { reasons } from '#words/en/reasons.ts';
import { window } from '#words/en/window.ts';

/** The engine's own list, so that one that the contract does not know does not compile. */
const known: readonly Reason[] = reason.options;

test.each(known)('%s is said in words, in the window and the terminal', (why) => {
  expect(window.reason[why]).toMatch(/^[A-Z].*\.$/);
  const lines = reasonLines({ pairs: [{ lift: { estimate: 0, why } }, { lift: { estimate: 0, why } }] });
  if (why === 'suppressed') expect(lines).toEqual([]);
  else expect(lines.slice(1)).toEqual([`  ${reasons[why]}`]);
});

test('each reason has words of its own', () => {
  expect(new Set(Object.values(reasons)).size).toBe(reason.options.length);
  expect(Object.keys(reasons).sort()).toEqual([...reason.options].sort());
});

test('where all is there nothing is said', () => {
  expect(reasonLines({ pairs: [{ lift: { estimate: 2 } }], test: null })).toEqual([]);
});
