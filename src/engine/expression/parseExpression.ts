import { invalid, tokensOf, type Token } from './lexer.ts';
import type { Comparison, Expression, Filter, Item, Literal, Name, Operand } from './tree.ts';

export type { Filter } from './tree.ts';

/**
 * Reads a filter (`--where`), such as `sex = 2 and (age >= 18 or not missing(school))`.
 *
 *     or:         and { ("or" | "|" | "||") and }
 *     and:        not { ("and" | "&" | "&&") not }
 *     not:        ("not" | "!") not | "(" or ")" | "missing" "(" name ")" | comparison
 *     comparison: operand ("=" | "==" | "!=" | "<>" | "<" | "<=" | ">" | ">=") operand
 *               | name ["not"] "in" "(" item { "," item } ")"
 *     item:       literal [ "to" literal ]
 *     operand:    name | literal
 *     literal:    ["-"] number | 'text' | "text"
 *
 * Names are letters, digits and `_ . $ @ #`; others, and `and`, `or`, `not`, `in`, `to`, `missing`
 * themselves, stand between backquotes. A quote within quotes is written twice.
 *
 * @throws `Problem` expression.invalid with `position` counted from 1
 */
export function parseExpression(expression: string): Filter {
  const tokens = tokensOf(expression);
  let next = 0;
  const peek = (): Token => tokens[next];
  const is = (text: string): boolean =>
    peek().text === text && ['operator', 'word', 'punctuation'].includes(peek().kind);
  const accept = (text: string): boolean => {
    if (!is(text)) return false;
    next++;
    return true;
  };
  const fail = (detail: string): never => {
    throw invalid(expression, peek().position, detail);
  };
  const expect = (text: string): void => {
    if (!accept(text)) fail(`${text} is expected`);
  };

  function or(): Expression {
    let left = and();
    while (accept('or')) left = { kind: 'or', left, right: and() };
    return left;
  }

  function and(): Expression {
    let left = not();
    while (accept('and')) left = { kind: 'and', left, right: not() };
    return left;
  }

  function not(): Expression {
    if (accept('not')) return { kind: 'not', of: not() };
    if (accept('(')) {
      const inside = or();
      expect(')');
      return inside;
    }
    if (accept('missing')) {
      expect('(');
      const variable = name();
      expect(')');
      return { kind: 'missing', variable };
    }
    return comparison();
  }

  function comparison(): Expression {
    const left = operand();
    if (left.kind === 'name' && accept('in')) return { kind: 'in', variable: left, items: items() };
    if (left.kind === 'name' && accept('not')) {
      expect('in');
      return { kind: 'not', of: { kind: 'in', variable: left, items: items() } };
    }
    const operator = peek();
    if (operator.kind !== 'operator' || !isComparison(operator.text)) return fail('a comparison is expected');
    next++;
    return { kind: 'compare', operator: operator.text, left, right: operand() };
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

  function operand(): Operand {
    return peek().kind === 'name' ? name() : literal();
  }

  function name(): Name {
    const { kind, text, position } = peek();
    if (kind !== 'name') return fail('the name of a variable is expected');
    next++;
    return { kind: 'name', name: text, position };
  }

  function literal(): Literal {
    const { position } = peek();
    const negative = accept('-');
    const { kind, text, value } = peek();
    if (kind === 'number') {
      next++;
      return { kind, value: negative ? -value : value, text: negative ? `-${text}` : text, position };
    }
    if (kind === 'text' && !negative) {
      next++;
      return { kind, value: NaN, text, position };
    }
    return fail(negative ? 'a number is expected' : 'a variable, a number or a text in quotes is expected');
  }

  if (peek().kind === 'end') fail('it is empty');
  const tree = or();
  if (peek().kind !== 'end') fail('and, or, or the end is expected');
  return { expression, tree };
}

/** Names of the variables in a filter, each once, in the order of their first mention. */
export function variablesOf({ tree }: Filter): string[] {
  const names = new Set<string>();
  const visit = (node: Expression): void => {
    switch (node.kind) {
      case 'and':
      case 'or':
        visit(node.left);
        visit(node.right);
        break;
      case 'not':
        visit(node.of);
        break;
      case 'compare':
        for (const operand of [node.left, node.right]) if (operand.kind === 'name') names.add(operand.name);
        break;
      default:
        names.add(node.variable.name);
    }
  };
  visit(tree);
  return [...names];
}

function isComparison(text: string): text is Comparison {
  return ['=', '!=', '<', '<=', '>', '>='].includes(text);
}
