import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { rExpression, rExpressionFunctions } from '#code/r/rExpression.ts';
import { rNumber, rString } from '#code/r/rText.ts';
import { evaluateCondition } from '#engine/expression/evaluateExpression.ts';
import { parseExpression } from '#engine/expression/parseExpression.ts';
import type { Column } from '#engine/survey/column.ts';

const hasR = spawnSync('Rscript', ['--vanilla', '-e', '1'], { stdio: 'ignore' }).status === 0;

const numbers: Record<string, number[]> = {
  a: [0, 1, 2, NaN, 3.5, -1, 1.005, NaN],
  b: [0, 0, NaN, NaN, 2, 4, 2, 1],
};
const texts: Record<string, string[]> = { t: ['', 'b', 'B', 'É', '01', 'ab', 'z', '😀'] };

const columns = new Map<string, Column>([
  ...Object.entries(numbers).map(([name, values]): [string, Column] => [
    name,
    { kind: 'numeric', values: Float64Array.from(values), reasons: null },
  ]),
  ...Object.entries(texts).map(([name, values]): [string, Column] => [
    name,
    { kind: 'text', dictionary: values, codes: Uint32Array.from(values.keys()) },
  ]),
]);

const filters = [
  'a = 1',
  'a != 1 and b = 0',
  'not (a > 1 or b < 2)',
  'missing(a) or missing(t)',
  'not missing(a) and a in (1, 2 to 4)',
  'not (a in (0, 3.5))',
  'a + b > 1',
  'a / b > 1',
  'b ** 0.5 >= 1',
  'a ** 0 = 1',
  '-a < 0',
  'abs(a) = 1',
  'floor(a) = 3',
  'round(a, 2) = 1.01',
  'round(a * 10) = 35',
  'count(a, b) = 1',
  'sum(a, b) = 2',
  'mean(a, b) >= 1',
  'min(a, b) = 0',
  'max(a, b, 1) = 1',
  'if(b > 0, a, 9) = 9',
  'if(b > 0, a) = 3.5',
  'if(1 = 1, a, 0) = 2',
  '(a = 1) + (b = 0) = 2',
  't = "b" or t = 01',
  't in ("ab", "z", "a" to "c")',
  't < "a"',
  't >= "É"',
  '1 = 1',
];

/** Three truth values a row: 0 no, 1 unknown, 2 yes. */
const expected = filters.map((filter) => [...evaluateCondition(parseExpression(filter), columns, 8)]);

test.skipIf(!hasR)('R finds the same three truth values for each row', () => {
  const script = [
    `data <- data.frame(${Object.entries(numbers)
      .map(
        ([name, values]) =>
          `${name} = c(${values.map((one) => (Number.isNaN(one) ? 'NA' : rNumber(one))).join(', ')})`,
      )
      .join(', ')})`,
    ...Object.entries(texts).map(
      ([name, values]) =>
        `data$${name} <- c(${values.map((one) => (one === '' ? 'NA' : rString(one))).join(', ')})`,
    ),
    rExpressionFunctions,
    ...filters.map((filter) => {
      const code = rExpression(parseExpression(filter), (name) => name in texts);
      return `x <- rep_len(${code}, 8); cat(ifelse(is.na(x), 1, ifelse(x, 2, 0)), "\\n")`;
    }),
  ].join('\n');
  const { stdout, stderr } = spawnSync('Rscript', ['--vanilla', '--encoding=UTF-8', '-'], {
    input: script,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  expect(stderr).toBe('');
  const found = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' ').map(Number));
  expect(found.map((truth, index) => [filters[index], truth])).toEqual(
    expected.map((truth, index) => [filters[index], truth]),
  );
});
