import { phrase } from '../survey/phrase.ts';
import { invalid, tokensOf, words } from './lexer.ts';
import type { Parsed } from './tree.ts';
import { mentionsOf } from './variablesOf.ts';

/** The text of an expression with its variables called as `names` says; all else stays as it is written. */
export function renameVariables(parsed: Parsed, names: ReadonlyMap<string, string>): string {
  const { expression } = parsed;
  const ends = new Map(tokensOf(expression).map(({ position, end }) => [position, end]));
  let text = '';
  let from = 0;
  for (const { name, position } of mentionsOf(parsed)) {
    const end = ends.get(position);
    if (end === undefined) throw invalid(expression, position, phrase('variableExpected'));
    const called = names.get(name);
    if (called === undefined) continue;
    text += expression.slice(from, position - 1) + written(called);
    from = end;
  }
  return text + expression.slice(from);
}

/** A name as it stands in an expression: between backquotes where it would be read as something else. */
export function written(name: string): string {
  const plain = /^[\p{L}_.$@#][\p{L}\p{M}\p{N}_.$@#]*$/u.test(name) && !/^\.\d/.test(name);
  return plain && !words.has(name.toLowerCase()) ? name : `\`${name.replaceAll('`', '``')}\``;
}
