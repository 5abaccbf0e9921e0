import { Problem } from '#engine/survey/problem.ts';
import type { OpenFile } from '../openFile.ts';
import { textOf, textsOf } from '../xlsx/cellText.ts';
import { openXlsWorkbook } from '../xlsx/openXlsWorkbook.ts';
import { openXlsxWorkbook } from '../xlsx/openXlsxWorkbook.ts';
import type { SheetRow } from '../xlsx/sheetRow.ts';
import type { WorkbookSheet } from '../xlsx/workbook.ts';
import { xlsFormOf, type FormSheet, type XlsForm } from './xlsForm.ts';

/** Longer than any questionnaire and its lists of places. */
const mostRows = 200_000;

/**
 * Reads an XLSForm: a workbook with the sheets `survey` and, where there are questions with choices, `choices`.
 *
 * @throws Problem as the readers of workbooks; `file.unknownCompanion` for a workbook that is no form.
 */
export async function readXlsForm(open: OpenFile, kind: 'xlsx' | 'xls'): Promise<XlsForm> {
  const { sheets } = kind === 'xlsx' ? await openXlsxWorkbook(open) : await openXlsWorkbook(open);
  const sheet = (name: string): WorkbookSheet | undefined =>
    sheets.find((one) => one.name.trim().toLowerCase() === name);
  const survey = sheet('survey');
  const rows = survey === undefined ? [] : await readSheet(survey);
  if (!rows.some((row) => row.has('type') && row.has('name'))) {
    throw new Problem('file.unknownCompanion', { file: open.path });
  }
  const choices = sheet('choices');
  const settings = sheet('settings');
  return xlsFormOf(
    rows,
    choices === undefined ? [] : await readSheet(choices),
    settings === undefined ? [] : await readSheet(settings),
  );
}

async function readSheet(sheet: WorkbookSheet): Promise<FormSheet> {
  let titles: string[] | null = null;
  const table: Map<string, string>[] = [];
  for await (const { rows } of sheet.read()) {
    for (const row of rows) {
      if (row.filled === 0) continue;
      if (titles === null) titles = textsOf(row).map(titleOf);
      else table.push(entryOf(row, titles));
    }
    if (table.length > mostRows) break;
  }
  return table;
}

/** What stands in a row, by the titles of its columns. */
function entryOf(row: SheetRow, titles: readonly string[]): Map<string, string> {
  const entry = new Map<string, string>();
  for (let cell = 0; cell < row.cells; cell++) {
    const column = row.column(cell);
    if (column < titles.length) entry.set(titles[column], textOf(row, cell));
  }
  return entry;
}

/** Titles count in any case; what stands after `::` is a language and stays as it is. */
export function titleOf(text: string): string {
  const [name, ...language] = text.trim().split(/(?=:)/);
  return name.trim().toLowerCase() + language.join('');
}
