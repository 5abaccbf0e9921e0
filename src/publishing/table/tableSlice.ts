import type { DocumentTable } from '#presentation/tableDocument.ts';
import { placedCells, placedHeads } from './tableGridlines.ts';

interface Placed {
  readonly at: number;
  readonly columns: number;
}

/** The columns of figures from `from` to before `to`, with all labels; what goes over the edge ends there. */
export function tableSlice(table: DocumentTable, from: number, to: number): DocumentTable {
  const within = <Each extends Placed>(all: readonly Each[]): Each[] =>
    all.flatMap((each) => {
      const columns = Math.min(each.at + each.columns, to) - Math.max(each.at, from);
      return columns > 0 ? [{ ...each, columns }] : [];
    });
  return {
    ...table,
    columnCount: to - from,
    heads: placedHeads(table).map(within),
    sections: table.sections.map((section) => ({
      ...section,
      rows: section.rows.map((row) => ({ ...row, cells: within(placedCells(row.cells)) })),
    })),
  };
}
