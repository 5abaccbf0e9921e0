import { upperTailChiSquare, upperTailF } from './distributions.ts';
import { interactionTraces, type Traces } from './interactionTraces.ts';
import type { Tally } from '../tally/talliedTable.ts';
import type { Statistic, Totals } from '../tally/statistic.ts';
import { covarianceOfStatistics } from '../tally/covarianceOfStatistics.ts';
import { variancesOf } from '../tally/variancesOf.ts';
import { noTest, type IndependenceTest } from './noTest.ts';
import { columnSum, rowSum, usedTable } from './usedTable.ts';

/**
 * Test of independence in an R × C table: Pearson's X² corrected for the design (Rao and Scott 1984;
 * method note §3), with ν of the table's own domain (`degf` of R's `subset`). F = X²/tr Δ, and
 *
 * - `second` order: d0 = (tr Δ)²/tr Δ², referred to F(d0, d0·ν) (Thomas and Rao 1987); R's
 *   `svychisq(statistic = "F")`, Stata's `svy: tabulate`.
 * - `first` order: F·k referred to χ² on k = (R − 1)(C − 1); R's `svychisq(statistic = "Chisq")`, which
 *   shows X² itself for a statistic and the same p.
 *
 * Rows and columns without respondents are left out; empty cells get 0 in D⁻¹.
 *
 * @param table cells row by row: cell = row · columnCount + column.
 * @returns a reason where fewer than two rows or columns are left, the table has no variance, too many
 * cells are empty (R stops), or it has more than 1,000 cells.
 */
export function raoScott(
  table: Tally,
  rowCount: number,
  columnCount: number,
  order: 'first' | 'second' = 'second',
): IndependenceTest {
  const used = usedTable(table, rowCount, columnCount);
  if (typeof used === 'string') return noTest(used);
  const { cells } = used;
  const total = cells.reduce((sum, cell) => sum + table.totals[cell], 0);
  const p = cells.map((cell) => table.totals[cell] / total);
  const pearson = pearsonOf(p, used.rowCount, used.columnCount);
  const traces =
    p.length === 4
      ? traceOfTwoByTwo(table, cells, p, total)
      : interactionTraces(p, shareCovariance(table, cells, p, total), used.rowCount, used.columnCount);
  if (traces === null) return noTest('emptyCells');
  const f = pearson / traces.trace;
  const contrasts = (used.rowCount - 1) * (used.columnCount - 1);
  // Never more than the contrasts, but for rounding.
  const d0 = Math.min(contrasts, (traces.trace * traces.trace) / traces.traceOfSquare);
  if (!(traces.trace > rounding) || !Number.isFinite(f) || !Number.isFinite(d0)) return noTest('noVariance');
  if (order === 'second') return { f, df1: d0, df2: d0 * table.df, p: upperTailF(f, d0, d0 * table.df) };
  return { f, df1: contrasts, df2: null, p: upperTailChiSquare(f * contrasts, contrasts) };
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
  const { statistic, simple } = scoreOfTwoByTwo(table, cells, p, total);
  const trace = variancesOf(table, [statistic])[0] / simple;
  return { trace, traceOfSquare: trace * trace };
}

export interface TwoByTwo {
  /** X²/n. */
  readonly pearson: number;
  /** Σ ±p̂/p over the cells: its deviation from 0 is what X² measures. */
  readonly statistic: Statistic;
  /** n times its variance in a simple sample. */
  readonly simple: number;
}

/** What the test of a 2 × 2 table with respondents in all rows and columns is made of. */
export function twoByTwo(table: Tally): TwoByTwo {
  const total = table.totals.reduce((sum, one) => sum + one, 0);
  const p = Array.from(table.totals, (one) => one / total);
  return { pearson: pearsonOf(p, 2, 2), ...scoreOfTwoByTwo(table, [0, 1, 2, 3], p, total) };
}

function scoreOfTwoByTwo(
  table: Tally,
  cells: readonly number[],
  p: readonly number[],
  total: number,
): Omit<TwoByTwo, 'pearson'> {
  const scores = p.map((share, cell) => (share > 0 ? signs[cell] / share : 0));
  const mean = dot(scores, p);
  const gradient = new Float64Array(table.cellCount);
  cells.forEach((cell, index) => (gradient[cell] = (scores[index] - mean) / total));
  const at = (totals: Totals): number => {
    const counted = cells.map((cell) => totals[cell]);
    return dot(scores, counted) / counted.reduce((sum, one) => sum + one, 0);
  };
  return { statistic: { estimate: mean, gradient, at }, simple: dot(scores, signs) };
}

/** A design effect below this times n is what rounding leaves where no PSU differs. */
const rounding = 1e-24;

const signs = [1, -1, -1, 1];

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

/**
 * Covariance of the shares p of the listed cells: (I − p1ᵀ) V (I − 1pᵀ) / total²; with replicate weights
 * that of the shares in the replicates themselves, as R's `svymean`.
 */
function shareCovariance(
  table: Tally,
  cells: readonly number[],
  p: readonly number[],
  total: number,
): Float64Array {
  const size = cells.length;
  if (table.design.replicates) return covarianceOfStatistics(table, sharesOf(table, cells, p, total));
  const { covariance, cellCount } = table;
  const at = Uint32Array.from(cells);
  const scale = 1 / (total * total);
  const matrix = new Float64Array(size * size);
  const rowTotals = new Float64Array(size);
  let grandTotal = 0;
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      const value = covariance[at[i] * cellCount + at[j]] * scale;
      matrix[i * size + j] = value;
      rowTotals[i] += value;
      grandTotal += value;
    }
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      matrix[i * size + j] += p[i] * p[j] * grandTotal - p[i] * rowTotals[j] - p[j] * rowTotals[i];
  return matrix;
}

/** The share of each listed cell in them all. */
function sharesOf(table: Tally, cells: readonly number[], p: readonly number[], total: number): Statistic[] {
  return cells.map((cell, index) => {
    const gradient = new Float64Array(table.cellCount);
    for (const other of cells) gradient[other] = -p[index] / total;
    gradient[cell] += 1 / total;
    const at = (totals: Totals): number =>
      totals[cell] / cells.reduce((sum, other) => sum + totals[other], 0);
    return { estimate: p[index], gradient, at };
  });
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * b[index], 0);
}
