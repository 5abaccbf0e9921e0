import type { SheetRow } from './sheetRow.ts';
import type { MergedCells } from './sheetReader.ts';

/** A workbook, opened: its sheets are known, their cells are not read. */
export interface Workbook {
  readonly path: string;
  readonly format: 'xlsx' | 'xls';
  /** In the order of their tabs; sheets of charts are left out. */
  readonly sheets: readonly WorkbookSheet[];
  /** Whether day 0 is 1904-01-01, as on old Macs; else it is 1899-12-30. */
  readonly from1904: boolean;
}

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows below the header, as the sheet itself states its extent; `null` where it does not. */
  readonly rows: number | null;
  /** The rows that hold something, in blocks, from the top. */
  read(): AsyncGenerator<SheetBlock>;
}

export interface SheetBlock {
  readonly rows: readonly SheetRow[];
  /** Known when the last block has come. */
  readonly merged: readonly MergedCells[];
  /** Share of the sheet that has been read, 0–1. */
  readonly fraction: number;
}
