import { expect, test } from 'vitest';
import { contract } from '#contract/index.ts';

test('every operation is named noun.verb', () => {
  for (const name of Object.keys(contract)) expect(name).toMatch(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/);
});
