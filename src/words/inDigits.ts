/** Placeholders, and names such as F2 or `rw1`, keep their digits. */
const parts = /\{[^}]*\}|[A-Za-z]\w*|\d/g;

/** Messages with the numbers in them in the digits of a locale, as the numbers that are filled in are. */
export function inDigits<Words extends object>(words: Words, locale: string): Words {
  const { numberingSystem } = new Intl.NumberFormat(locale).resolvedOptions();
  if (numberingSystem === 'latn') return words;
  const format = new Intl.NumberFormat(locale);
  const digits = Array.from({ length: 10 }, (_, digit) => format.format(digit));
  const written = (text: string): string =>
    text.replace(parts, (part) => (/^\d$/.test(part) ? digits[Number(part)] : part));
  const within = (tree: object): object =>
    Object.fromEntries(
      Object.entries(tree).map(([key, value]) => [
        key,
        typeof value === 'string' ? written(value) : within(value),
      ]),
    );
  return within(words) as Words;
}
