import { sheetXml, workbookParts, zipBytes, type HandSheet } from '../zipBytes.ts';

export type Sheets = Readonly<Record<string, Parameters<typeof sheetXml>[0]>>;

/** A workbook of these sheets, each with its title row first. */
export function formWorkbook(sheets: Sheets): Buffer {
  return zipBytes(
    workbookParts(Object.entries(sheets).map(([name, rows]): HandSheet => ({ name, xml: sheetXml(rows) }))),
  );
}
