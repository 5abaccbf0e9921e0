import type { Tally } from '../tally/talliedTable.ts';
import type { IndependenceTest } from './noTest.ts';
import { raoScott } from './raoScott.ts';
import { waldIndependence } from './waldIndependence.ts';

/**
 * Tests of independence in a two-way table, with R's names for them (`svychisq(statistic = )`):
 *
 * - `rao-scott`: Pearson's X² with Rao and Scott's second-order correction, on F(d0, d0·ν); "F".
 * - `rao-scott-first`: the same with their first-order correction, on χ²; "Chisq".
 * - `wald`: Wald's test that the cells are what their margins make them, on F(k, ν); "Wald".
 * - `adjusted-wald`: the same on F(k, ν − k + 1); "adjWald", Stata's `svy: tabulate, wald`.
 */
export type TestMethod = 'rao-scott' | 'rao-scott-first' | 'adjusted-wald' | 'wald';

/**
 * The table's test by the method asked for.
 *
 * @param table cells row by row: cell = row · columnCount + column.
 */
export function independenceTest(
  table: Tally,
  rowCount: number,
  columnCount: number,
  method: TestMethod = 'rao-scott',
): IndependenceTest {
  switch (method) {
    case 'rao-scott':
      return raoScott(table, rowCount, columnCount, 'second');
    case 'rao-scott-first':
      return raoScott(table, rowCount, columnCount, 'first');
    case 'wald':
    case 'adjusted-wald':
      return waldIndependence(table, rowCount, columnCount, method === 'adjusted-wald');
  }
}
