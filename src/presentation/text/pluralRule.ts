/**
 * Which of a message's forms goes with a count: in French and Bangla, 0 is as 1. A message with three forms says
 * nothing at all in the first of them, whatever the language.
 */
export function pluralRule(locale: string): (count: number, forms: number) => number {
  const rules = new Intl.PluralRules(locale);
  return (count, forms) => {
    const form = rules.select(Math.abs(count)) === 'one' ? 0 : 1;
    if (forms < 3) return Math.min(form, forms - 1);
    return count === 0 ? 0 : form + 1;
  };
}
