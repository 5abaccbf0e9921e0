import type { TableCell } from '#contract/table.ts';
import type { Share } from './tableDefinition.ts';

/** The figure that a cell is about. A set has shares of the column only. */
export function figureOf(cell: TableCell, share: Share): TableCell['ofColumn'] {
  return cell.mean ?? cell[share] ?? cell.ofColumn;
}
