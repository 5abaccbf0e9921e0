import type { Column, NumericColumn } from '../survey/column.ts';
import { MissingReason } from '../survey/column.ts';
import { phrase } from '../survey/phrase.ts';
import type { PhraseCode } from '../survey/phraseCodes.ts';
import { Problem } from '../survey/problem.ts';

/** Columns by name, declared and marked missing values set aside: not 0 in `reasons`, or the empty text. */
export type Answers = ReadonlyMap<string, Column>;

/** @throws Problem variable.unknown */
export function answersTo(name: string, answers: Answers): Column {
  const column = answers.get(name);
  if (column === undefined) throw new Problem('variable.unknown', { variable: name });
  return column;
}

/** @throws Problem variable.unknown, variable.notNumeric */
export function numbersOf(name: string, use: PhraseCode, answers: Answers): NumericColumn {
  const column = answersTo(name, answers);
  if (column.kind === 'text') throw new Problem('variable.notNumeric', { variable: name, use: phrase(use) });
  return column;
}

export function isValid(column: Column, row: number): boolean {
  if (column.kind === 'text') return column.dictionary[column.codes[row]] !== '';
  return (
    (column.reasons === null || column.reasons[row] === MissingReason.present) &&
    !Number.isNaN(column.values[row])
  );
}

/** A column of numbers in the narrowest type that keeps them; NaN and infinite ones become system-missing. */
export function columnOf(numbers: Float64Array): NumericColumn {
  const reasons = new Uint8Array(numbers.length);
  let absent = false;
  let whole = true;
  let low = 0;
  let high = 0;
  for (let row = 0; row < numbers.length; row++) {
    const value = numbers[row];
    if (!Number.isFinite(value)) {
      reasons[row] = MissingReason.system;
      absent = true;
    } else {
      whole &&= Number.isInteger(value);
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  const values = Float64Array.from(numbers, (value, row) => (reasons[row] === 0 ? value + 0 : 0));
  return {
    kind: 'numeric',
    values: whole ? narrowed(values, low, high) : values,
    reasons: absent ? reasons : null,
  };
}

function narrowed(values: Float64Array, low: number, high: number): NumericColumn['values'] {
  if (low >= 0 && high <= 255) return Uint8Array.from(values);
  if (low >= -128 && high <= 127) return Int8Array.from(values);
  if (low >= -32_768 && high <= 32_767) return Int16Array.from(values);
  return low >= -2_147_483_648 && high <= 2_147_483_647 ? Int32Array.from(values) : values;
}
