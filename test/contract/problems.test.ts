import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { problemCodes } from '#engine/survey/problemCodes.ts';
import { problems } from '#words/en/problems.ts';

const source = join(import.meta.dirname, '../../src');
const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|vue)$/.test(name) && !/problemCodes\.ts$|problems\.ts$/.test(name))
  .map((name) => readFileSync(join(source, name), 'utf8'))
  .join('\n');

test.each(problemCodes)('%s is a problem that somebody meets', (name) => {
  expect(code.includes(`'${name}'`)).toBe(true);
});

test.each(problemCodes)('%s is said in whole sentences', (name) => {
  expect(problems[name]).toMatch(/^[A-Z“{\d][^]+[.?}]$/);
});
