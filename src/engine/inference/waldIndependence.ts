import type { Tally } from '../tally/talliedTable.ts';
import { upperTailF } from './distributions.ts';
import { inverseForm } from './inverseForm.ts';
import { noTest, type IndependenceTest } from './noTest.ts';
import { columnSum, rowSum, usedTable } from './usedTable.ts';

/**
 * Wald's test of independence in an R × C table (Koch, Freeman and Freeman 1975; adjusted after Thomas
 * and Rao 1987 and Fellegi 1980): Y_ij = t_ij − t_i·t_·j/t_·· over all rows and columns but the first,
 * k = (R − 1)(C − 1), W = YᵀV_Y⁻¹Y with V_Y = JVJᵀ, J the derivatives of Y. W/k is referred to F(k, ν),
 * or adjusted W/k·(ν − k + 1)/ν to F(k, ν − k + 1); R's `svychisq(statistic = "Wald" | "adjWald")`.
 * ν is that of the table's own domain.
 *
 * Rows and columns without respondents are left out.
 *
 * @returns reasons `tooFewPsus` where k > ν (adjusted: R has F of negative degrees of freedom and NaN; V_Y
 * then has not full rank) and `singular` where V_Y cannot be inverted (R stops).
 */
export function waldIndependence(
  table: Tally,
  rowCount: number,
  columnCount: number,
  adjusted: boolean,
): IndependenceTest {
  const used = usedTable(table, rowCount, columnCount);
  if (typeof used === 'string') return noTest(used);
  const df1 = (used.rowCount - 1) * (used.columnCount - 1);
  const df2 = adjusted ? table.df - df1 + 1 : table.df;
  if (df1 > table.df) return noTest('tooFewPsus');

  const totals = used.cells.map((cell) => table.totals[cell]);
  const all = totals.reduce((sum, one) => sum + one, 0);
  const shares = totals.map((total) => total / all);
  const rows = Array.from({ length: used.rowCount }, (_, row) => rowSum(shares, row, used.columnCount));
  const columns = Array.from({ length: used.columnCount }, (_, column) =>
    columnSum(shares, column, used.columnCount),
  );
  const residuals = new Float64Array(df1);
  const derivatives: Float64Array[] = [];
  for (let row = 1; row < used.rowCount; row++)
    for (let column = 1; column < used.columnCount; column++) {
      const at = row * used.columnCount + column;
      residuals[derivatives.length] = all * (shares[at] - rows[row] * columns[column]);
      derivatives.push(
        Float64Array.from(shares, (_, cell) => {
          const inRow = Math.floor(cell / used.columnCount) === row ? columns[column] : 0;
          const inColumn = cell % used.columnCount === column ? rows[row] : 0;
          return Number(cell === at) - inRow - inColumn + rows[row] * columns[column];
        }),
      );
    }
  const form = inverseForm(residuals, covarianceOfResiduals(table, used.cells, derivatives));
  if (form === null) return noTest('singular');
  const f = ((form / df1) * df2) / table.df;
  return { f, df1, df2, p: upperTailF(f, df1, df2) };
}

/** JVJᵀ. */
function covarianceOfResiduals(
  { covariance, cellCount }: Tally,
  cells: readonly number[],
  derivatives: readonly Float64Array[],
): Float64Array {
  const size = derivatives.length;
  const halves = derivatives.map((derivative) =>
    Float64Array.from(cells, (cell) => {
      let sum = 0;
      for (let other = 0; other < cells.length; other++)
        sum += covariance[cell * cellCount + cells[other]] * derivative[other];
      return sum;
    }),
  );
  const matrix = new Float64Array(size * size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) {
      let sum = 0;
      for (let cell = 0; cell < cells.length; cell++) sum += derivatives[row][cell] * halves[column][cell];
      matrix[row * size + column] = sum;
      matrix[column * size + row] = sum;
    }
  return matrix;
}
