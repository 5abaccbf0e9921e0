import type { SurveyDesign } from '../design/surveyDesign.ts';
import { policyOf, usualMinimum, type Shown } from '../disclosure/disclosure.ts';
import { protectTable } from '../disclosure/protectTable.ts';
import { comparable, compareColumns, type LetterOptions } from '../inference/compareColumns.ts';
import { independenceTest } from '../inference/independence.ts';
import { noTest, type IndependenceTest } from '../inference/noTest.ts';
import type { Tally } from '../tally/talliedTable.ts';
import { tally } from '../tally/tally.ts';
import { crosstabNets, type NetLine } from './crosstabNets.ts';
import { suppressedShare, type ShareEstimate } from './figures.ts';
import { ratioOf, totalOf, type Cells } from './ratio.ts';
import { shareEstimate, sharesOf, wholesOf, type Whole } from './share.ts';
import type { CrosstabCell, AxisTotal, CrosstabOptions } from './crosstabParts.ts';

export interface Crosstab {
  readonly rows: AxisTotal[];
  readonly columns: AxisTotal[];
  /** Row by row. */
  readonly cells: CrosstabCell[];
  /** As asked for, in that order. */
  readonly nets: NetLine[];
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
 * With `confidentiality` cells and totals are hidden so that none can be computed from the others
 * (`protectTable`). A hidden total takes the shares with it of which it is the denominator; where anything
 * is hidden the test is withheld, for in a small simple sample it can be solved for a hidden cell.
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
  options: CrosstabOptions,
): Crosstab {
  const cellOf = new Int32Array(rows.length);
  for (let index = 0; index < rows.length; index++)
    cellOf[index] = rows[index] < 0 || columns[index] < 0 ? -1 : rows[index] * columnCount + columns[index];
  const cellCount = rowCount * columnCount;
  const table = tally(design, cellOf, cellCount);

  const cellsWhere = (inside: (cell: number) => boolean): Cells =>
    Uint8Array.from({ length: cellCount }, (_, cell) => Number(inside(cell)));
  const [all, ...lines] = wholesOf(table, [
    cellsWhere(() => true),
    ...Array.from({ length: rowCount }, (_, row) =>
      cellsWhere((cell) => Math.floor(cell / columnCount) === row),
    ),
    ...Array.from({ length: columnCount }, (_, column) =>
      cellsWhere((cell) => cell % columnCount === column),
    ),
  ]);
  const ofRows = lines.slice(0, rowCount);
  const ofColumns = lines.slice(rowCount);
  const single = Array.from({ length: cellCount }, (_, cell) =>
    new Uint8Array(cellCount).fill(1, cell, cell + 1),
  );
  const policy = policyOf(options);
  const isConfidential = options.disclosure === 'confidentiality';
  const guarded = isConfidential
    ? protectTable(table.counts, rowCount, columnCount, options.minimumCount ?? usualMinimum)
    : null;

  const allShares = sharesOf(
    table,
    single.flatMap((part, cell) =>
      [all, ofRows[Math.floor(cell / columnCount)], ofColumns[cell % columnCount]].map((whole) => ({
        part,
        whole,
      })),
    ),
  );
  const cells: CrosstabCell[] = [];
  for (let row = 0; row < rowCount; row++)
    for (let column = 0; column < columnCount; column++) {
      const cell = row * columnCount + column;
      const shares = allShares.slice(3 * cell, 3 * cell + 3);
      const smallest = Math.min(ofRows[row].n, ofColumns[column].n);
      const shown = guarded ? shownUnless(guarded.cellHidden(row, column)) : policy(smallest, shares);
      const hidden = shown === 'suppressed';
      const share = (index: number, withoutTotal = false): ShareEstimate =>
        hidden || withoutTotal ? suppressedShare : shareEstimate(shares[index], options);
      cells.push({
        n: hidden ? null : table.counts[cell],
        weightedN: hidden ? null : table.totals[cell],
        ofTotal: share(0, guarded?.totalHidden),
        ofRow: share(1, guarded?.rowHidden(row)),
        ofColumn: share(2, guarded?.columnHidden(column)),
        shown,
      });
    }

  const total = ({ n, cells }: Whole, hidden = false): AxisTotal =>
    hidden ? { n: null, weightedN: null } : { n, weightedN: totalOf(table, cells) };
  const withheld = guarded ? guarded.anyHidden : policy(all.n, []) === 'suppressed';
  return {
    rows: ofRows.map((whole, row) => total(whole, guarded?.rowHidden(row))),
    columns: ofColumns.map((whole, column) => total(whole, guarded?.columnHidden(column))),
    cells: options.letters ? withLetters(table, cells, single, ofColumns, options.letters) : cells,
    nets: crosstabNets(table, columnCount, options.nets ?? [], options, guarded),
    test: withheld ? noTest('suppressed') : independenceTest(table, rowCount, columnCount, options.test),
  };
}

function shownUnless(hidden: boolean): Shown {
  return hidden ? 'suppressed' : 'yes';
}

/** Each row's shares of the columns beside each other; what is not shown or does not vary takes no part. */
function withLetters(
  table: Tally,
  cells: readonly CrosstabCell[],
  single: readonly Cells[],
  ofColumns: readonly Whole[],
  options: LetterOptions,
): CrosstabCell[] {
  const width = ofColumns.length;
  const rows = Array.from({ length: cells.length / width }, (_, row) => {
    const compared = ofColumns.map((whole, column) =>
      comparable(cells[row * width + column].ofColumn, () =>
        ratioOf(table, single[row * width + column], whole.cells),
      ),
    );
    return compareColumns(table, compared, options).letters;
  });
  const letters = rows.flat();
  return cells.map((cell, index) => ({ ...cell, letters: letters[index] }));
}
