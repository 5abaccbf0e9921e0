import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completionsAt } from '#engine/expression/completionsAt.ts';
import { evaluateFormula } from '#engine/expression/evaluateExpression.ts';
import { parseFormula } from '#engine/expression/parseExpression.ts';
import { renameVariables } from '#engine/expression/renameVariables.ts';
import { variablesOf } from '#engine/expression/variablesOf.ts';
import type { Column } from '#engine/survey/column.ts';
import { Problem } from '#engine/survey/problem.ts';
import { numbers, texts } from '../columns.ts';

const columns = new Map<string, Column>([
  ['a', numbers([1, 2, null])],
  ['b c', numbers([0, -1, 3])],
  ['t', texts(['x', '', '1'])],
]);

const piece = fc.constantFrom(
  ...['a', '`b c`', 't', "'x'", '1', '.5', '(', ')', ',', '+', '-', '*', '/', '**', '=', '<', '!=', ' '],
  ...['and', 'or', 'not', 'in', 'to', 'missing', 'if(', 'mean(', 'round(', 'count(', '`', "'", 'é', '𝛼', ';'],
);
const typed = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(piece).map((pieces) => pieces.join(' ')),
);

/** What `work` gives; `null` where the text is refused, in words and at a place within it. */
function attempt<Result>(text: string, work: () => Result): Result | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.code === 'expression.invalid') {
      expect(error.params.position).toBeGreaterThanOrEqual(1);
      expect(error.params.position).toBeLessThanOrEqual(text.length + 1);
    } else expect(error.code).toBe('variable.unknown');
    return null;
  }
}

describe('whatever is typed', () => {
  test('is read or refused at a character of it; what is read gives finite numbers or nothing', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const values = attempt(text, () => evaluateFormula(parseFormula(text), columns, 3));
        for (const value of values ?? []) expect(Math.abs(value)).not.toBe(Infinity);
      }),
      { numRuns: 2000 },
    );
  });

  test('means the same with its variables called otherwise', () => {
    const names = new Map([
      ['a', 'an other'],
      ['b c', 'bc'],
    ]);
    const renamed = new Map([...columns].map(([name, column]) => [names.get(name) ?? name, column]));
    fc.assert(
      fc.property(typed, (text) => {
        const parsed = attempt(text, () => parseFormula(text));
        if (parsed === null || variablesOf(parsed).some((name) => !columns.has(name))) return;
        const again = parseFormula(renameVariables(parsed, names));
        const values = attempt(text, () => evaluateFormula(parsed, columns, 3));
        expect(attempt(again.expression, () => evaluateFormula(again, renamed, 3))).toEqual(values);
      }),
      { numRuns: 2000 },
    );
  });

  test('can be completed anywhere; every completion stands where it is expected', () => {
    fc.assert(
      fc.property(typed, fc.nat(), (text, place) => {
        const position = place % (text.length + 1);
        const { from, to, items } = completionsAt(text, position, [...columns.keys()]);
        expect(from).toBeLessThanOrEqual(position);
        expect(to).toBeGreaterThanOrEqual(position);
        for (const item of items) {
          const so = text.slice(0, from) + item.text;
          const problem = failureOf(() => parseFormula(so));
          if (problem !== null) expect(problem.params.position, so).toBe(so.length + 1);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

function failureOf(work: () => unknown): Problem | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
