import Papa from 'papaparse';
import { Problem } from '#engine/survey/problem.ts';
import type { TextBlock } from './csvText.ts';

export interface CsvDialect {
  readonly delimiter: string;
  readonly newline: '\n' | '\r\n' | '\r';
}

/** Records that end in one block of the file. */
export interface RecordBlock {
  readonly records: readonly (readonly string[])[];
  /** Share of the file's bytes up to here is `end / size`. */
  readonly end: number;
}

/** What papaparse's own parser returns; its types leave it open. */
interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row: number }[];
  readonly meta: { readonly cursor: number };
}

/** A record longer than this is a quotation mark that was never closed. */
const longestRecord = 8 * 1024 * 1024;

/**
 * Splits text into records, block by block. This is the one module that knows papaparse: its low-level
 * parser, which is synchronous, so that no more than a block and an unfinished record is in memory.
 *
 * @throws Problem `file.quoteNotClosed`; `row` counts records from 1, the header included.
 */
export function* csvRecords(
  file: string,
  blocks: Iterable<TextBlock>,
  dialect: CsvDialect,
): Generator<RecordBlock> {
  const parser = new Papa.Parser({ ...dialect });
  let rest = '';
  let row = 0;
  let end = 0;
  for (const block of blocks) {
    rest += block.text;
    end = block.end;
    const { data, meta }: Parsed = parser.parse(rest, 0, true);
    rest = rest.slice(meta.cursor);
    row += data.length;
    if (rest.length > longestRecord) throw new Problem('file.quoteNotClosed', { file, row: row + 1 });
    if (data.length > 0) yield { records: trimmed(data, dialect), end };
  }
  if (rest === '') return;
  const { data, errors }: Parsed = parser.parse(rest, 0, false);
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  if (open !== undefined) throw new Problem('file.quoteNotClosed', { file, row: row + open.row + 1 });
  yield { records: trimmed(data, dialect), end };
}

/** Records of the beginning of a file, for a look; without the last one, which may be cut off, unless it is `whole`. */
export function sampleRecords(
  text: string,
  dialect: CsvDialect,
  whole: boolean,
): readonly (readonly string[])[] {
  const { data }: Parsed = new Papa.Parser({ ...dialect }).parse(text, 0, !whole);
  return trimmed(data, dialect);
}

/** Where single lines end in CR LF and the others in LF, the CR stays on the last field. */
function trimmed(records: string[][], { newline }: CsvDialect): string[][] {
  if (newline !== '\n') return records;
  for (const record of records) {
    const last = record.length - 1;
    if (record[last].endsWith('\r')) record[last] = record[last].slice(0, -1);
  }
  return records;
}
