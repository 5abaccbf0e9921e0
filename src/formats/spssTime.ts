import type { Variable } from '#engine/survey/variable.ts';

/** Days from SPSS's first moment, 1582-10-14, to Stata's, 1960-01-01. */
export const daysTo1960 = 137_775;
export const secondsOfDay = 86_400;

/**
 * What makes SPSS's count of seconds of a value of this variable, or `null` where it is that already or is no
 * date. Weeks, months, quarters and half-years become their first day.
 */
export function toSpssTime({ type, timeScale }: Variable): ((value: number) => number) | null {
  const from1960 = (days: number): number => (days + daysTo1960) * secondsOfDay;
  switch (timeScale?.unit) {
    case undefined:
      return null;
    case 'millisecond':
      return type === 'time' ? (value) => value / 1000 : (value) => value / 1000 + daysTo1960 * secondsOfDay;
    case 'day':
      return from1960;
    case 'week':
      return (value) =>
        from1960(dayOfYear(Math.floor(value / 52)) + 7 * (value - 52 * Math.floor(value / 52)));
    case 'month':
      return (value) => from1960(dayOfMonth(value));
    case 'quarter':
      return (value) => from1960(dayOfMonth(3 * value));
    case 'halfYear':
      return (value) => from1960(dayOfMonth(6 * value));
  }
}

/** Whether several days share one value, so that a day says more than was known. */
export function isCoarse({ timeScale }: Variable): boolean {
  return timeScale !== undefined && timeScale.unit !== 'millisecond' && timeScale.unit !== 'day';
}

/** An SPSS time as ISO 8601 text: `2010-08-01`, `2010-08-01T00:00:04`, `26:30:00` for a time. */
export function isoTime(seconds: number, type: 'date' | 'datetime' | 'time'): string {
  if (type === 'time') return clock(seconds);
  const moment = new Date((seconds - daysTo1960 * secondsOfDay) * 1000 + Date.UTC(1960, 0, 1));
  if (Number.isNaN(moment.getTime())) return String(seconds);
  const text = moment.toISOString().replace(/(\.000)?Z$/, '');
  return type === 'date' && text.endsWith('T00:00:00') ? text.slice(0, -9) : text;
}

function clock(seconds: number): string {
  const sign = seconds < 0 ? '-' : '';
  const all = Math.abs(seconds);
  const whole = Math.floor(all);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const fraction = all === whole ? '' : String(Math.round((all - whole) * 1e6) / 1e6).slice(1);
  return sign + parts.map((part) => String(part).padStart(2, '0')).join(':') + fraction;
}

/** Days from 1960-01-01 to the first of January, `years` after 1960. */
function dayOfYear(years: number): number {
  return Date.UTC(1960 + years, 0, 1) / 86_400_000 - Date.UTC(1960, 0, 1) / 86_400_000;
}

function dayOfMonth(months: number): number {
  const whole = Math.floor(months);
  return Date.UTC(1960, whole, 1) / 86_400_000 - Date.UTC(1960, 0, 1) / 86_400_000;
}
