import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { concernShareOf } from '#engine/estimate/concernShare.ts';
import type { EstimateOptions } from '#engine/estimate/figures.ts';
import { Problem } from '#engine/survey/problem.ts';
import { readCase, readExpected } from './readCase.ts';

const options: EstimateOptions = { interval: 'logit', level: 0.95, disclosure: 'none' };
const cases = readdirSync(new URL('./cases/', import.meta.url)).filter(
  (name) => 'refused' in readExpected<object>(name),
);

test.each(cases)('%s, as in R', (name) => {
  const { refused } = readExpected<{ refused: { code: string; names: string } }>(name);
  let problem: unknown = null;
  try {
    const { design, indicator } = readCase(name);
    concernShareOf(design, indicator('fear1'), options);
  } catch (error) {
    problem = error;
  }
  expect(problem).toBeInstanceOf(Problem);
  const { code, params } = problem as Problem;
  expect(code).toBe(refused.code);
  expect(JSON.stringify(params)).toContain(`"${refused.names}"`);
});
