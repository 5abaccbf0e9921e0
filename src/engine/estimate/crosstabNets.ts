import { policyOf, type Shown } from '../disclosure/disclosure.ts';
import type { ProtectedTable } from '../disclosure/protectTable.ts';
import { comparable, compareColumns } from '../inference/compareColumns.ts';
import type { Tally } from '../tally/talliedTable.ts';
import type { AxisTotal, CrosstabCell, CrosstabOptions } from './crosstabParts.ts';
import { suppressedShare } from './figures.ts';
import { countOf, ratioOf, totalOf, type Cells } from './ratio.ts';
import { shareEstimate, shareOf, wholeOf, type Whole } from './share.ts';
import type { Net } from './crosstabParts.ts';

/** A net as a further line of the table: its total, and its cells across the other axis. */
export interface NetLine {
  readonly total: AxisTotal;
  readonly cells: CrosstabCell[];
}

/**
 * Nets of a crosstab's categories: "agree" of "agree" and "strongly agree". Shares are those of the
 * union, with their own variance (R: `svymean(~I(row %in% net), subset(design, …))`).
 *
 * With `confidentiality` a net's cell is hidden where that of one of its categories is: it could
 * otherwise be computed from the net and the others.
 *
 * @param table cells row by row, as `crosstabOf` makes it.
 * @param guarded which figures confidentiality hides; `null` for other policies.
 */
export function crosstabNets(
  table: Tally,
  columnCount: number,
  nets: readonly Net[],
  options: CrosstabOptions,
  guarded: ProtectedTable | null,
): NetLine[] {
  const rowCount = table.cellCount / columnCount;
  const policy = policyOf(options);
  const all = wholeOf(table, new Uint8Array(table.cellCount).fill(1));
  return nets.map(({ axis, categories }) => {
    const isRow = axis === 'rows';
    const inNet = (cell: number): boolean =>
      categories.includes(isRow ? Math.floor(cell / columnCount) : cell % columnCount);
    const line = wholeOf(table, cellsWhere(table, inNet));
    const lineHidden = categories.some((one) =>
      isRow ? guarded?.rowHidden(one) : guarded?.columnHidden(one),
    );
    const across = Array.from({ length: isRow ? columnCount : rowCount }, (_, other) => {
      const inOther = (cell: number): boolean =>
        (isRow ? cell % columnCount : Math.floor(cell / columnCount)) === other;
      return {
        whole: wholeOf(table, cellsWhere(table, inOther)),
        hidden: (isRow ? guarded?.columnHidden(other) : guarded?.rowHidden(other)) ?? false,
        cellHidden: categories.some((one) =>
          isRow ? guarded?.cellHidden(one, other) : guarded?.cellHidden(other, one),
        ),
      };
    });
    const cells = across.map(({ whole, hidden, cellHidden }): CrosstabCell => {
      const part = line.cells.map((inside, cell) => inside & whole.cells[cell]);
      const shares = [all, line, whole].map((one) => shareOf(table, part, one));
      const shown: Shown = guarded
        ? cellHidden
          ? 'suppressed'
          : 'yes'
        : policy(Math.min(line.n, whole.n), shares);
      const [ofTotal, ofNet, ofOther] = [guarded?.totalHidden, lineHidden, hidden].map((without, index) =>
        shown === 'suppressed' || without ? suppressedShare : shareEstimate(shares[index], options),
      );
      return {
        n: shown === 'suppressed' ? null : countOf(table, part),
        weightedN: shown === 'suppressed' ? null : totalOf(table, part),
        ofTotal,
        ofRow: isRow ? ofNet : ofOther,
        ofColumn: isRow ? ofOther : ofNet,
        shown,
      };
    });
    const total = lineHidden ? { n: null, weightedN: null } : { n: line.n, weightedN: line.weightedN };
    return { total, cells: isRow ? withLetters(table, line, across, cells, options) : cells };
  });
}

/** A net row's shares of the columns beside each other. */
function withLetters(
  table: Tally,
  line: Whole,
  across: readonly { readonly whole: Whole }[],
  cells: CrosstabCell[],
  { letters }: CrosstabOptions,
): CrosstabCell[] {
  if (!letters) return cells;
  const compared = across.map(({ whole }, column) =>
    comparable(cells[column].ofColumn, () =>
      ratioOf(
        table,
        line.cells.map((inside, cell) => inside & whole.cells[cell]),
        whole.cells,
      ),
    ),
  );
  const found = compareColumns(table, compared, letters).letters;
  return cells.map((cell, column) => ({ ...cell, letters: found[column] }));
}

function cellsWhere(table: Tally, inside: (cell: number) => boolean): Cells {
  return Uint8Array.from({ length: table.cellCount }, (_, cell) => Number(inside(cell)));
}
