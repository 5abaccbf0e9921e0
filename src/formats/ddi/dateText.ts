import { daysTo1960, secondsOfDay } from '../spssTime.ts';

/** What a text says as SPSS counts it: seconds since 1582-10-14, or of a time since midnight. */
export interface Moment {
  readonly type: 'date' | 'datetime' | 'time';
  readonly seconds: number;
}

const daysFrom1960 = 3653;
const msADay = 86_400_000;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const clock = String.raw`(\d{1,2}):(\d\d)(?::(\d\d(?:\.\d{1,9})?))?`;
const yearFirst = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]${clock})?$`);
const withMonthName = new RegExp(String.raw`^(\d{1,2})[- ]?([a-z]{3})[- ]?(\d{4})(?:[T ]${clock})?$`, 'i');
const yearLast = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ]${clock})?$`);
const timeOnly = /^(-?)(\d{1,4}):(\d\d)(?::(\d\d(?:\.\d{1,9})?))?$/;
/** As SPSS calls them, and as others write them. */
const monthFirst = /^adate|^m{1,2}[-/.]d/i;
const dayFirst = /^edate|^d{1,2}[-/.]m/i;

/**
 * A date or time as ISO 8601 writes it, or with the month’s English name (`01-AUG-2010`, `01aug2010`). `03/04/2010`
 * is read only where `format` says which is the day. `null` for all else, and for days that no calendar has.
 */
export function momentOf(text: string, format: string): Moment | null {
  const time = timeOnly.exec(text);
  if (time !== null) {
    const [, sign, hours, minutes, seconds = '0'] = time;
    const found = secondsOfClock(Number(hours), minutes, seconds);
    return found === null ? null : { type: 'time', seconds: sign === '-' ? -found : found };
  }
  const iso = yearFirst.exec(text);
  if (iso !== null) return moment(Number(iso[1]), Number(iso[2]), Number(iso[3]), iso.slice(4));
  const named = withMonthName.exec(text);
  if (named !== null) {
    const month = months.indexOf(named[2].toLowerCase()) + 1;
    return moment(Number(named[3]), month, Number(named[1]), named.slice(4));
  }
  const numbers = yearLast.exec(text);
  if (numbers === null || !(monthFirst.test(format) || dayFirst.test(format))) return null;
  const [one, other] = [Number(numbers[1]), Number(numbers[2])];
  const [day, month] = monthFirst.test(format) ? [other, one] : [one, other];
  return moment(Number(numbers[3]), month, day, numbers.slice(4));
}

function moment(year: number, month: number, day: number, clockParts: readonly string[]): Moment | null {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null;
  const days = at.getTime() / msADay + daysTo1960 + daysFrom1960;
  const [hours, minutes, seconds = '0'] = clockParts as readonly (string | undefined)[];
  if (hours === undefined || minutes === undefined) return { type: 'date', seconds: days * secondsOfDay };
  const ofDay = Number(hours) < 24 ? secondsOfClock(Number(hours), minutes, seconds) : null;
  return ofDay === null ? null : { type: 'datetime', seconds: days * secondsOfDay + ofDay };
}

function secondsOfClock(hours: number, minutes: string, seconds: string): number | null {
  if (Number(minutes) > 59 || Number(seconds) >= 60) return null;
  return hours * 3600 + Number(minutes) * 60 + Number(seconds);
}
