import type { Expression, Item, Literal, Parsed } from '#engine/expression/tree.ts';
import { stataNumber, stataString } from './stataText.ts';

/** What a variable is called in Stata, and whether it holds text. */
export interface StataName {
  readonly name: string;
  readonly text: boolean;
}

/**
 * A filter as commands that leave 1, 0 or missing in variables `lf_c1`, `lf_c2`, …: a comparison with a missing value
 * is missing, where Stata takes a missing value for the largest number. The name of the last is the answer.
 */
export function stataExpression(
  { tree }: Parsed,
  variable: (name: string) => StataName,
): { readonly commands: readonly string[]; readonly name: string } {
  const commands: string[] = [];
  let count = 0;
  const keep = (expression: string): string => {
    const name = `lf_c${++count}`;
    commands.push(`quietly generate double ${name} = ${expression}`);
    return name;
  };

  function truth(node: Expression): string {
    switch (node.kind) {
      case 'and':
      case 'or': {
        const [left, right] = [truth(node.left), truth(node.right)];
        const decides = node.kind === 'and' ? 0 : 1;
        return keep(
          `cond(${left} == ${decides} | ${right} == ${decides}, ${decides}, cond(missing(${left}, ${right}), ., ${1 - decides}))`,
        );
      }
      case 'not': {
        const of = truth(node.of);
        return keep(`cond(missing(${of}), ., 1 - ${of})`);
      }
      case 'missing':
        return keep(`missing(${variable(node.variable.name).name})`);
      case 'compare':
        return compare(node);
      case 'in':
        return isOneOf(node.variable.name, node.items);
      default: {
        const value = number(node);
        return keep(`cond(missing(${value}), ., ${value} != 0)`);
      }
    }
  }

  function compare(node: Extract<Expression, { kind: 'compare' }>): string {
    const { left, right } = node;
    const operator = node.operator === '=' ? '==' : node.operator;
    const isText = (side: Expression): boolean =>
      side.kind === 'text' || (side.kind === 'name' && variable(side.name).text);
    const text = isText(left) || isText(right);
    const side = (one: Expression): string => {
      if (!text) return number(one);
      if (one.kind === 'name') return variable(one.name).name;
      return stataString(one.kind === 'text' || one.kind === 'number' ? one.text : '');
    };
    const [a, b] = [side(left), side(right)];
    return keep(`cond(missing(${a}) | missing(${b}), ., ${a} ${operator} ${b})`);
  }

  function isOneOf(name: string, items: readonly Item[]): string {
    const { name: column, text } = variable(name);
    const written = (literal: Literal): string =>
      text ? stataString(literal.text) : stataNumber(literal.value);
    const tests = items.map((item) =>
      item.kind === 'value'
        ? `${column} == ${written(item.value)}`
        : `(${column} >= ${written(item.low)} & ${column} <= ${written(item.high)})`,
    );
    return keep(`cond(missing(${column}), ., ${tests.join(' | ')})`);
  }

  function number(node: Expression): string {
    switch (node.kind) {
      case 'number':
        return node.value < 0 ? `(${stataNumber(node.value)})` : stataNumber(node.value);
      case 'name':
        return variable(node.name).name;
      case 'negative':
        return keep(`-(${number(node.of)})`);
      case 'arithmetic': {
        const [left, right] = [number(node.left), number(node.right)];
        return keep(`(${left}) ${node.operator === '**' ? '^' : node.operator} (${right})`);
      }
      case 'call':
        return call(node);
      default:
        return truth(node);
    }
  }

  function call({ name, given }: Extract<Expression, { kind: 'call' }>): string {
    if (name === 'if') {
      const condition = truth(given[0]);
      const [then, otherwise = '.'] = given.slice(1).map(number);
      return keep(`cond(missing(${condition}), ., cond(${condition} == 1, ${then}, ${otherwise}))`);
    }
    const values = given.map(number);
    switch (name) {
      case 'abs':
      case 'floor':
        return keep(`${name}(${values[0]})`);
      case 'round': {
        const unit = `10^(-trunc(${values[1] ?? '0'}))`;
        return keep(`sign(${values[0]}) * floor(abs(${values[0]}) / ${unit} + 0.5) * ${unit}`);
      }
      case 'min':
      case 'max':
        // Of Stata's two they need two values; both leave out what is missing.
        return keep(`${name}(${[...values, '.'].join(', ')})`);
      case 'count':
        return keep(values.map((value) => `!missing(${value})`).join(' + '));
      case 'sum':
      case 'mean': {
        const there = values.map((value) => `!missing(${value})`).join(' + ');
        const sum = values.map((value) => `cond(missing(${value}), 0, ${value})`).join(' + ');
        return keep(`cond(${there} == 0, ., (${sum})${name === 'mean' ? ` / (${there})` : ''})`);
      }
    }
  }

  return { name: truth(tree), commands };
}
