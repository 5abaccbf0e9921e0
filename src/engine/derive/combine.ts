import { evaluateCondition } from '../expression/evaluateExpression.ts';
import { parseExpression } from '../expression/parseExpression.ts';
import type { NumericColumn } from '../survey/column.ts';
import type { CombineDefinition } from './definition.ts';
import { columnOf, type Answers } from './numbers.ts';

/**
 * The code of the first condition that holds. Where a condition before it is unknown, because an answer
 * is missing, the code is missing too, unless that condition would have given the same code. (SPSS's
 * DO IF stops at the first unknown condition; R's case_when goes on as if it did not hold.)
 *
 * @throws Problem expression.invalid, variable.unknown
 */
export function combine(
  { rules, otherwise }: CombineDefinition,
  answers: Answers,
  rowCount: number,
): NumericColumn {
  const conditions = rules.map(({ when }) => evaluateCondition(parseExpression(when), answers, rowCount));
  const codes = rules.map(({ to }) => to ?? NaN);
  const last = otherwise ?? NaN;
  const result = new Float64Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    const holds = conditions.findIndex((truth) => truth[row] === 2);
    const code = holds < 0 ? last : codes[holds];
    const open = holds < 0 ? conditions.length : holds;
    result[row] = code;
    for (let rule = 0; rule < open; rule++) {
      if (conditions[rule][row] === 1 && !Object.is(codes[rule], code)) result[row] = NaN;
    }
  }
  return columnOf(result);
}
