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
];

const words = new Set(['and', 'or', 'not', 'in', 'to', 'missing']);
const nameStart = /[\p{L}_.$@#]/u;
const namePattern = /[\p{L}\p{M}\p{N}_.$@#]+/uy;
const numberPattern = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;

/** Splits a filter into tokens. @throws `Problem` expression.invalid */
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
    const number = match(numberPattern, expression, at);
    if (number !== null) {
      tokens.push({ kind: 'number', text: number, value: Number(number), position });
      at += number.length;
    } else if (nameStart.test(character)) {
      const name = match(namePattern, expression, at)!;
      const isWord = words.has(name.toLowerCase());
      tokens.push({
        kind: isWord ? 'word' : 'name',
        text: isWord ? name.toLowerCase() : name,
        value: NaN,
        position,
      });
      at += name.length;
    } else if (character === '"' || character === "'" || character === '`') {
      const { text, length } = quoted(expression, at, character);
      tokens.push({ kind: character === '`' ? 'name' : 'text', text, value: NaN, position });
      at += length;
    } else if ('(),-'.includes(character)) {
      tokens.push({ kind: 'punctuation', text: character, value: NaN, position });
      at += 1;
    } else {
      const operator = operators.find(([spelling]) => expression.startsWith(spelling, at));
      if (!operator) throw invalid(expression, position, `the character ${character} has no meaning here`);
      tokens.push({ kind: 'operator', text: operator[1], value: NaN, position });
      at += operator[0].length;
    }
  }
  tokens.push({ kind: 'end', text: '', value: NaN, position: expression.length + 1 });
  return tokens;
}

/** A problem at a place in the filter, counted from 1. */
export function invalid(expression: string, position: number, detail: string): Problem {
  return new Problem('expression.invalid', { expression, position, detail });
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
    else if (quote === '`' && text === '')
      throw invalid(expression, from + 1, 'the name between the quotes is empty');
    else return { text, length: at + 1 - from };
  }
  throw invalid(expression, from + 1, `the quote ${quote} is not closed`);
}
