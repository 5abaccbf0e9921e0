import type { Column } from '#engine/survey/column.ts';
import type { PersonalKind } from './words/personalKinds.ts';

/** What the filled rows of a sample look like, as shares of them. */
export interface Looks {
  /** Rows with a value. */
  readonly filled: number;
  readonly distinct: number;
  readonly email: number;
  /** Written as a telephone number only is: `+`, `00`, groups of digits, or a mobile number's digits. */
  readonly phone: number;
  /** A latitude and a longitude in one text. */
  readonly position: number;
  /** At least six digits. */
  readonly digits: number;
  /** With letters. */
  readonly letters: number;
  /** Two to five words that begin with capital letters, or in a script without them. */
  readonly fullName: number;
  /** With a decimal fraction, between -180 and 180. */
  readonly degrees: number;
}

const email = /^[\w.+'-]+@[\w-]+(\.[\w-]+)*\.[a-z]{2,}$/i;
const phone =
  /^(\+|00)\d[\d .()-]{7,18}$|^0[1-9]\d{8,9}$|^\(?0?\d{2,4}\)?[-. ]\d{2,4}[-. ]\d{2,4}([-. ]\d{2,4}){0,2}$/;
const position = /^-?\d{1,2}\.\d{3,}\s*[ ,;]\s*-?\d{1,3}\.\d{3,}([ ,;].*)?$/;
const aDate = /^\d{1,4}[-./ ]\d{1,2}[-./ ]\d{1,4}\b/;
const fullName =
  /^(\p{Lu}[\p{L}\p{M}'’.-]*|\p{Lo}[\p{L}\p{M}'’.-]*)( (\p{Lu}[\p{L}\p{M}'’.-]*|\p{Lo}[\p{L}\p{M}'’.-]*|d[aeou]s?|del|al|el|bin|ben)){1,4}$/u;

export const looksLikeFullName = (text: string): boolean => fullName.test(text.trim());

/** Looks at the first `rows` rows; values that are labelled say nothing about a person. */
export function looksOf(column: Column, rows: number, isLabelled: (value: number) => boolean): Looks {
  const texts: string[] = [];
  if (column.kind === 'text') {
    for (let row = 0; row < Math.min(rows, column.codes.length); row++) {
      const text = column.dictionary[column.codes[row]].trim();
      if (text !== '') texts.push(text);
    }
  } else {
    for (let row = 0; row < Math.min(rows, column.values.length); row++) {
      const value = column.values[row];
      if ((column.reasons === null || column.reasons[row] === 0) && !isLabelled(value))
        texts.push(String(value));
    }
  }
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const share = (matches: (text: string) => boolean): number => {
    let matched = 0;
    for (const [text, count] of counts) if (matches(text)) matched += count;
    return texts.length === 0 ? 0 : matched / texts.length;
  };
  return {
    filled: texts.length,
    distinct: counts.size,
    email: share((text) => email.test(text)),
    phone: share((text) => phone.test(text) && !aDate.test(text)),
    position: share((text) => position.test(text)),
    digits: share((text) => text.replace(/\D/g, '').length >= 6),
    letters: share((text) => /\p{L}{2}/u.test(text)),
    fullName: share(looksLikeFullName),
    degrees: share((text) => /^-?\d{1,3}[.,]\d{2,}$/.test(text) && Math.abs(parseFloat(text)) <= 180),
  };
}

/** Values that can be nothing else, whatever the variable is called. */
export function kindByValues(
  column: Column,
  { filled, distinct, email, phone, position }: Looks,
): PersonalKind | null {
  if (column.kind !== 'text' || filled < 3) return null;
  if (email >= 0.3) return 'email';
  if (position >= 0.5) return 'position';
  if (phone >= 0.7 && distinct >= 0.3 * filled) return 'phone';
  return null;
}

/** Whether values that do not contradict what a variable is called: "Do you have a telephone?" is answered yes or no. */
export function canHold(kind: PersonalKind, column: Column, looks: Looks): boolean {
  if (looks.filled === 0) return column.kind === 'text';
  switch (kind) {
    case 'email':
      return looks.email >= 0.2;
    case 'phone':
    case 'nationalId':
      return looks.digits >= 0.3 && looks.distinct >= 2;
    case 'position':
      return looks.degrees >= 0.3 || looks.position >= 0.2;
    case 'device':
      return looks.distinct >= 2 && looks.letters + looks.digits >= 0.5;
    case 'address':
    case 'name':
      return column.kind === 'text' && looks.letters >= 0.5 && looks.distinct >= 2;
  }
}
