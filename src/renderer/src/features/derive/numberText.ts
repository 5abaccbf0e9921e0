const banglaDigits = /[\u09e6-\u09ef]/g;
const western = (digit: string): string => String(digit.charCodeAt(0) - 0x9e6);

/** A number as somebody types it, with a comma or a point, in western or Bangla digits; `null` where it is not one. */
export function numberOf(text: string): number | null {
  const plain = text.trim().replace(banglaDigits, western).replace('\u2212', '-').replace(',', '.');
  if (plain === '') return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/** Numbers with commas, semicolons or spaces between them; `null` where something is not a number. */
export function numbersOf(text: string): readonly number[] | null {
  const parts = text.split(/[,;\s]+/).filter((part) => part !== '');
  const numbers = parts.map(numberOf).filter((value) => value !== null);
  return numbers.length === parts.length ? numbers : null;
}
