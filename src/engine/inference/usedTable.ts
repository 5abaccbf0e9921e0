import type { Tally } from '../tally/talliedTable.ts';
import type { Reason } from './reason.ts';

/** The part of a two-way table in which there are respondents. */
export interface UsedTable {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Its cells among those of the whole table, row by row. */
  readonly cells: readonly number[];
}

const mostCells = 1000;

/** Rows and columns without respondents are left out. @returns a reason where no test can be made. */
export function usedTable(table: Tally, rowCount: number, columnCount: number): UsedTable | Reason {
  const { counts } = table;
  const rows = used(rowCount, (row) => rowSum(counts, row, columnCount));
  const columns = used(columnCount, (column) => columnSum(counts, column, columnCount));
  if (rows.length === 0) return 'noRespondents';
  if (rows.length < 2 || columns.length < 2) return 'singleCategory';
  if (!(table.df > 0)) return 'noDegreesOfFreedom';
  if (rows.length * columns.length > mostCells) return 'tooLarge';
  return {
    rowCount: rows.length,
    columnCount: columns.length,
    cells: rows.flatMap((row) => columns.map((column) => row * columnCount + column)),
  };
}

function used(count: number, sum: (index: number) => number): number[] {
  return Array.from({ length: count }, (_, index) => index).filter((index) => sum(index) > 0);
}

export function rowSum(table: ArrayLike<number>, row: number, columnCount: number): number {
  let sum = 0;
  for (let column = 0; column < columnCount; column++) sum += table[row * columnCount + column];
  return sum;
}

export function columnSum(table: ArrayLike<number>, column: number, columnCount: number): number {
  let sum = 0;
  for (let cell = column; cell < table.length; cell += columnCount) sum += table[cell];
  return sum;
}
