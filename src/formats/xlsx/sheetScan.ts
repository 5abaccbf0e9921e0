import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { CellGuess } from './cellGuess.ts';
import { textsOf } from './cellText.ts';
import type { MergedCells } from './sheetReader.ts';
import { CellKind, type SheetRow } from './sheetRow.ts';
import type { WorkbookSheet } from './workbook.ts';

/** What a first pass over a sheet finds out. */
export interface SheetScan {
  readonly header: readonly string[];
  /** The number of the header's row, as a spreadsheet shows it. */
  readonly headerRow: number;
  readonly guesses: readonly CellGuess[];
  /** Positions of the columns that have a name or a value; the others are passed over. */
  readonly used: readonly number[];
  /** Rows below the header that hold something. */
  readonly rowCount: number;
}

/** Rows from the top among which the header is looked for. */
const topRows = 20;
/**
 * A table may have this many places, or `placesForEach` for each cell that holds something, whichever is more: what
 * is made of a sheet stays in proportion to the file.
 */
const placesAnyway = 64 * 1024 * 1024;
const placesForEach = 100;

/**
 * Reads a sheet once to learn its header and the type of each column. The header is the first of the top rows that
 * is at least half as full as the fullest of them: titles above it are passed over, and so are rows without a value.
 *
 * @throws Problem `file.empty` for a sheet without cells; `file.mergedHeader`; `file.tooManyColumns` for a value
 * beyond the header; `file.unsupported` for a column of formulas that were never calculated.
 */
export async function scanSheet(file: string, sheet: WorkbookSheet): Promise<SheetScan> {
  let top: SheetRow[] = [];
  let scan: Scan | null = null;
  let merged: readonly MergedCells[] = [];
  for await (const block of sheet.read()) {
    merged = block.merged;
    for (const row of block.rows) {
      if (row.filled === 0) continue;
      if (scan !== null) scan.learn(row);
      else if (top.push(row) === topRows) {
        scan = new Scan(file, top);
        top = [];
      }
    }
  }
  if (scan === null && top.length === 0) throw new Problem('file.empty', { file });
  const { headerRow, names, guesses, rowCount, cells } = scan ?? new Scan(file, top);
  refuseMergedHeader(file, sheet.name, headerRow, names, merged);
  const used = usedColumns(names, guesses);
  if (used.length * rowCount > Math.max(placesAnyway, placesForEach * cells)) {
    throw new Problem('file.unsupported', {
      file,
      feature: phrase('emptyWorkbook', { sheet: sheet.name, rows: rowCount, columns: used.length }),
      advice: phrase('deleteEmpty'),
    });
  }
  guesses.forEach((guess, column) => {
    if (guess.empty && guess.notCalculated) {
      throw new Problem('file.unsupported', {
        file,
        feature: phrase('uncalculated', { column: names[column] }),
        advice: phrase('calculate'),
      });
    }
  });
  return { header: names, headerRow, guesses, used, rowCount };
}

class Scan {
  readonly headerRow: number;
  readonly names: readonly string[];
  readonly guesses: readonly CellGuess[];
  rowCount = 0;
  /** Cells below the header. */
  cells = 0;
  readonly #file: string;

  constructor(file: string, top: readonly SheetRow[]) {
    this.#file = file;
    const fullest = Math.max(...top.map(({ filled }) => filled));
    const at = top.findIndex(({ filled }) => filled * 2 >= fullest);
    const header = top[at];
    this.headerRow = header.number;
    this.names = textsOf(header);
    this.guesses = this.names.map(() => new CellGuess());
    for (const row of top.slice(at + 1)) this.learn(row);
  }

  learn(row: SheetRow): void {
    const { guesses } = this;
    for (let cell = 0; cell < row.cells; cell++) {
      const column = row.column(cell);
      if (column < guesses.length) guesses[column].add(row, cell);
      else if (row.kind(cell) !== CellKind.notCalculated) {
        throw new Problem('file.tooManyColumns', {
          file: this.#file,
          row: row.number,
          expected: guesses.length,
          found: row.width,
        });
      }
    }
    this.cells += row.cells;
    this.rowCount++;
  }
}

/** Where one name stands over several columns, the others have none; it is not for us to make them up. */
function refuseMergedHeader(
  file: string,
  sheet: string,
  headerRow: number,
  names: readonly string[],
  merged: readonly MergedCells[],
): void {
  const block = merged.find(
    ({ firstRow, lastRow, firstColumn, lastColumn }) =>
      firstRow <= headerRow &&
      lastRow >= headerRow &&
      firstColumn < names.length &&
      (lastColumn > firstColumn || firstRow < headerRow),
  );
  if (block !== undefined) {
    throw new Problem('file.mergedHeader', { file, sheet, row: headerRow, cells: block.place });
  }
}

function usedColumns(names: readonly string[], guesses: readonly CellGuess[]): number[] {
  const used: number[] = [];
  names.forEach((name, column) => {
    if (name.trim() !== '' || !guesses[column].empty) used.push(column);
  });
  return used;
}
