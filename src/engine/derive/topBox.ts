import type { NumericColumn } from '../survey/column.ts';
import type { TopBoxDefinition } from './definition.ts';
import { hasCode } from './hasCode.ts';
import { answersTo, columnOf, isValid, type Answers } from './numbers.ts';

/** 1 where the source has one of the codes, 0 where it has another, missing where it is missing. @throws Problem variable.unknown */
export function topBox(
  { source, codes }: TopBoxDefinition,
  answers: Answers,
  rowCount: number,
): NumericColumn {
  const column = answersTo(source, answers);
  const counts = hasCode(column, codes);
  const result = new Float64Array(rowCount);
  for (let row = 0; row < rowCount; row++) result[row] = isValid(column, row) ? Number(counts(row)) : NaN;
  return columnOf(result);
}
