import type { Column } from '../survey/column.ts';
import { Problem } from '../survey/problem.ts';
import { invalid } from './lexer.ts';
import type { Comparison, Expression, Filter, Literal, Name, Operand } from './tree.ts';

/** Three truth values (Kleene): `or` is the largest, `and` the smallest, `not` is 2 − x. */
const no = 0;
const unknown = 1;
const yes = 2;

/**
 * Says for each row whether a filter holds. A comparison with a missing value is unknown, as in SQL
 * and SPSS; `missing(x)` is always known; what is unknown in the end is out.
 *
 * Text is compared with text, by code unit; a number beside a text variable is taken as written
 * (`district = 01`), but only for `=`, `!=` and `in`.
 *
 * @param columns by name; numbers are missing where `reasons` is not 0, texts where empty.
 * @returns one byte a row: 1 in, 0 out.
 * @throws `Problem` variable.unknown; expression.invalid where a number meets a text
 */
export function evaluateExpression(
  filter: Filter,
  columns: ReadonlyMap<string, Column>,
  rowCount: number,
): Uint8Array {
  const truth = evaluate(filter.tree, { expression: filter.expression, columns, rowCount });
  for (let row = 0; row < rowCount; row++) truth[row] = truth[row] === yes ? 1 : 0;
  return truth;
}

interface Context {
  readonly expression: string;
  readonly columns: ReadonlyMap<string, Column>;
  readonly rowCount: number;
}

function evaluate(node: Expression, context: Context): Uint8Array {
  switch (node.kind) {
    case 'and':
    case 'or': {
      const left = evaluate(node.left, context);
      const right = evaluate(node.right, context);
      const pick = node.kind === 'and' ? Math.min : Math.max;
      return left.map((truth, row) => pick(truth, right[row]));
    }
    case 'not':
      return evaluate(node.of, context).map((truth) => yes - truth);
    case 'missing': {
      const absent = absenceOf(columnOf(node.variable, context));
      return rowsOf(context, (row) => (absent(row) ? yes : no));
    }
    case 'compare':
      return compare(node.operator, node.left, node.right, context);
    case 'in': {
      const parts = node.items.map((item) =>
        item.kind === 'value'
          ? compare('=', node.variable, item.value, context)
          : rangeOf(node.variable, item.low, item.high, context),
      );
      return rowsOf(context, (row) => parts.reduce((truth, part) => Math.max(truth, part[row]), no));
    }
  }
}

function rangeOf(variable: Name, low: Literal, high: Literal, context: Context): Uint8Array {
  const above = compare('>=', variable, low, context);
  const below = compare('<=', variable, high, context);
  return above.map((truth, row) => Math.min(truth, below[row]));
}

function compare(operator: Comparison, left: Operand, right: Operand, context: Context): Uint8Array {
  const isText = [left, right].some((operand) => typeOf(operand, context) === 'text');
  if (!isText) return compareBy(operator, numbersOf(left, context), numbersOf(right, context), context);
  for (const operand of [left, right]) {
    if (typeOf(operand, context) === 'text') continue;
    if (operand.kind === 'number' && (operator === '=' || operator === '!=')) continue;
    throw invalid(context.expression, operand.position, 'a number cannot be compared with a text');
  }
  return compareBy(operator, textsOf(left, context), textsOf(right, context), context);
}

type Reader<V> = (row: number) => V | null;

function compareBy<V extends number | string>(
  operator: Comparison,
  left: Reader<V>,
  right: Reader<V>,
  context: Context,
): Uint8Array {
  const holds = tests[operator];
  return rowsOf(context, (row) => {
    const a = left(row);
    const b = right(row);
    if (a === null || b === null) return unknown;
    return holds(a < b ? -1 : a > b ? 1 : 0) ? yes : no;
  });
}

const tests: Record<Comparison, (order: number) => boolean> = {
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

function typeOf(operand: Operand, context: Context): 'number' | 'text' {
  if (operand.kind !== 'name') return operand.kind;
  return columnOf(operand, context).kind === 'text' ? 'text' : 'number';
}

function numbersOf(operand: Operand, context: Context): Reader<number> {
  if (operand.kind !== 'name') return () => operand.value;
  const column = columnOf(operand, context);
  if (column.kind === 'text') return () => null;
  const absent = absenceOf(column);
  return (row) => (absent(row) ? null : column.values[row]);
}

function textsOf(operand: Operand, context: Context): Reader<string> {
  if (operand.kind !== 'name') return () => operand.text;
  const column = columnOf(operand, context);
  if (column.kind !== 'text') return () => null;
  const absent = absenceOf(column);
  return (row) => (absent(row) ? null : column.dictionary[column.codes[row]]);
}

function absenceOf(column: Column): (row: number) => boolean {
  if (column.kind === 'text') return (row) => column.dictionary[column.codes[row]] === '';
  const { values, reasons } = column;
  return (row) => (reasons !== null && reasons[row] !== 0) || Number.isNaN(values[row]);
}

function columnOf({ name }: Name, { columns }: Context): Column {
  const column = columns.get(name);
  if (!column) throw new Problem('variable.unknown', { variable: name });
  return column;
}

function rowsOf({ rowCount }: Context, truth: (row: number) => number): Uint8Array {
  const rows = new Uint8Array(rowCount);
  for (let row = 0; row < rowCount; row++) rows[row] = truth(row);
  return rows;
}
