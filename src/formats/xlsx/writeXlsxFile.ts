import { MissingReason, type Column, type NumericColumn } from '#engine/survey/column.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { Variable } from '#engine/survey/variable.ts';
import { codebookOf } from '../codebook/codebookOf.ts';
import { codebookHead, codebookTable } from '../codebook/codebookTable.ts';
import { commonAttributes } from '../commonAttributes.ts';
import { profileSurvey, type ColumnProfile } from '../columnProfile.ts';
import type { Loss } from '#engine/survey/loss.ts';
import { daysTo1960, isoTime, secondsOfDay, toSpssTime } from '../spssTime.ts';
import { saidLosses } from '../saidLosses.ts';
import type { SurveyOutput } from '../surveyOutput.ts';
import { longestCell, numberCell, textCell, writeSheet, type CellText } from './sheetWriter.ts';
import { cellStyle, writeWorkbookParts, XlsxPackage } from './xlsxPackage.ts';

const mostRows = 1_048_576;
const mostColumns = 16_384;
/** The days of 1900 before March are counted wrong in Excel: earlier dates are written as text. */
const firstSafeDay = 61;
const daysTo1900 = daysTo1960 - 21_916;

/**
 * Writes a survey as a workbook of four sheets: Values (the codes), Labels (the same rows with labels in place of
 * codes), Codebook and Notes. Rows go through; neither sheet is ever in memory. Text that begins with `=` is
 * text: a workbook keeps formulas apart.
 *
 * @throws Problem export.tooManyRows, export.tooManyVariables
 */
export async function writeXlsxFile(path: string, survey: SurveyOutput): Promise<readonly Loss[]> {
  const { variables, rowCount } = survey;
  if (rowCount >= mostRows) {
    throw new Problem('export.tooManyRows', { file: path, count: rowCount, limit: mostRows - 1 });
  }
  if (variables.length > mostColumns) {
    throw new Problem('export.tooManyVariables', { file: path, count: variables.length, limit: mostColumns });
  }
  const profiles = await profileSurvey(survey);
  const cut = new Uint32Array(variables.length);
  const xlsx = new XlsxPackage(path);
  try {
    await writeWorkbookParts(xlsx, ['Values', 'Labels', 'Codebook', 'Notes']);
    const blank = await writeRows(xlsx, 1, survey, (column, variable, index) =>
      valueCells(column, variable, () => void cut[index]++),
    );
    await writeRows(xlsx, 2, survey, labelCells);
    const lost = losses(survey, profiles, cut);
    if (blank > 0) lost.unshift({ variable: null, kind: 'row', count: blank });
    await writeSheet(xlsx, 3, (sheet) => {
      const entries = codebookOf(variables, profiles);
      sheet.row(codebookHead(entries).map((title) => textCell(title, cellStyle.heading)));
      for (const row of codebookTable(entries)) {
        sheet.row(row.map((cell) => (typeof cell === 'number' ? numberCell(cell) : textCell(cell ?? ''))));
      }
    });
    await writeSheet(xlsx, 4, (sheet) => {
      for (const [title, text] of notes(survey, lost)) {
        sheet.row([textCell(title, cellStyle.heading), textCell(text)]);
      }
    });
    xlsx.finish();
    return lost;
  } catch (error) {
    xlsx.abandon();
    throw error;
  }
}

type CellsOf = (column: Column, variable: Variable, index: number) => (row: number) => CellText;

/** Gives the number of rows without a single cell. */
async function writeRows(
  xlsx: XlsxPackage,
  number: number,
  survey: SurveyOutput,
  cellsOf: CellsOf,
): Promise<number> {
  const { variables } = survey;
  let blank = 0;
  await writeSheet(xlsx, number, async (sheet) => {
    sheet.row(variables.map(({ name }) => textCell(name, cellStyle.heading)));
    for await (const { columns, rowCount } of survey.chunks()) {
      const cells = columns.map((column, index) => cellsOf(column, variables[index], index));
      for (let row = 0; row < rowCount; row++) {
        const written = cells.map((cell) => cell(row));
        if (written.every((cell) => cell === '')) blank++;
        sheet.row(written);
      }
    }
  });
  return blank;
}

function valueCells(column: Column, variable: Variable, onCut: () => void): (row: number) => CellText {
  if (column.kind === 'numeric') return numberCells(column, variable, () => '');
  const made: (CellText | undefined)[] = [];
  return (row) => {
    const code = column.codes[row];
    if (column.dictionary[code].length > longestCell) onCut();
    return (made[code] ??= textCell(column.dictionary[code]));
  };
}

function labelCells(column: Column, variable: Variable): (row: number) => CellText {
  const labels = new Map(variable.valueLabels.map(({ value, label }) => [value, textCell(label)]));
  if (column.kind === 'numeric') {
    const plain = numberCells(
      column,
      variable,
      (reason) => labels.get(`.${String.fromCharCode(95 + reason)}`) ?? '',
    );
    const { values, reasons } = column;
    return (row) =>
      (reasons === null || reasons[row] === MissingReason.present ? labels.get(values[row]) : undefined) ??
      plain(row);
  }
  const made: (CellText | undefined)[] = [];
  return (row) => {
    const code = column.codes[row];
    return (made[code] ??= labels.get(column.dictionary[code]) ?? textCell(column.dictionary[code]));
  };
}

function numberCells(
  { values, reasons }: NumericColumn,
  variable: Variable,
  absent: (reason: number) => CellText,
): (row: number) => CellText {
  const { type } = variable;
  const convert = toSpssTime(variable) ?? ((value: number) => value);
  const cell =
    type === 'date' || type === 'datetime' || type === 'time'
      ? (value: number) => timeCell(convert(value), type)
      : (value: number) => numberCell(value);
  return (row) => {
    const reason = reasons === null ? MissingReason.present : reasons[row];
    if (reason !== MissingReason.present) return absent(reason);
    return Number.isFinite(values[row]) ? cell(values[row]) : '';
  };
}

function timeCell(seconds: number, type: 'date' | 'datetime' | 'time'): CellText {
  const days = seconds / secondsOfDay;
  if (type === 'time') return days < 0 ? textCell(isoTime(seconds, type)) : numberCell(days, cellStyle.time);
  const serial = days - daysTo1900;
  return serial < firstSafeDay ? textCell(isoTime(seconds, type)) : numberCell(serial, cellStyle[type]);
}

function losses(survey: SurveyOutput, profiles: readonly ColumnProfile[], cut: Uint32Array): Loss[] {
  const lost = survey.variables.flatMap(({ name }, index): Loss[] => {
    const reasons = profiles[index].reasons
      .subarray(MissingReason.extendedA)
      .reduce((sum, one) => sum + one, 0);
    return [
      ...(reasons > 0 ? [{ variable: name, kind: 'missingReason' as const, count: reasons }] : []),
      ...(cut[index] > 0 ? [{ variable: name, kind: 'text' as const, count: cut[index] }] : []),
    ];
  });
  if (survey.weight !== null) lost.push({ variable: survey.weight, kind: 'weight', count: 1 });
  for (const { name } of survey.multipleResponseSets)
    lost.push({ variable: name, kind: 'responseSets', count: 1 });
  for (const { name, notes = [] } of survey.variables) {
    if (notes.join('\n').length > longestCell) lost.push({ variable: name, kind: 'note', count: 1 });
  }
  const long = survey.documents.filter((text) => text.length > longestCell).length;
  if (long > 0) lost.push({ variable: null, kind: 'note', count: long });
  return [...lost, ...saidLosses(survey)];
}

function notes(survey: SurveyOutput, lost: readonly Loss[]): [string, string][] {
  const sets = survey.multipleResponseSets.map(({ name, label, variables }): [string, string] => [
    'Multiple-response set',
    `${name} ${label}: ${variables.join(', ')}`,
  ]);
  return [
    ['Title', survey.fileLabel],
    ['Rows', String(survey.rowCount)],
    ['Variables', String(survey.variables.length)],
    ['Weight', survey.weight ?? 'none declared'],
    ['Written', survey.createdAt],
    [
      'Sheets',
      'Values holds codes, Labels the same rows with labels; Codebook says what they mean. Empty cells are missing.',
    ],
    ...sets,
    ...survey.documents.map((text): [string, string] => ['Note', text]),
    ...commonAttributes(survey.attributes).kept.map(({ name, values }): [string, string] => [
      'Attribute',
      `${name}: ${values.join('; ')}`,
    ]),
    ...lost.map(({ variable, kind, count }): [string, string] => [
      'Not kept',
      `${variable ?? 'file'}: ${kind}, ${count}`,
    ]),
  ];
}
