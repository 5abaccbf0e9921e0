import type { ColumnChunk } from '#engine/survey/column.ts';
import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { nothingMissing, type Variable } from '#engine/survey/variable.ts';
import { chunkRowsFor } from '../chunkRows.ts';
import type { OpenFile } from '../openFile.ts';
import { noChoices, type Reading } from '../reading.ts';
import { selectVariables } from '../selectVariables.ts';
import type { ReadOptions, SurveyFile } from '../surveyFile.ts';
import type { CellReading, Decimals } from './columnGuess.ts';
import { CsvChunk } from './csvChunk.ts';
import { csvNames } from './csvHeader.ts';
import { csvRows, scanCsv, type CsvScan } from './csvScan.ts';

interface CsvVariable {
  readonly variable: Variable;
  readonly position: number;
  readonly reading: CellReading;
}

/**
 * Opens a CSV file with a header: comma, semicolon, tab or bar; UTF-8, UTF-16 with a mark, or windows-1252.
 * A first pass over the whole file tells the types: see `ColumnGuess`. A blank is system-missing in a column of
 * numbers and '' in a text; texts are otherwise as they stand. Blank rows at the end are left out.
 *
 * @throws Problem as `scanCsv`.
 */
export function openCsvFile(open: OpenFile, reading: Reading = {}): SurveyFile {
  const scan = scanCsv(open, reading);
  const decimals = decimalsOf(scan.dialect.delimiter, reading.decimal);
  const variables = csvNames(scan.header).map(({ name, label }, position): CsvVariable => {
    const cells = scan.guesses[position].reading(decimals);
    const type = cells === 'text' ? 'text' : 'numeric';
    return {
      variable: { name, label, type, measure: 'unknown', valueLabels: [], missing: nothingMissing },
      position,
      reading: cells,
    };
  });
  const commas = variables.some(({ reading: cells }) => cells === 'numberWithComma');
  return {
    format: 'csv',
    encoding: scan.encoding,
    rowCount: scan.rowCount,
    fileLabel: '',
    variables: variables.map(({ variable }) => variable),
    weight: null,
    multipleResponseSets: [],
    choices: {
      ...noChoices,
      delimiter: scan.dialect.delimiter,
      decimal: reading.decimal ?? (commas ? ',' : '.'),
    },
    read: (options = {}) => readRows(open, scan, variables, options),
    close: () => open.close(),
  };
}

/** A decimal comma is looked for where the fields are not separated by commas, unless the user says which it is. */
function decimalsOf(delimiter: string, decimal: Reading['decimal']): Decimals {
  if (decimal !== undefined) return decimal === ',' ? 'comma' : 'point';
  return delimiter === ',' ? 'point' : 'either';
}

async function* readRows(
  open: OpenFile,
  scan: CsvScan,
  variables: readonly CsvVariable[],
  options: ReadOptions,
): AsyncGenerator<ColumnChunk> {
  const selected = selectVariables(variables, ({ variable }) => variable.name, options.variables);
  const chunkRows = chunkRowsFor(options.chunkRows, selected.length, scan.rowCount);
  const chunk = new CsvChunk(
    selected.map(({ position }) => position),
    selected.map(({ reading }) => reading),
    chunkRows,
  );
  let left = scan.rowCount;
  let filled = 0;
  let headerRead = false;
  for (const { rows, end } of csvRows(open, scan.encoding, scan.dialect)) {
    for (const { cells } of rows) {
      if (!headerRead) {
        headerRead = true;
        continue;
      }
      if (left === 0) break;
      chunk.set(filled++, cells);
      left--;
      if (filled < chunkRows && left > 0) continue;
      options.onProgress?.(left === 0 ? 1 : end / open.size);
      yield chunk.finish(filled);
      chunk.clear();
      filled = 0;
    }
    if (left === 0) return;
  }
  if (left > 0) {
    throw new Problem('file.truncated', {
      file: open.path,
      expected: phrase('rowsAsOpened', { count: scan.rowCount }),
      found: phrase('countedRows', { count: scan.rowCount - left }),
    });
  }
}
