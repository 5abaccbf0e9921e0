import { CellKind, type SheetRow } from './sheetRow.ts';

const msADay = 86_400_000;
/** Days from a workbook's day 0, 1899-12-30, to 1970-01-01. */
const daysTo1970 = 25_569;
/** Days from 1582-10-14, from which dates are counted here as in SPSS, to 1899-12-30. */
const daysFrom1582 = 115_859;
const daysTo1904 = 1462;

/** Seconds from 1582-10-14 for a date of a workbook, to the millisecond, which is all that its days can hold. */
export function secondsOf(days: number, from1904: boolean): number {
  return Math.round((days + daysFrom1582 + (from1904 ? daysTo1904 : 0)) * msADay) / 1000;
}

/** Seconds since midnight for a time of a workbook. */
export function secondsOfTime(days: number): number {
  return Math.round(days * msADay) / 1000;
}

/** A cell as text: numbers as they are counted, dates as ISO 8601; '' for what has no value. */
export function textOf(row: SheetRow, cell: number, from1904 = false): string {
  const kind = row.kind(cell);
  switch (kind) {
    case CellKind.text:
      return row.text(cell);
    case CellKind.truth:
      return row.value(cell) === 1 ? 'TRUE' : 'FALSE';
    case CellKind.number:
      return String(row.value(cell));
    case CellKind.date:
    case CellKind.datetime:
    case CellKind.time:
      return isoText(kind, row.value(cell) + (from1904 ? daysTo1904 : 0));
    default:
      return '';
  }
}

/** The texts of a row by their columns; '' where there is no cell. */
export function textsOf(row: SheetRow): string[] {
  const texts = new Array<string>(row.width).fill('');
  for (let cell = 0; cell < row.cells; cell++) texts[row.column(cell)] = textOf(row, cell);
  return texts;
}

function isoText(kind: number, days: number): string {
  const moment = new Date(Math.round((days - daysTo1970) * msADay));
  if (Number.isNaN(moment.getTime())) return String(days);
  const [day, time] = moment.toISOString().split('T');
  if (kind === CellKind.time) return time.slice(0, 8);
  return kind === CellKind.date && Number.isInteger(days) ? day : `${day}T${time.slice(0, 8)}`;
}
