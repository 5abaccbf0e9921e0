/**
 * A label in the form in which words are compared: small letters without accents, Arabic without vowel
 * signs and with one form of each letter, apostrophes gone, everything that is not a letter or a digit a space.
 */
export function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u0640\u064b-\u0655\u0670]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/\u0649/g, '\u064a')
    .replace(/\u0629/g, '\u0647')
    .replace(/['’‘`´ʼ]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of a name: `nom_enqueteur`, `nomEnqueteur` and `nom.enqueteur2` are `nom`, `enqueteur` (and `2`). */
export function wordsOfName(name: string): string[] {
  const apart = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\p{N})|(\p{N})(\p{L})/gu, '$1$3 $2$4');
  return plainWords(apart).split(' ');
}

/**
 * The words of what a variable asks: its label without the number of the question ("Q1. Age"), or its name where
 * that is the question, as in a workbook.
 */
export function wordsOfLabel({ name, label }: { readonly name: string; readonly label: string }): string {
  const text = label === '' && /\s/.test(name) ? name : label;
  return plainWords(text.replace(/^\s*\p{L}{0,3}\d{1,3}[\p{L}\d_]{0,8}\s*[.:)-]\s+/u, ''));
}
