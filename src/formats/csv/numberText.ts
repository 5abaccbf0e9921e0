/** How a cell may be read; values of `NumberText` are added up as bits. */
export const NumberText = { none: 0, withPoint: 1, withComma: 2 } as const;

/** A number of this many digits before the point no longer fits a double: it is an id. */
const idDigits = 16;

/**
 * Whether a text is a number written with a decimal point, with a decimal comma, or (as integers are) either.
 * Codes such as `007` and ids of 16 digits or more are no numbers: they would not come back as they were.
 */
export function numberText(text: string): number {
  let index = 0;
  let code = text.charCodeAt(0);
  if (code === 0x2b || code === 0x2d) code = text.charCodeAt(++index);
  const wholeStart = index;
  index = afterDigits(text, index);
  const whole = index - wholeStart;
  if (whole >= idDigits || (whole > 1 && text.charCodeAt(wholeStart) === 0x30)) return NumberText.none;
  let kinds: number = NumberText.withPoint | NumberText.withComma;
  const mark = text.charCodeAt(index);
  let fraction = 0;
  if (mark === 0x2e || mark === 0x2c) {
    kinds = mark === 0x2e ? NumberText.withPoint : NumberText.withComma;
    const end = afterDigits(text, index + 1);
    fraction = end - index - 1;
    index = end;
  }
  if (whole + fraction === 0) return NumberText.none;
  if (index === text.length) return kinds;
  if ((text.charCodeAt(index) | 0x20) !== 0x65) return NumberText.none;
  index++;
  const sign = text.charCodeAt(index);
  if (sign === 0x2b || sign === 0x2d) index++;
  const end = afterDigits(text, index);
  if (end === index || end < text.length) return NumberText.none;
  return Number.isFinite(Number(text.replace(',', '.'))) ? kinds : NumberText.none;
}

function afterDigits(text: string, from: number): number {
  let index = from;
  for (let code = text.charCodeAt(index); code >= 0x30 && code <= 0x39; code = text.charCodeAt(index))
    index++;
  return index;
}
