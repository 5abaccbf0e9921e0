import { phrase, type Phrase } from '../survey/phrase.ts';
import { invalid, tokensOf, type Token } from './lexer.ts';
import {
  functions,
  isCondition,
  type Arithmetic,
  type Comparison,
  type Expression,
  type FunctionName,
  type Item,
  type Literal,
  type Name,
  type Parsed,
} from './tree.ts';

/** Parentheses and functions within each other. */
const deepest = 100;

/** What may stand at a place: these kinds, and words and operators as they are written. */
export const expectedKinds = { variable: '@variable', function: '@function', value: '@value' } as const;

/**
 * Reads a filter (`--where`) or a rule, such as `sex = 2 and (age >= 18 or not missing(school))`.
 *
 *     or:         and { ("or" | "|" | "||") and }
 *     and:        not { ("and" | "&" | "&&") not }
 *     not:        ("not" | "!") not | comparison
 *     comparison: sum [ ("=" | "==" | "!=" | "<>" | "<" | "<=" | ">" | ">=") sum ]
 *               | name ["not"] "in" "(" item { "," item } ")"
 *     item:       literal [ "to" literal ]
 *     sum:        product { ("+" | "-") product }
 *     product:    sign { ("*" | "/") sign }
 *     sign:       "-" sign | power
 *     power:      primary [ "**" sign ]
 *     primary:    name | number | 'text' | "text" | "(" or ")" | "missing" "(" name ")"
 *               | function "(" or { "," or } ")"
 *
 * Functions: `abs count floor if max mean min round sum`; a variable may have such a name too. Names are
 * letters, digits and `_ . $ @ #`; others, and `and`, `or`, `not`, `in`, `to`, `missing` themselves, stand
 * between backquotes. A quote within quotes is written twice.
 *
 * @throws `Problem` expression.invalid with `position` counted from 1, and what is `expected` there
 */
export function parseExpression(expression: string): Parsed {
  const { tree } = read(expression, true);
  return { expression, tree };
}

/** Reads what gives a value for each row: the same grammar, where a number will do as well as a condition. */
export function parseFormula(expression: string): Parsed {
  const { tree } = read(expression, false);
  return { expression, tree };
}

/** Reads an expression to its end; `expected`: what could follow. */
export function read(
  expression: string,
  asCondition: boolean,
): { readonly tree: Expression; readonly expected: readonly string[] } {
  const tokens = tokensOf(expression);
  const expected = new Set<string>();
  let next = 0;
  let depth = 0;
  const peek = (): Token => tokens[next];
  const take = (): Token => {
    expected.clear();
    return tokens[next++];
  };
  const accept = (text: string): boolean => {
    const token = peek();
    if (token.text === text && ['operator', 'word', 'punctuation'].includes(token.kind)) {
      take();
      return true;
    }
    expected.add(text);
    return false;
  };
  const failAt = (position: number, detail: Phrase): never => {
    throw invalid(expression, position, detail, [...expected]);
  };
  const fail = (detail: Phrase): never => failAt(peek().position, detail);
  const expect = (text: string): void => {
    if (!accept(text)) fail(phrase('somethingExpected', { text }));
  };
  const condition = (node: Expression): Expression =>
    isCondition(node) ? node : fail(phrase('comparisonExpected'));
  const number = (node: Expression): Expression =>
    node.kind === 'text' ? failAt(node.position, phrase('numberNotText')) : node;

  function or(): Expression {
    let left = and();
    while (isCondition(left) && accept('or')) left = { kind: 'or', left, right: condition(and()) };
    return left;
  }

  function and(): Expression {
    let left = not();
    while (isCondition(left) && accept('and')) left = { kind: 'and', left, right: condition(not()) };
    return left;
  }

  function not(): Expression {
    return accept('not') ? { kind: 'not', of: condition(not()) } : comparison();
  }

  function comparison(): Expression {
    const left = sum();
    if (left.kind === 'name') {
      if (accept('in')) return { kind: 'in', variable: left, items: items() };
      if (accept('not')) {
        expect('in');
        return { kind: 'not', of: { kind: 'in', variable: left, items: items() } };
      }
    }
    const operator = comparisons.find((one) => accept(one));
    if (operator === undefined) return left.kind === 'text' ? fail(phrase('comparisonExpected')) : left;
    return { kind: 'compare', operator, left, right: sum() };
  }

  function items(): Item[] {
    expect('(');
    const list: Item[] = [];
    do {
      const value = literal();
      list.push(accept('to') ? { kind: 'range', low: value, high: literal() } : { kind: 'value', value });
    } while (accept(','));
    expect(')');
    return list;
  }

  function chain(operators: readonly Arithmetic[], part: () => Expression): Expression {
    let left = part();
    for (;;) {
      const operator = left.kind === 'text' ? undefined : operators.find((one) => accept(one));
      if (operator === undefined) return left;
      left = { kind: 'arithmetic', operator, left, right: number(part()) };
    }
  }

  function sum(): Expression {
    return chain(['+', '-'], product);
  }

  function product(): Expression {
    return chain(['*', '/'], sign);
  }

  function sign(): Expression {
    const { position, text, kind } = peek();
    if (kind !== 'operator' || text !== '-') return power();
    take();
    const of = number(nested(sign));
    return of.kind === 'number'
      ? { ...of, value: -of.value, text: `-${of.text}`, position }
      : { kind: 'negative', of };
  }

  function power(): Expression {
    const left = primary();
    return left.kind !== 'text' && accept('**')
      ? { kind: 'arithmetic', operator: '**', left, right: number(nested(sign)) }
      : left;
  }

  function primary(): Expression {
    if (accept('(')) {
      const inside = nested(or);
      expect(')');
      return inside;
    }
    if (accept('missing')) {
      expect('(');
      const variable = name();
      expect(')');
      return { kind: 'missing', variable };
    }
    const token = peek();
    const after = tokens[next + 1];
    if (token.kind === 'name' && !token.quoted && after.kind === 'punctuation' && after.text === '(') {
      return call();
    }
    if (token.kind === 'name') return name();
    expected.add(expectedKinds.variable).add(expectedKinds.function);
    return literal();
  }

  function call(): Expression {
    const { text, position } = take();
    const called = text.toLowerCase();
    if (!isFunction(called)) return failAt(position, phrase('unknownFunction', { name: text }));
    expect('(');
    const given: Expression[] = [];
    do {
      const one = nested(or);
      given.push(called === 'if' && given.length === 0 ? condition(one) : number(one));
    } while (accept(','));
    const { least, most } = functions[called];
    if (given.length < least) fail(phrase('tooFewValues', { name: called, count: least }));
    if (given.length > most)
      fail(
        phrase(most === 1 ? 'oneValueOnly' : 'tooManyValues', {
          name: called,
          ...(most === 1 ? {} : { count: most }),
        }),
      );
    expect(')');
    return { kind: 'call', name: called, given };
  }

  function nested(part: () => Expression): Expression {
    if (++depth > deepest) fail(phrase('nestedTooDeeply'));
    const inside = part();
    depth--;
    return inside;
  }

  function name(): Name {
    const { kind, text, position } = peek();
    if (kind !== 'name') {
      expected.add(expectedKinds.variable);
      return fail(phrase('nameExpected'));
    }
    take();
    return { kind: 'name', name: text, position };
  }

  function literal(): Literal {
    const { position } = peek();
    const negative = accept('-');
    const { kind, text, value } = peek();
    if (kind === 'number') {
      take();
      return { kind, value: negative ? -value : value, text: negative ? `-${text}` : text, position };
    }
    if (kind === 'text' && !negative) {
      take();
      return { kind, value: NaN, text, position };
    }
    expected.add(expectedKinds.value);
    return fail(phrase(negative ? 'numberExpected' : 'valueExpected'));
  }

  if (peek().kind === 'end') {
    expected.add(expectedKinds.variable).add(expectedKinds.function).add('not').add('missing').add('(');
    fail(phrase('isEmpty'));
  }
  const tree = or();
  if (asCondition) condition(tree);
  if (peek().kind !== 'end') fail(phrase('endExpected'));
  return { tree, expected: [...expected] };
}

const comparisons: readonly Comparison[] = ['=', '!=', '<', '<=', '>', '>='];

function isFunction(name: string): name is FunctionName {
  return Object.hasOwn(functions, name);
}
