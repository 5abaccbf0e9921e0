import type { Column } from '#engine/survey/column.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { Value, Variable } from '#engine/survey/variable.ts';
import { answerOrder } from '../data/answerOrder.ts';

/** More categories than this make no table that one can read. */
const mostCategories = 100;

/** Categories of a table's rows or columns, or groups of respondents. */
export interface Axis {
  /** Categories that occur in the table, in order. */
  readonly values: readonly Value[];
  /** Index into `values` for each row; -1 for rows that are not in the table. */
  readonly categoryOf: Int32Array;
}

/**
 * The answers of a variable as categories, in order.
 *
 * @throws Problem variable.tooManyCategories
 */
export function axisOf(variable: Variable, answers: Column, inTable: (row: number) => boolean): Axis {
  const count = answers.kind === 'numeric' ? answers.values.length : answers.codes.length;
  const numbers = answers.kind === 'numeric' ? answers.values : answers.codes;
  const found = new Map<number, number>();
  const categoryOf = new Int32Array(count).fill(-1);
  for (let row = 0; row < count; row++) {
    if (!inTable(row)) continue;
    let category = found.get(numbers[row]);
    if (category === undefined) {
      category = found.size;
      found.set(numbers[row], category);
      if (found.size > mostCategories) {
        const limit = mostCategories;
        throw new Problem('variable.tooManyCategories', { variable: variable.name, limit });
      }
    }
    categoryOf[row] = category;
  }
  const keys = [...found.keys()];
  const valueOf = (key: number): Value => (answers.kind === 'text' ? answers.dictionary[key] : key);
  const values = answerOrder(keys.map(valueOf), variable);
  const place = new Map(values.map((value, index) => [value, index]));
  const order = keys.map((key) => place.get(valueOf(key))!);
  for (let row = 0; row < count; row++) if (categoryOf[row] >= 0) categoryOf[row] = order[categoryOf[row]];
  return { values, categoryOf };
}

/** Whether the row has a valid answer. */
export function isAnswer(answers: Column, row: number): boolean {
  return answers.kind === 'numeric'
    ? answers.reasons === null || answers.reasons[row] === 0
    : answers.dictionary[answers.codes[row]] !== '';
}
