import type { Display, Measure, VariableType } from '#engine/survey/variable.ts';
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

/** Numbers of formats that numbers are shown in. Source: PSPP Developers Guide, "Variable Record". */
const codes: Readonly<Record<string, number>> = {
  COMMA: 3,
  DOLLAR: 4,
  F: 5,
  IB: 6,
  PIBHEX: 7,
  P: 8,
  PIB: 9,
  PK: 10,
  RB: 11,
  RBHEX: 12,
  Z: 15,
  N: 16,
  E: 17,
  DATE: 20,
  TIME: 21,
  DATETIME: 22,
  ADATE: 23,
  JDATE: 24,
  DTIME: 25,
  WKDAY: 26,
  MONTH: 27,
  MOYR: 28,
  QYR: 29,
  WKYR: 30,
  PCT: 31,
  DOT: 32,
  CCA: 33,
  CCB: 34,
  CCC: 35,
  CCD: 36,
  CCE: 37,
  EDATE: 38,
  SDATE: 39,
  MTIME: 40,
  YMDHMS: 41,
};
const names = new Map(Object.entries(codes).map(([name, code]) => [code, name]));

export function typeOfFormat(format: number): VariableType {
  return typesOfFormats.get(format) ?? 'numeric';
}

/** `F8.2`, `DATE11`. */
export function formatName({ format, formatWidth, decimals }: SavVariableRecord): string | null {
  const name = names.get(format);
  if (name === undefined) return null;
  const points = typeOfFormat(format) === 'numeric' || decimals > 0 ? `.${decimals}` : '';
  return `${name}${formatWidth}${points}`;
}

/** The four bytes of a print format; `null` for one that is none of a number of this type. */
export function packedFormat(text: string, type: VariableType): number | null {
  const parts = /^([A-Z]{1,8})(\d{1,2})(?:\.(\d{1,2}))?$/.exec(text);
  if (parts === null || !Object.hasOwn(codes, parts[1])) return null;
  const [code, width, decimals] = [codes[parts[1]], Number(parts[2]), Number(parts[3] ?? 0)];
  if (typeOfFormat(code) !== type || width === 0 || width > 40 || decimals > 16) return null;
  return (code << 16) | (width << 8) | decimals;
}

/** The bytes that a text was given room for, where its format says so: 20 for `A20`. */
export function declaredWidth(display: Display | undefined): number {
  const width = display?.program === 'spss' ? /^A(\d{1,5})$/.exec(display.format) : null;
  return Number(width?.[1] ?? 0);
}

const measures: readonly Measure[] = ['unknown', 'nominal', 'ordinal', 'scale'];
const alignments: readonly NonNullable<Display['alignment']>[] = ['left', 'right', 'centre'];
/** No window of SPSS has wider columns. */
const widestColumn = 255;

/** What record 7/11 says of one variable. */
export interface Shown {
  readonly measure: Measure;
  readonly width?: number;
  readonly alignment?: NonNullable<Display['alignment']>;
}

/**
 * By index of variable record. Record 7/11 has two numbers (measure, alignment) or three (width between them) for
 * each variable record that begins a variable or a segment of one; with any other count it says nothing (as in PSPP).
 */
export function shownBy(display: readonly number[], records: readonly SavVariableRecord[]): Shown[] {
  const count = records.filter((record) => record.width >= 0).length;
  const step = display.length === count * 3 ? 3 : display.length === count * 2 ? 2 : 0;
  let next = 0;
  return records.map((record) => {
    if (record.width < 0 || step === 0) return { measure: 'unknown' };
    const measure = measures[display[next]] ?? 'unknown';
    const width = step === 3 ? display[next + 1] : 0;
    const alignment = alignments[display[next + step - 1]];
    next += step;
    return {
      measure,
      ...(width > 0 && width <= widestColumn && { width }),
      ...(alignment !== undefined && { alignment }),
    };
  });
}

export function alignmentCode(alignment: NonNullable<Display['alignment']>): number {
  return alignments.indexOf(alignment);
}
