import type { Column } from '#engine/survey/column.ts';
import type { Value, Variable } from '#engine/survey/variable.ts';
import { isSetAside } from '../data/missing.ts';
import { countValues } from '../data/summarise.ts';

/** One variable as every noticing sees it. */
export interface Look {
  readonly variable: Variable;
  readonly column: Column;
  /** Codes that the user set aside, beside the file's own rule. */
  readonly marked: readonly Value[];
  /** Rows that hold each value, set aside or not; `null` where there are very many different ones. */
  readonly counts: ReadonlyMap<Value, number> | null;
  /** The same without empty texts and values that are set aside. */
  readonly valid: ReadonlyMap<Value, number> | null;
}

export function lookAt(variable: Variable, column: Column, marked: readonly Value[]): Look {
  const counted = countValues(column, null);
  if (counted === null) return { variable, column, marked, counts: null, valid: null };
  const counts = new Map<Value, number>();
  const valid = new Map<Value, number>();
  for (const [value, { n }] of counted) {
    counts.set(value, n);
    if (value !== '' && !Number.isNaN(value) && !isSetAside(value, variable.missing, marked))
      valid.set(value, n);
  }
  return { variable, column, marked, counts, valid };
}

/** How many rows, and the first few of them counted from 1, hold a number for which `matches` holds. */
export function rowsWith(
  { values, reasons }: Extract<Column, { kind: 'numeric' }>,
  matches: (value: number) => boolean,
): Map<number, { n: number; rows: number[] }> {
  const found = new Map<number, { n: number; rows: number[] }>();
  for (let row = 0; row < values.length; row++) {
    if ((reasons !== null && reasons[row] !== 0) || !matches(values[row])) continue;
    const one = found.get(values[row]) ?? { n: 0, rows: [] };
    if (one.n === 0) found.set(values[row], one);
    one.n++;
    if (one.rows.length < mostRows) one.rows.push(row + 1);
  }
  return found;
}

/** Rows named for one value. */
export const mostRows = 5;
/** Values, groups or codes named for one finding; counts are always of all. */
export const mostNamed = 10;
