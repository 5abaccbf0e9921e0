import type { Column } from '#engine/survey/column.ts';
import type { Value, Variable } from '#engine/survey/variable.ts';
import { isoTime, secondsOfDay, toSpssTime } from '#formats/spssTime.ts';
import { isSetAside } from '../../data/missing.ts';

/** The answer of a row: '' where there is none. Days are counted from 1970-01-01, as forms count them. */
export type Answers = (row: number) => Value;

/** Days from SPSS's first moment, 1582-10-14, to 1970-01-01. */
const daysTo1970 = 141_428;

/** Numbers that are set aside are no answers; texts that are set aside stand, for rules name them. */
export function answersOf(variable: Variable, column: Column, marked: readonly Value[]): Answers {
  if (column.kind === 'text') {
    const none = variable.valueLabels.some(({ value }) => value === 'NA') ? [''] : ['', 'NA'];
    const texts = column.dictionary.map((text) => (none.includes(text.trim()) ? '' : text.trim()));
    return (row) => texts[column.codes[row]];
  }
  const { values, reasons } = column;
  const toSpss = toSpssTime(variable) ?? ((value: number): number => value);
  const isDay = variable.type === 'date' || variable.type === 'datetime';
  const plain = (value: number): number => (isDay ? toSpss(value) / secondsOfDay - daysTo1970 : value);
  return (row) =>
    (reasons !== null && reasons[row] !== 0) || isSetAside(values[row], variable.missing, marked)
      ? ''
      : plain(values[row]);
}

/** Days from 1970-01-01 to the day that an ISO date begins with; NaN for other texts. */
export function dayOf(text: string): number {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:$|[T ])/.exec(text);
  if (match === null) return Number.NaN;
  return Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / 86_400_000;
}

/** The day, or the moment, of a count of days from 1970-01-01. */
export function isoDay(days: number): string {
  const day = Number.isInteger(days) ? 'date' : 'datetime';
  return isoTime((days + daysTo1970) * secondsOfDay, day);
}
