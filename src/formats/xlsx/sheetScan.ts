import { Problem } from '#engine/survey/problem.ts';
import { CellGuess } from './cellGuess.ts';
import { CellKind, type SheetRow } from './sheetRow.ts';
import { textOf } from './cellText.ts';
import type { MergedCells } from './sheetReader.ts';
import type { WorkbookSheet } from './workbook.ts';

/** What a first pass over a sheet finds out. */
export interface SheetScan {
  readonly header: readonly string[];
  /** The number of the header's row, as a spreadsheet shows it. */
  readonly headerRow: number;
  readonly guesses: readonly CellGuess[];
  /** Rows below the header that hold something. */
  readonly rowCount: number;
}

/** Rows from the top among which the header is looked for. */
const topRows = 20;

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
  const { headerRow, names, guesses, rowCount } = scan ?? new Scan(file, top);
  refuseMergedHeader(file, sheet.name, headerRow, names, merged);
  const header = names.slice(0, lastUsed(names, guesses) + 1);
  guesses.forEach((guess, column) => {
    if (guess.empty && guess.notCalculated) {
      throw new Problem('file.unsupported', {
        file,
        feature: `a workbook whose formulas in “${names[column]}” were never calculated`,
        advice: 'open it in Excel or LibreOffice and save it there',
      });
    }
  });
  return { header, headerRow, guesses: guesses.slice(0, header.length), rowCount };
}

class Scan {
  readonly headerRow: number;
  readonly names: readonly string[];
  readonly guesses: readonly CellGuess[];
  rowCount = 0;
  readonly #file: string;

  constructor(file: string, top: readonly SheetRow[]) {
    this.#file = file;
    const fullest = Math.max(...top.map(({ filled }) => filled));
    const at = top.findIndex(({ filled }) => filled * 2 >= fullest);
    const header = top[at];
    this.headerRow = header.number;
    this.names = Array.from({ length: header.width }, (_, column) => textOf(header, column));
    this.guesses = this.names.map(() => new CellGuess());
    for (const row of top.slice(at + 1)) this.learn(row);
  }

  learn(row: SheetRow): void {
    const { guesses } = this;
    for (let column = guesses.length; column < row.width; column++) {
      const kind = row.kind(column);
      if (kind === CellKind.blank || kind === CellKind.notCalculated) continue;
      throw new Problem('file.tooManyColumns', {
        file: this.#file,
        row: row.number,
        expected: guesses.length,
        found: row.width,
      });
    }
    const width = Math.min(guesses.length, row.width);
    for (let column = 0; column < width; column++) {
      const kind = row.kind(column);
      if (kind !== CellKind.blank) guesses[column].add(kind, row, column);
    }
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

function lastUsed(names: readonly string[], guesses: readonly CellGuess[]): number {
  let last = names.length - 1;
  while (last > 0 && names[last].trim() === '' && guesses[last].empty) last--;
  return last;
}
