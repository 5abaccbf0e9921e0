import type { ColumnChunk } from '#engine/survey/column.ts';
import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { nothingMissing, type ValueLabel, type Variable } from '#engine/survey/variable.ts';
import { chunkRowsFor } from '../chunkRows.ts';
import { csvNames } from '../csv/csvHeader.ts';
import type { OpenFile } from '../openFile.ts';
import { noChoices, type Reading, type Sheet } from '../reading.ts';
import { selectVariables } from '../selectVariables.ts';
import type { ReadOptions, SurveyFile } from '../surveyFile.ts';
import type { CellsReading } from './cellGuess.ts';
import { textsOf } from './cellText.ts';
import { dataSheet } from './dataSheet.ts';
import { openXlsWorkbook } from './openXlsWorkbook.ts';
import { openXlsxWorkbook } from './openXlsxWorkbook.ts';
import { SheetChunk } from './sheetChunk.ts';
import { scanSheet, type SheetScan } from './sheetScan.ts';
import type { Workbook, WorkbookSheet } from './workbook.ts';

interface SheetVariable {
  readonly variable: Variable;
  readonly position: number;
  readonly reading: CellsReading;
}

const truths: readonly ValueLabel[] = [
  { value: 0, label: 'FALSE' },
  { value: 1, label: 'TRUE' },
];

/**
 * Opens one sheet of an Excel workbook: the one that `reading` names, else the one that `dataSheet` finds.
 * A first pass over it tells header and types (`scanSheet`). Formulas count by the results that were saved with them;
 * those that ended in an error are missing. Rows without a value are passed over.
 *
 * @throws Problem as the readers of workbooks and `scanSheet`; `option.invalid` for a sheet that is not there.
 */
export async function openWorkbookFile(
  open: OpenFile,
  kind: 'xlsx' | 'xls',
  reading: Reading = {},
): Promise<SurveyFile> {
  const workbook = kind === 'xlsx' ? await openXlsxWorkbook(open) : await openXlsWorkbook(open);
  const sheet = await chosenSheet(workbook, reading.sheet);
  const scan = await scanSheet(open.path, sheet);
  const names = csvNames(scan.header);
  const variables = scan.used.map((position): SheetVariable => {
    const { name, label } = names[position];
    const cells = scan.guesses[position].reading;
    return {
      variable: {
        name,
        label,
        type: cells === 'number' || cells === 'truth' ? 'numeric' : cells,
        measure: 'unknown',
        valueLabels: cells === 'truth' ? truths : [],
        missing: nothingMissing,
      },
      position,
      reading: cells,
    };
  });
  return {
    format: kind,
    encoding: 'utf-8',
    rowCount: scan.rowCount,
    fileLabel: '',
    variables: variables.map(({ variable }) => variable),
    weight: null,
    multipleResponseSets: [],
    choices: {
      ...noChoices,
      sheet: sheet.name,
      sheets: workbook.sheets.map(({ name, rows }) => ({
        name,
        rows: name === sheet.name ? scan.rowCount : rows,
      })),
      repeats: await repeatsOf(workbook, sheet),
    },
    read: (options = {}) => readRows(workbook, sheet, scan, variables, options),
    close: () => open.close(),
  };
}

async function chosenSheet(workbook: Workbook, name: string | undefined): Promise<WorkbookSheet> {
  const { path, sheets } = workbook;
  if (name !== undefined) {
    const named = sheets.find((sheet) => sheet.name === name);
    if (named !== undefined) return named;
    throw new Problem('option.invalid', {
      option: phrase('sheetOption'),
      value: name,
      allowed: sheets.map((sheet) => sheet.name).join(', '),
    });
  }
  const found = await dataSheet(workbook);
  if (found === undefined) throw new Problem('file.empty', { file: path });
  return found;
}

/** Columns by which Kobo and ODK link a row of a repeated part to its household. */
const links = new Set([
  '_parent_index',
  '_parent_table_name',
  '_submission__id',
  '_submission__uuid',
  'PARENT_KEY',
]);

async function repeatsOf({ sheets }: Workbook, sheet: WorkbookSheet): Promise<Sheet[]> {
  const repeats: Sheet[] = [];
  for (const other of sheets) {
    if (other !== sheet && (await isLinked(other))) repeats.push({ name: other.name, rows: other.rows });
  }
  return repeats;
}

async function isLinked(sheet: WorkbookSheet): Promise<boolean> {
  for await (const { rows } of sheet.read()) {
    const header = rows.find(({ filled }) => filled > 1);
    if (header === undefined) continue;
    return textsOf(header).some((name) => links.has(name.trim()));
  }
  return false;
}

async function* readRows(
  workbook: Workbook,
  sheet: WorkbookSheet,
  { headerRow, rowCount }: SheetScan,
  variables: readonly SheetVariable[],
  options: ReadOptions,
): AsyncGenerator<ColumnChunk> {
  const selected = selectVariables(variables, ({ variable }) => variable.name, options.variables);
  const chunkRows = chunkRowsFor(options.chunkRows, selected.length, rowCount);
  const chunk = new SheetChunk(selected, chunkRows, workbook.from1904);
  let left = rowCount;
  let filled = 0;
  for await (const { rows, fraction } of sheet.read()) {
    for (const row of rows) {
      if (left === 0 || row.number <= headerRow || row.filled === 0) continue;
      chunk.set(filled++, row);
      left--;
      if (filled < chunkRows && left > 0) continue;
      options.onProgress?.(left === 0 ? 1 : fraction);
      yield chunk.finish(filled);
      chunk.clear();
      filled = 0;
    }
    if (left === 0) return;
  }
  if (left > 0) {
    throw new Problem('file.truncated', {
      file: workbook.path,
      expected: phrase('rowsAsOpened', { count: rowCount }),
      found: phrase('countedRows', { count: rowCount - left }),
    });
  }
}
