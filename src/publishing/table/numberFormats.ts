import type { NumberFormat } from '#presentation/tableDocument.ts';

/** Number formats of spreadsheets (ECMA-376 Part 1, 18.8.31) for what the reader sees in the window. */
export function spreadsheetFormat(
  { kind, decimals }: NumberFormat,
  locale: string,
  around: { readonly brackets?: boolean; readonly after?: string } = {},
): string {
  const digits = decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
  const { brackets = false, after = '' } = around;
  const suffix = after === '' ? '' : `"${after.replaceAll('"', '')}"`;
  const whole = (pattern: string): string =>
    `${numerals(locale)}${brackets ? `\\(${pattern}\\)` : pattern}${suffix}`;
  switch (kind) {
    case 'share':
      return whole(`${digits}%`);
    case 'count':
      return whole('#,##0');
    case 'number':
      return whole(digits);
    case 'signed':
    case 'points':
      return [whole(`+${digits}`), whole(`"−"${digits}`), whole(digits)].join(';');
  }
}

/** The value that such a format is for: points are of a hundred. */
export function spreadsheetValue(value: number, { kind }: NumberFormat): number {
  return kind === 'points' ? value * 100 : value;
}

/** Bangla digits are the fifth system of numerals of such formats. */
const numerals = (locale: string): string => (locale.includes('nu-beng') ? '[$-5000445]' : '');
