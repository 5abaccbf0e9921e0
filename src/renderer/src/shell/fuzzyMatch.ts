import type { TextPart } from '../format/matchText.ts';

/** A text made ready to be searched often: letter by letter, without case and accents. */
export interface Searchable {
  readonly letters: readonly string[];
  readonly plain: string;
  /** Where its words begin. */
  readonly starts: readonly number[];
}

export interface Found {
  readonly score: number;
  /** Places of the letters that match, for each text. */
  readonly marks: readonly ReadonlySet<number>[];
}

const plainLetter = (letter: string): string =>
  letter
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLocaleLowerCase()
    .charAt(0) || letter.charAt(0);

export function searchable(text: string): Searchable {
  const letters = Array.from(text.normalize('NFC'));
  const plain = letters.map(plainLetter).join('');
  const isLetter = letters.map((letter) => /[\p{L}\p{M}\p{N}]/u.test(letter));
  const starts = letters.flatMap((_, index) => (isLetter[index] && !isLetter[index - 1] ? [index] : []));
  return { letters, plain, starts };
}

export const wordsOf = (query: string): readonly string[] =>
  Array.from(query.normalize('NFC'), plainLetter).join('').split(/\s+/).filter(Boolean);

/** In names as short as this the letters of a word may stand apart. */
const shortText = 32;

/**
 * Every word of the query in one of the texts: as it stands, by the beginnings of words (`fw` in “Fear × Want”), or,
 * in short texts, with letters left out. The first text counts more than those after it. `null`: one word is in none.
 */
export function fuzzyMatch(words: readonly string[], texts: readonly Searchable[]): Found | null {
  const marks = texts.map(() => new Set<number>());
  let score = -texts[0].plain.length / 100;
  for (const word of words) {
    let best: { readonly score: number; readonly text: number; readonly at: readonly number[] } | null = null;
    for (let text = 0; text < texts.length; text++) {
      const found = matchWord(word, texts[text]);
      if (!found) continue;
      const weighed = found.score / (text + 1);
      if (!best || weighed > best.score) best = { score: weighed, text, at: found.at };
    }
    if (!best) return null;
    score += best.score;
    for (const place of best.at) marks[best.text].add(place);
  }
  return { score, marks };
}

function matchWord(word: string, text: Searchable): { score: number; at: readonly number[] } | null {
  const begun = text.starts.find((start) => text.plain.startsWith(word, start));
  const inside = begun ?? text.plain.indexOf(word);
  if (inside >= 0) {
    const whole = word.length === text.plain.length ? 40 : 0;
    return {
      score: (inside === 0 ? 100 : begun === undefined ? 50 : 80) + whole,
      at: Array.from(word, (_, index) => inside + index),
    };
  }
  if (word.length < 2) return null;
  const initials = byBeginnings(word, text, 0, -1);
  if (initials) return { score: 40, at: initials };
  const apart = text.plain.length <= shortText ? lettersApart(word, text.plain) : null;
  return apart && { score: 20 - (apart[apart.length - 1] - apart[0]) / 4, at: apart };
}

/** Each letter follows the one before it, or begins a word. */
function byBeginnings(word: string, text: Searchable, from: number, last: number): readonly number[] | null {
  if (from === word.length) return [];
  const places = text.starts.filter((start) => start > last);
  if (last >= 0) places.unshift(last + 1);
  for (const place of places) {
    if (text.plain[place] !== word[from]) continue;
    const rest = byBeginnings(word, text, from + 1, place);
    if (rest) return [place, ...rest];
  }
  return null;
}

function lettersApart(word: string, plain: string): readonly number[] | null {
  const at: number[] = [];
  for (const letter of word) {
    const next = plain.indexOf(letter, (at.at(-1) ?? -1) + 1);
    if (next < 0) return null;
    at.push(next);
  }
  return at;
}

/** The text cut where its marked letters begin and end. */
export function markedParts({ letters }: Searchable, marks: ReadonlySet<number>): readonly TextPart[] {
  const parts: { text: string; matches: boolean }[] = [];
  letters.forEach((letter, index) => {
    const matches = marks.has(index);
    const last = parts.at(-1);
    if (last?.matches === matches) last.text += letter;
    else parts.push({ text: letter, matches });
  });
  return parts;
}
