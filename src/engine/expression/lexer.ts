import { phrase, type Phrase } from '../survey/phrase.ts';
import { Problem } from '../survey/problem.ts';

export type TokenKind = 'name' | 'number' | 'text' | 'operator' | 'word' | 'punctuation' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** Names and texts without their quotes; operators and words in one spelling. */
  readonly text: string;
  /** Of a number. */
  readonly value: number;
  /** Counted from 1, in characters as JavaScript counts them. */
  readonly position: number;
  /** Of the last character. */
  readonly end: number;
  /** A name between backquotes. */
  readonly quoted: boolean;
}

/** Operators by their spellings; longer ones first. */
const operators: readonly (readonly [string, string])[] = [
  ['==', '='],
  ['!=', '!='],
  ['<>', '!='],
  ['<=', '<='],
  ['>=', '>='],
  ['&&', 'and'],
  ['||', 'or'],
  ['=', '='],
  ['<', '<'],
  ['>', '>'],
  ['&', 'and'],
  ['|', 'or'],
  ['!', 'not'],
  ['**', '**'],
  ['*', '*'],
  ['/', '/'],
  ['+', '+'],
  ['-', '-'],
];

export const words: ReadonlySet<string> = new Set(['and', 'or', 'not', 'in', 'to', 'missing']);
/** Longer ones are not written by hand, and would be deep. */
const mostTokens = 4000;
const nameStart = /[\p{L}_.$@#]/u;
const namePattern = /[\p{L}\p{M}\p{N}_.$@#]+/uy;
const numberPattern = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;

/** Splits an expression into tokens. @throws `Problem` expression.invalid */
export function tokensOf(expression: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < expression.length) {
    const character = String.fromCodePoint(expression.codePointAt(at)!);
    const position = at + 1;
    if (/\s/u.test(character)) {
      at += character.length;
      continue;
    }
    if (tokens.length === mostTokens) throw invalid(expression, position, phrase('isTooLong'));
    const add = (kind: TokenKind, text: string, length: number, value = NaN): void => {
      at += length;
      tokens.push({ kind, text, value, position, end: at, quoted: character === '`' });
    };
    const number = match(numberPattern, expression, at);
    if (number !== null) {
      add('number', number, number.length, Number(number));
    } else if (nameStart.test(character)) {
      const name = match(namePattern, expression, at)!;
      const isWord = words.has(name.toLowerCase());
      add(isWord ? 'word' : 'name', isWord ? name.toLowerCase() : name, name.length);
    } else if (character === '"' || character === "'" || character === '`') {
      const { text, length } = quoted(expression, at, character);
      add(character === '`' ? 'name' : 'text', text, length);
    } else if ('(),'.includes(character)) {
      add('punctuation', character, 1);
    } else {
      const operator = operators.find(([spelling]) => expression.startsWith(spelling, at));
      if (!operator) throw invalid(expression, position, phrase('noMeaning', { character }));
      add('operator', operator[1], operator[0].length);
    }
  }
  const position = expression.length + 1;
  tokens.push({ kind: 'end', text: '', value: NaN, position, end: position, quoted: false });
  return tokens;
}

/** A problem at a place in the expression, counted from 1. `expected` lists what could stand there. */
export function invalid(
  expression: string,
  position: number,
  detail: Phrase,
  expected: readonly string[] = [],
): Problem {
  return new Problem('expression.invalid', { expression, position, detail, expected });
}

function match(pattern: RegExp, expression: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(expression)?.[0] ?? null;
}

/** A quote inside is written twice. */
function quoted(expression: string, from: number, quote: string): { text: string; length: number } {
  let text = '';
  for (let at = from + 1; at < expression.length; at++) {
    if (expression[at] !== quote) text += expression[at];
    else if (expression[at + 1] === quote) text += expression[at++];
    else if (quote === '`' && text === '') throw invalid(expression, from + 1, phrase('emptyName'));
    else return { text, length: at + 1 - from };
  }
  throw invalid(expression, from + 1, phrase('openQuote', { quote }));
}
