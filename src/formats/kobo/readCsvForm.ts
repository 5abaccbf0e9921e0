import { Problem } from '#engine/survey/problem.ts';
import { csvRows, scanCsv } from '../csv/csvScan.ts';
import type { OpenFile } from '../openFile.ts';
import { titleOf } from './readXlsForm.ts';
import { xlsFormOf, type FormSheet, type XlsForm } from './xlsForm.ts';

/** No file of text holds this between two lines, so that a study can keep both sheets of a form as one. */
export const betweenSheets = '\n\f\n';

/**
 * Reads a form that comes as two CSV files, its sheets `survey` (questions) and `choices`, in either order.
 * `sibling` may be left out where the form has no choices, and where `open` holds both.
 *
 * @throws Problem `file.unknownCompanion` for files that are no sheets of a form; `file.halfForm`; as `scanCsv`.
 */
export function readCsvForm(open: OpenFile, sibling: OpenFile | null): XlsForm {
  const parts = [...partsOf(open), ...(sibling === null ? [] : partsOf(sibling))];
  let survey: FormSheet | null = null;
  let choices: FormSheet | null = null;
  for (const part of parts) {
    const sheet = readSheet(part);
    const titles = sheet.at(0) ?? new Map<string, string>();
    if (titles.has('list_name') || titles.has('list name')) choices = sheet;
    else if (titles.has('type') && titles.has('name')) survey = sheet;
    else throw new Problem('file.unknownCompanion', { file: part.path });
  }
  if (survey === null) throw new Problem('file.halfForm', { file: open.path, sheet: 'survey' });
  const form = xlsFormOf(survey, choices ?? [], []);
  if (choices === null && form.questions.some(({ list }) => list !== null)) {
    throw new Problem('file.halfForm', { file: open.path, sheet: 'choices' });
  }
  return form;
}

function readSheet(open: OpenFile): FormSheet {
  const { encoding, dialect } = scanCsv(open);
  let titles: string[] | null = null;
  const sheet: Map<string, string>[] = [];
  for (const { rows } of csvRows(open, encoding, dialect)) {
    for (const { cells } of rows) {
      if (titles === null) titles = cells.map(titleOf);
      else sheet.push(new Map(titles.map((title, column) => [title, cells[column] ?? ''])));
    }
  }
  return sheet;
}

function partsOf(open: OpenFile): OpenFile[] {
  const mark = Buffer.from(betweenSheets);
  const at = Buffer.from(open.bytes(0, open.size)).indexOf(mark);
  return at < 0 ? [open] : [sliceOf(open, 0, at), sliceOf(open, at + mark.length, open.size)];
}

function sliceOf(open: OpenFile, start: number, end: number): OpenFile {
  const size = end - start;
  const within = (offset: number, length: number): number => Math.max(0, Math.min(length, size - offset));
  return {
    ...open,
    size,
    bytes: (offset, length) => open.bytes(start + offset, within(offset, length)),
    readInto: (target, at, length, offset) =>
      open.readInto(target, at, within(offset, length), start + offset),
  };
}
