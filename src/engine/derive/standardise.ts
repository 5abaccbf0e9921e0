import type { NumericColumn } from '../survey/column.ts';
import { Problem } from '../survey/problem.ts';
import type { StandardiseDefinition } from './definition.ts';
import { columnOf, isValid, numbersOf, type Answers } from './numbers.ts';

/**
 * z = (x − m) ÷ s over the valid values. Unweighted: the mean and the standard deviation with n − 1, as
 * R's `scale`. Weighted: m = Σwx ÷ Σw and s² = n ÷ (n − 1) · Σw(x − m)² ÷ Σw, as the square root of
 * R survey's `svyvar`; n counts valid values of positive weight.
 *
 * @param weights one a row, none negative; `null`: unweighted.
 * @throws Problem variable.unknown, variable.notNumeric; derived.noSpread where all values are the same
 */
export function standardise(
  { source }: StandardiseDefinition,
  answers: Answers,
  weights: Float64Array | null,
): NumericColumn {
  const column = numbersOf(source, 'asStandardise', answers);
  const { values } = column;
  const weightOf = (row: number): number => (isValid(column, row) ? (weights?.[row] ?? 1) : 0);
  let n = 0;
  let total = 0;
  let sum = 0;
  for (let row = 0; row < values.length; row++) {
    const weight = weightOf(row);
    if (weight === 0) continue;
    n++;
    total += weight;
    sum += weight * values[row];
  }
  const mean = sum / total;
  let squares = 0;
  for (let row = 0; row < values.length; row++) {
    const weight = weightOf(row);
    if (weight > 0) squares += weight * (values[row] - mean) ** 2;
  }
  const deviation = Math.sqrt(((n / (n - 1)) * squares) / total);
  if (!(deviation > 0)) throw new Problem('derived.noSpread', { variable: source });
  return columnOf(
    Float64Array.from(values, (value, row) => (isValid(column, row) ? (value - mean) / deviation : NaN)),
  );
}
