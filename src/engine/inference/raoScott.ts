import { upperTailF } from './distributions.ts';
import { interactionTraces, type Traces } from './interactionTraces.ts';
import type { Tally } from '../tally/tally.ts';
import type { Totals } from '../tally/statistic.ts';
import { varianceOf } from '../tally/variance.ts';

export interface IndependenceTest {
  readonly f: number | null;
  readonly df1: number | null;
  readonly df2: number | null;
  readonly p: number | null;
}

export const noTest: IndependenceTest = { f: null, df1: null, df2: null, p: null };

const mostCells = 1000;

/**
 * Test of independence in an R × C table: Pearson's X² with Rao and Scott's (1984) second-order
 * correction, referred to F(d0, d0·ν) (Thomas and Rao 1987); R's `svychisq(statistic = "F")`, Stata's
 * `svy: tabulate`. Method note §3, with ν of the table's own domain (`degf` of R's `subset`).
 *
 * Rows and columns without respondents are left out; empty cells get 0 in D⁻¹.
 *
 * @param table cells row by row: cell = row · columnCount + column.
 * @returns nulls where fewer than two rows or columns are left, the table has no variance, too many
 * cells are empty (R stops), or it has more than 1,000 cells.
 */
export function raoScott(table: Tally, rowCount: number, columnCount: number): IndependenceTest {
  const rows = used(rowCount, (row) => rowSum(table.counts, row, columnCount));
  const columns = used(columnCount, (column) => columnSum(table.counts, column, columnCount));
  if (rows.length < 2 || columns.length < 2 || !(table.df > 0)) return noTest;
  if (rows.length * columns.length > mostCells) return noTest;

  const cells = rows.flatMap((row) => columns.map((column) => row * columnCount + column));
  const total = cells.reduce((sum, cell) => sum + table.totals[cell], 0);
  const p = cells.map((cell) => table.totals[cell] / total);
  const pearson = pearsonOf(p, rows.length, columns.length);
  const traces =
    p.length === 4
      ? traceOfTwoByTwo(table, cells, p, total)
      : interactionTraces(p, shareCovariance(table, cells, p, total), rows.length, columns.length);
  return traces === null ? noTest : fTest(pearson / traces.trace, traces, table.df);
}

/**
 * In a 2 × 2 table Δ is one number, the variance of Σ ±p̂/p over that under simple sampling: taken
 * directly, without V.
 */
function traceOfTwoByTwo(
  table: Tally,
  cells: readonly number[],
  p: readonly number[],
  total: number,
): Traces {
  const scores = p.map((share, cell) => (share > 0 ? signs[cell] / share : 0));
  const mean = dot(scores, p);
  const gradient = new Float64Array(table.cellCount);
  cells.forEach((cell, index) => (gradient[cell] = (scores[index] - mean) / total));
  const at = (totals: Totals): number => {
    const counted = cells.map((cell) => totals[cell]);
    return dot(scores, counted) / counted.reduce((sum, one) => sum + one, 0);
  };
  const trace = varianceOf(table, { estimate: mean, gradient, at }) / dot(scores, signs);
  return { trace, traceOfSquare: trace * trace };
}

const signs = [1, -1, -1, 1];

function fTest(f: number, { trace, traceOfSquare }: Traces, df: number): IndependenceTest {
  const df1 = (trace * trace) / traceOfSquare;
  const df2 = df1 * df;
  if (!Number.isFinite(f) || !Number.isFinite(df1)) return noTest;
  return { f, df1, df2, p: upperTailF(f, df1, df2) };
}

/** X²/n = Σ (p_ij − p_i· p_·j)² / (p_i· p_·j). */
function pearsonOf(p: readonly number[], rowCount: number, columnCount: number): number {
  const rows = Array.from({ length: rowCount }, (_, row) => rowSum(p, row, columnCount));
  const columns = Array.from({ length: columnCount }, (_, column) => columnSum(p, column, columnCount));
  let sum = 0;
  for (let row = 0; row < rowCount; row++)
    for (let column = 0; column < columnCount; column++) {
      const expected = rows[row] * columns[column];
      const difference = p[row * columnCount + column] - expected;
      sum += (difference * difference) / expected;
    }
  return sum;
}

/** Covariance of the shares p of the listed cells: (I − p1ᵀ) V (I − 1pᵀ) / total². */
function shareCovariance(
  table: Tally,
  cells: readonly number[],
  p: readonly number[],
  total: number,
): Float64Array {
  const size = cells.length;
  const matrix = new Float64Array(size * size);
  const rowTotals = new Float64Array(size);
  let grandTotal = 0;
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      const value = table.covariance[cells[i] * table.cellCount + cells[j]] / (total * total);
      matrix[i * size + j] = value;
      rowTotals[i] += value;
      grandTotal += value;
    }
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      matrix[i * size + j] += p[i] * p[j] * grandTotal - p[i] * rowTotals[j] - p[j] * rowTotals[i];
  return matrix;
}

function used(count: number, sum: (index: number) => number): number[] {
  return Array.from({ length: count }, (_, index) => index).filter((index) => sum(index) > 0);
}

function rowSum(table: ArrayLike<number>, row: number, columnCount: number): number {
  let sum = 0;
  for (let column = 0; column < columnCount; column++) sum += table[row * columnCount + column];
  return sum;
}

function columnSum(table: ArrayLike<number>, column: number, columnCount: number): number {
  let sum = 0;
  for (let cell = column; cell < table.length; cell += columnCount) sum += table[cell];
  return sum;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * b[index], 0);
}
