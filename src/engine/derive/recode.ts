import type { Column, NumericColumn } from '../survey/column.ts';
import type { Value } from '../survey/variable.ts';
import type { RecodeDefinition } from './definition.ts';
import { answersTo, columnOf, isValid, numbersOf, type Answers } from './numbers.ts';
import { useOfNumbers } from './sourcesOf.ts';

/**
 * Old values to new codes, as SPSS's RECODE: the first rule that names a value decides, ranges include
 * both ends. Missing rows become `whenMissing`.
 *
 * @throws Problem variable.unknown; variable.notNumeric where `keep` or a range meets text
 */
export function recode(definition: RecodeDefinition, answers: Answers): NumericColumn {
  const { source, rules, otherwise, whenMissing } = definition;
  const use = useOfNumbers(definition);
  const column = use === null ? answersTo(source, answers) : numbersOf(source, use, answers);
  const other = (value: Value): number =>
    otherwise === 'missing' ? NaN : otherwise === 'keep' ? Number(value) : otherwise;
  const known = new Map<Value, number>();
  const codeOf = (value: Value): number => {
    const kept = known.get(value);
    if (kept !== undefined) return kept;
    const rule = rules.find(
      ({ values, ranges }) => values.includes(value) || ranges.some((one) => isIn(value, one)),
    );
    const code = rule === undefined ? other(value) : (rule.to ?? NaN);
    if (known.size < mostKnown) known.set(value, code);
    return code;
  };
  const result = new Float64Array(rowsOf(column));
  for (let row = 0; row < result.length; row++) {
    result[row] = isValid(column, row) ? codeOf(valueAt(column, row)) : (whenMissing ?? NaN);
  }
  return columnOf(result);
}

/** Distinct values whose code is remembered. */
const mostKnown = 10_000;

function isIn(
  value: Value,
  { low, high }: { readonly low: number | null; readonly high: number | null },
): boolean {
  return typeof value === 'number' && value >= (low ?? -Infinity) && value <= (high ?? Infinity);
}

function valueAt(column: Column, row: number): Value {
  return column.kind === 'text' ? column.dictionary[column.codes[row]] : column.values[row];
}

function rowsOf(column: Column): number {
  return column.kind === 'text' ? column.codes.length : column.values.length;
}
