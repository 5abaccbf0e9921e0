import type { NumericColumn } from '../survey/column.ts';
import type { CountDefinition } from './definition.ts';
import { hasCode } from './hasCode.ts';
import { answersTo, columnOf, isValid, type Answers } from './numbers.ts';

/**
 * How many of a battery's variables have one of the codes. SPSS's COUNT is this with `minimumValid` 0:
 * it counts 0 for a respondent who answered nothing.
 *
 * @throws Problem variable.unknown
 */
export function count(definition: CountDefinition, answers: Answers, rowCount: number): NumericColumn {
  const result = new Float64Array(rowCount);
  const valid = new Uint32Array(rowCount);
  for (const source of definition.sources) {
    const column = answersTo(source, answers);
    const counts = hasCode(column, definition.codes);
    for (let row = 0; row < rowCount; row++) {
      if (!isValid(column, row)) continue;
      valid[row]++;
      if (counts(row)) result[row]++;
    }
  }
  for (let row = 0; row < rowCount; row++) if (valid[row] < definition.minimumValid) result[row] = NaN;
  return columnOf(result);
}
