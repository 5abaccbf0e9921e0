import type { Column } from '../survey/column.ts';

/** A column as codes into its sorted distinct values: numbers by size, texts by code unit. */
export interface Factor {
  readonly codes: Uint32Array;
  readonly names: readonly string[];
}

/** @returns the factor, and the rows that have no value (their code means nothing). */
export function factorOf(column: Column, rowCount: number): { factor: Factor; missing: number[] } {
  const codes = new Uint32Array(rowCount);
  const missing: number[] = [];
  const firstSeen = new Map<number, number>();
  const distinct: number[] = [];
  const isText = column.kind === 'text';
  const values = isText ? column.codes : column.values;
  const absent = isText
    ? (row: number): boolean => column.dictionary[column.codes[row]] === ''
    : (row: number): boolean =>
        (column.reasons !== null && column.reasons[row] !== 0) || Number.isNaN(column.values[row]);

  for (let row = 0; row < rowCount; row++) {
    if (absent(row)) {
      missing.push(row);
      continue;
    }
    const value = values[row];
    let code = firstSeen.get(value);
    if (code === undefined) {
      code = distinct.length;
      firstSeen.set(value, code);
      distinct.push(value);
    }
    codes[row] = code;
  }

  const name = (value: number): string => (isText ? column.dictionary[value] : String(value));
  const compare = isText
    ? (a: number, b: number): number => (name(distinct[a]) < name(distinct[b]) ? -1 : 1)
    : (a: number, b: number): number => distinct[a] - distinct[b];
  const sorted = distinct.map((_, code) => code).sort(compare);
  const rank = new Uint32Array(distinct.length);
  sorted.forEach((code, place) => (rank[code] = place));
  for (let row = 0; row < rowCount; row++) codes[row] = rank[codes[row]];
  return { factor: { codes, names: sorted.map((code) => name(distinct[code])) }, missing };
}
