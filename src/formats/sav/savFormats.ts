import type { Measure, VariableType } from '#engine/survey/variable.ts';
import type { SavVariableRecord } from './savRecords.ts';

/**
 * Print formats of numbers that count seconds. DATE, ADATE, JDATE, MOYR, QYR, WKYR, EDATE, SDATE;
 * DATETIME, YMDHMS; TIME, DTIME, MTIME. WKDAY and MONTH show numbers 1–7 and 1–12: plain numbers here.
 */
const typesOfFormats: ReadonlyMap<number, VariableType> = new Map([
  ...[20, 23, 24, 28, 29, 30, 38, 39].map((format) => [format, 'date'] as const),
  ...[22, 41].map((format) => [format, 'datetime'] as const),
  ...[21, 25, 40].map((format) => [format, 'time'] as const),
]);

export function typeOfFormat(format: number): VariableType {
  return typesOfFormats.get(format) ?? 'numeric';
}

const measures: readonly Measure[] = ['unknown', 'nominal', 'ordinal', 'scale'];

/**
 * Measures by index of variable record. Record 7/11 has two or three numbers for each variable record
 * that begins a variable or a segment of one; with any other count it says nothing (as in PSPP).
 */
export function measureOf(display: readonly number[], records: readonly SavVariableRecord[]): Measure[] {
  const count = records.filter((record) => record.width >= 0).length;
  const step = display.length === count * 3 ? 3 : display.length === count * 2 ? 2 : 0;
  let next = 0;
  return records.map((record) => {
    if (record.width < 0 || step === 0) return 'unknown';
    const measure = measures[display[next]];
    next += step;
    return measure ?? 'unknown';
  });
}
