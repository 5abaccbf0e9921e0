import type { SurveyDesign } from '../design/surveyDesign.ts';
import { disclosurePolicies, type Shown } from '../disclosure/disclosure.ts';
import { independenceTest } from '../inference/independence.ts';
import { noTest, type IndependenceTest } from '../inference/noTest.ts';
import { tally } from '../tally/tally.ts';
import { noShare, type EstimateOptions, type ShareEstimate } from './figures.ts';
import { totalOf, type Cells } from './ratio.ts';
import { shareEstimate, shareOf, wholeOf, type Whole } from './share.ts';

export interface CrosstabCell {
  readonly n: number | null;
  readonly weightedN: number | null;
  readonly ofTotal: ShareEstimate;
  readonly ofRow: ShareEstimate;
  readonly ofColumn: ShareEstimate;
  readonly shown: Shown;
}

/** Respondents of one row or column of the table: those with a valid answer to both variables. */
export interface AxisTotal {
  readonly n: number;
  readonly weightedN: number;
}

export interface Crosstab {
  readonly rows: AxisTotal[];
  readonly columns: AxisTotal[];
  /** Row by row. */
  readonly cells: CrosstabCell[];
  readonly test: IndependenceTest;
}

/**
 * A two-way table over the respondents that have a row and a column.
 *
 * Shares are domain means (see `shareOf`): of the table, of the row, of the column; the test is
 * `independenceTest` over the whole table. A cell is shown by the smaller of its row's and its column's
 * unweighted n; when suppressed it gives no figure at all. The test is withheld where the policy
 * would suppress a share over all respondents of the table.
 *
 * @param rows for each row of the file its row of the table, −1 outside. @param columns likewise.
 * @throws `Problem` design.lonelyPsu, as `tally`.
 */
export function crosstabOf(
  design: SurveyDesign,
  rows: Int32Array,
  rowCount: number,
  columns: Int32Array,
  columnCount: number,
  options: EstimateOptions,
): Crosstab {
  const cellOf = new Int32Array(rows.length);
  for (let index = 0; index < rows.length; index++)
    cellOf[index] = rows[index] < 0 || columns[index] < 0 ? -1 : rows[index] * columnCount + columns[index];
  const cellCount = rowCount * columnCount;
  const table = tally(design, cellOf, cellCount);

  const part = (inside: (cell: number) => boolean): Whole =>
    wholeOf(
      table,
      Uint8Array.from({ length: cellCount }, (_, cell) => Number(inside(cell))),
    );
  const all = part(() => true);
  const ofRows = Array.from({ length: rowCount }, (_, row) =>
    part((cell) => Math.floor(cell / columnCount) === row),
  );
  const ofColumns = Array.from({ length: columnCount }, (_, column) =>
    part((cell) => cell % columnCount === column),
  );
  const total = ({ n, cells }: Whole): AxisTotal => ({ n, weightedN: totalOf(table, cells) });
  const policy = disclosurePolicies[options.disclosure];

  const one: Cells = new Uint8Array(cellCount);
  const cells: CrosstabCell[] = [];
  for (let row = 0; row < rowCount; row++)
    for (let column = 0; column < columnCount; column++) {
      const cell = row * columnCount + column;
      one[cell] = 1;
      const shares = [all, ofRows[row], ofColumns[column]].map((whole) => shareOf(table, one, whole));
      one[cell] = 0;
      const shown = policy(Math.min(ofRows[row].n, ofColumns[column].n), shares);
      const hidden = shown === 'suppressed';
      const [ofTotal, ofRow, ofColumn] = shares.map((share) =>
        hidden ? noShare : shareEstimate(share, options),
      );
      const n = hidden ? null : table.counts[cell];
      cells.push({ n, weightedN: hidden ? null : table.totals[cell], ofTotal, ofRow, ofColumn, shown });
    }

  const test =
    policy(all.n, []) === 'suppressed'
      ? noTest('suppressed')
      : independenceTest(table, rowCount, columnCount, options.test);
  return { rows: ofRows.map(total), columns: ofColumns.map(total), cells, test };
}
