import { TextDecoder } from 'node:util';
import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { OpenFile } from '../openFile.ts';
import type { Reading } from '../reading.ts';
import { ColumnGuess } from './columnGuess.ts';
import { csvDialect } from './csvDialect.ts';
import { csvRecords, type CsvDialect } from './csvRecords.ts';
import { encodingOfMark, textBlocks, WrongEncoding, type CsvEncoding } from './csvText.ts';

/** What a first pass over the whole file finds out. */
export interface CsvScan {
  readonly encoding: CsvEncoding;
  readonly dialect: CsvDialect;
  readonly header: readonly string[];
  readonly guesses: readonly ColumnGuess[];
  /** Up to the last row that is not blank. */
  readonly rowCount: number;
}

/** A row of the file, and its number as a spreadsheet shows it: from 1, the header included. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly number: number;
}

/**
 * Reads a CSV file once to learn its encoding, dialect, header, rows and the type of each column.
 * Without a byte order mark, and unless `reading` says what it is, the encoding is UTF-8 if all of the file is
 * valid UTF-8, else windows-1252.
 *
 * @throws Problem `file.empty`, `file.damaged`, `file.quoteNotClosed`; `file.tooManyColumns` for a row
 * with more or fewer fields than the header (empty ones at its end apart).
 */
export function scanCsv(open: OpenFile, reading: Reading = {}): CsvScan {
  const marked = reading.encoding === undefined ? encodingOfMark(open.bytes(0, 4)) : named(reading.encoding);
  try {
    return scan(open, marked ?? 'utf-8', reading.delimiter);
  } catch (error) {
    if (!(error instanceof WrongEncoding)) throw error;
    if (marked === null) return scan(open, 'windows-1252', reading.delimiter);
    throw new Problem('file.damaged', {
      file: open.path,
      place: phrase('text'),
      detail: phrase('notValidText', { encoding: marked }),
    });
  }
}

/** The header and the rows after it, in blocks; empty lines are passed over. */
export function* csvRows(
  open: OpenFile,
  encoding: CsvEncoding,
  dialect: CsvDialect,
): Generator<{ readonly rows: readonly CsvRow[]; readonly end: number }> {
  let number = 0;
  for (const { records, end } of csvRecords(open.path, textBlocks(open, encoding), dialect)) {
    const rows: CsvRow[] = [];
    for (const cells of records) {
      number++;
      const declares = number === 1 && /^sep=/i.test(cells[0]);
      if (!declares && (cells.length > 1 || cells[0].trim() !== '')) rows.push({ cells, number });
    }
    yield { rows, end };
  }
}

/** @throws Problem `option.invalid` */
function named(encoding: string): CsvEncoding {
  try {
    return new TextDecoder(encoding).encoding;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Problem('option.invalid', {
      option: phrase('encodingOption'),
      value: encoding,
      allowed: phrase('encodingNames', { names: 'utf-8, windows-1252, windows-1256', last: 'iso-8859-2' }),
    });
  }
}

function scan(open: OpenFile, encoding: CsvEncoding, delimiter: string | undefined): CsvScan {
  const [first] = textBlocks(open, encoding);
  const dialect = csvDialect(first?.text ?? '', first?.end === open.size, delimiter);
  let header: readonly string[] | null = null;
  let guesses: ColumnGuess[] = [];
  let rows = 0;
  let rowCount = 0;
  for (const block of csvRows(open, encoding, dialect)) {
    for (const { cells, number } of block.rows) {
      if (header === null) {
        header = cells;
        guesses = header.map(() => new ColumnGuess());
        continue;
      }
      rows++;
      if (learn(guesses, cells)) rowCount = rows;
      if (!fits(cells, header.length)) {
        throw new Problem('file.tooManyColumns', {
          file: open.path,
          row: number,
          expected: header.length,
          found: cells.length,
        });
      }
    }
  }
  if (header === null) throw new Problem('file.empty', { file: open.path });
  while (header.length > 1 && header.at(-1)?.trim() === '' && guesses[header.length - 1].empty) {
    header = header.slice(0, -1);
  }
  return { encoding, dialect, header, guesses: guesses.slice(0, header.length), rowCount };
}

/** Whether the row holds anything. */
function learn(guesses: readonly ColumnGuess[], cells: readonly string[]): boolean {
  let holds = false;
  const count = Math.min(guesses.length, cells.length);
  for (let index = 0; index < count; index++) {
    const cell = cells[index].trim();
    if (cell === '') continue;
    guesses[index].add(cell);
    holds = true;
  }
  return holds;
}

function fits(cells: readonly string[], expected: number): boolean {
  if (cells.length === expected) return true;
  return cells.length > expected && cells.slice(expected).every((cell) => cell.trim() === '');
}
