/** A label as it is compared: without accents, capitals and punctuation. */
export function plainLabel(label: string): string {
  return label
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]+/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** A question as it is compared: its number (`Q10A.`, `3.2)`) is not part of it. */
export function plainQuestion(label: string): string {
  return plainLabel(label.replace(/^\s*[a-z]{0,3}\d+[a-z]?(?:[._-]\d+[a-z]?)*\s*[.:)]\s*(?=\S)/i, ''));
}

/** Whether two labels say the same. */
export function sameLabel(left: string, right: string): boolean {
  return left === right || plainLabel(left) === plainLabel(right);
}
