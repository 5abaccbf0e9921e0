import { Problem } from '../survey/problem.ts';
import { expectedKinds, read } from './parseExpression.ts';
import { written } from './renameVariables.ts';
import { functions } from './tree.ts';

export interface Completions {
  /** The part of the text that a completion replaces, in characters from 0: `from` included, `to` not. */
  readonly from: number;
  readonly to: number;
  readonly items: readonly Completion[];
}

export interface Completion {
  /** What it is called, and what is written into the text. */
  readonly name: string;
  readonly text: string;
  readonly kind: 'variable' | 'function' | 'word' | 'operator';
}

/**
 * What may stand at a place of an expression that is being typed: variables, functions, words and
 * operators, those that go on as the text before `position` begins.
 *
 * @param position characters before the cursor, from 0.
 * @param names of variables, in the order wanted.
 */
export function completionsAt(text: string, position: number, names: readonly string[]): Completions {
  const before = text.slice(0, position);
  const typed = /(?:`[^`]*|[\p{L}\p{M}\p{N}_.$@#]*)$/u.exec(opensQuote(before) ? before : plain(before))![0];
  const from = position - typed.length;
  const rest = /^[\p{L}\p{M}\p{N}_.$@#]*/u.exec(text.slice(position))![0];
  const start = typed.replace(/^`/, '').toLowerCase();
  const nothing: Completions = { from, to: position + rest.length, items: [] };
  if (/^[\d.]/.test(typed)) return nothing;
  const expected = expectedAfter(text.slice(0, from));
  if (expected === null) return nothing;
  const variables = names.map((name): Completion => ({ name, text: written(name), kind: 'variable' }));
  const called = Object.keys(functions).map((name): Completion => ({
    name,
    text: `${name}(`,
    kind: 'function',
  }));
  const items = expected.flatMap((one): readonly Completion[] => {
    if (one === expectedKinds.variable) return variables;
    if (one === expectedKinds.function) return called;
    if (one === expectedKinds.value) return [];
    if (one === 'missing') return [{ name: one, text: 'missing(', kind: 'function' }];
    return [{ name: one, text: one, kind: /^\p{L}/u.test(one) ? 'word' : 'operator' }];
  });
  const order: readonly Completion['kind'][] = ['variable', 'function', 'word', 'operator'];
  const begins = (name: string): boolean => name.toLowerCase().startsWith(start);
  const contains = (name: string): boolean => name.toLowerCase().includes(start);
  const fitting = items.filter(({ name, kind }) => (kind === 'variable' ? contains(name) : begins(name)));
  const rank = ({ name, kind }: Completion): number =>
    (begins(name) ? 0 : order.length) + order.indexOf(kind);
  return { ...nothing, items: fitting.sort((left, right) => rank(left) - rank(right)) };
}

/** A backquote that is not closed yet begins the name that is being typed. */
function opensQuote(before: string): boolean {
  return (before.match(/`/g)?.length ?? 0) % 2 === 1;
}

/** Without backquotes, which belong to names that are whole. */
function plain(before: string): string {
  return before.slice(before.lastIndexOf('`') + 1);
}

/** What may follow a text; `null` where the text cannot be read up to its end. */
function expectedAfter(text: string): readonly string[] | null {
  try {
    return read(text, false).expected;
  } catch (error) {
    if (!(error instanceof Problem) || error.params.position !== text.length + 1) return null;
    const { expected } = error.params;
    return Array.isArray(expected) ? expected.map(String) : null;
  }
}
