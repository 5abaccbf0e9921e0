import { plainWords } from '../notice/words/plainWords.ts';

/** A label as words: in plain form with single spaces, and where each stands in what the file says. */
export interface LabelWords {
  readonly plain: string;
  readonly label: string;
  readonly starts: readonly number[];
  readonly places: readonly { readonly from: number; readonly to: number }[];
}

const questionNumber = /^\s*\p{L}{0,3}\d{1,3}[\p{L}\d_]{0,8}\s*[.:)-]\s+/u;

/** The number of the question (“Q8a. ”) is left out; elided articles (“d'eau”) are words of their own. */
export function labelWords(label: string): LabelWords {
  const places: { from: number; to: number }[] = [];
  const starts: number[] = [];
  let plain = '';
  const first = questionNumber.exec(label)?.[0].length ?? 0;
  for (const { 0: word, index } of label.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const one = plainWords(word);
    if (index < first || one === '') continue;
    if (plain !== '') plain += ' ';
    starts.push(plain.length);
    places.push({ from: index, to: index + word.length });
    plain += one;
  }
  return { plain, label, starts, places };
}

/**
 * A pattern over whole words anywhere in a text of `plainWords`; `~` stands for any ending.
 *
 * @param suffixes any word may end in a case or the like, as in Bangla.
 */
export function anyWords(patterns: readonly string[], suffixes: boolean): RegExp {
  const ending = '[\\p{L}\\p{M}]';
  const plain = patterns.map((pattern) =>
    pattern
      .replace(
        /[\u0981-\u09e3\u09f0-\u09ff]+/g,
        (word) => plainWords(word) + (suffixes ? `${ending}{0,6}` : ''),
      )
      .replace(/~/g, `${ending}*`),
  );
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${plain.join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'u');
}

/** What a pattern finds, as it stands in the label; `null` where it finds nothing. */
export function found(pattern: RegExp, { plain, label, starts, places }: LabelWords): string | null {
  const match = pattern.exec(plain);
  if (match === null) return null;
  const first = starts.indexOf(match.index);
  const last = starts.findLastIndex((start) => start < match.index + match[0].length);
  return label.slice(places[first].from, places[last].to);
}
