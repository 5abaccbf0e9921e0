import type { Column } from '../survey/column.ts';
import { phrase } from '../survey/phrase.ts';
import { Problem } from '../survey/problem.ts';
import { arithmetic, call } from './arithmetic.ts';
import { invalid } from './lexer.ts';
import { type Comparison, type Expression, type Item, type Literal, type Name, type Parsed } from './tree.ts';

/** Three truth values (Kleene): `or` is the largest, `and` the smallest, `not` is 2 − x. */
const no = 0;
const unknown = 1;
const yes = 2;

/** Columns by name; numbers are missing where `reasons` is not 0 or the value is NaN, texts where empty. */
export type Columns = ReadonlyMap<string, Column>;

/**
 * Says for each row whether a filter holds. A comparison with a missing value is unknown, as in SQL
 * and SPSS; `missing(x)` is always known; what is unknown in the end is out.
 *
 * Text is compared with text, by code unit; a number beside a text variable is taken as written
 * (`district = 01`), but only for `=`, `!=` and `in`.
 *
 * @returns one byte a row: 1 in, 0 out.
 * @throws `Problem` variable.unknown; expression.invalid where a number meets a text
 */
export function evaluateExpression(filter: Parsed, columns: Columns, rowCount: number): Uint8Array {
  const truth = evaluateCondition(filter, columns, rowCount);
  for (let row = 0; row < rowCount; row++) truth[row] = truth[row] === yes ? 1 : 0;
  return truth;
}

/** The same in three values, one byte a row: 0 no, 1 unknown, 2 yes. */
export function evaluateCondition(filter: Parsed, columns: Columns, rowCount: number): Uint8Array {
  return truthOf(filter.tree, { expression: filter.expression, columns, rowCount });
}

/**
 * The value of an expression for each row; NaN where it is missing. A condition gives 1, 0 or missing.
 *
 * `+ − × ÷ **` with a missing value is missing, and so is what has no finite result (a division by 0,
 * the root of a negative number). `min`, `max`, `mean` and `sum` run over the values that are there and
 * are missing where none is; `count` says how many are there (SPSS: MIN, MAX, MEAN, SUM, NVALID).
 * `if(condition, a, b)` is missing where the condition is unknown, and without `b` where it does not hold.
 * `round(x, digits)` rounds halves away from zero, as SPSS and Excel do and R does not.
 *
 * @throws `Problem` variable.unknown; expression.invalid where a text stands for a number
 */
export function evaluateFormula(formula: Parsed, columns: Columns, rowCount: number): Float64Array {
  return numbersOf(formula.tree, { expression: formula.expression, columns, rowCount });
}

interface Context {
  readonly expression: string;
  readonly columns: Columns;
  readonly rowCount: number;
}

function truthOf(node: Expression, context: Context): Uint8Array {
  switch (node.kind) {
    case 'and':
    case 'or': {
      const left = truthOf(node.left, context);
      const right = truthOf(node.right, context);
      const isAnd = node.kind === 'and';
      for (let row = 0; row < left.length; row++) {
        if (isAnd ? right[row] < left[row] : right[row] > left[row]) left[row] = right[row];
      }
      return left;
    }
    case 'not':
      return truthOf(node.of, context).map((truth) => yes - truth);
    case 'missing':
      return missingOf(columnOf(node.variable, context), context);
    case 'compare':
      return compare(node.operator, node.left, node.right, context);
    case 'in':
      return isOneOf(node.variable, node.items, context);
    default:
      return Uint8Array.from(numbersOf(node, context), (value) =>
        Number.isNaN(value) ? unknown : value === 0 ? no : yes,
      );
  }
}

function numbersOf(node: Expression, context: Context): Float64Array {
  switch (node.kind) {
    case 'number':
      return new Float64Array(context.rowCount).fill(node.value);
    case 'text':
      throw invalid(context.expression, node.position, phrase('numberNotText'));
    case 'name': {
      const column = columnOf(node, context);
      if (column.kind === 'text') {
        throw invalid(context.expression, node.position, phrase('holdsText', { variable: node.name }));
      }
      const numbers = Float64Array.from(column.values);
      const { reasons } = column;
      if (reasons !== null) {
        for (let row = 0; row < numbers.length; row++) if (reasons[row] !== 0) numbers[row] = NaN;
      }
      return numbers;
    }
    case 'negative':
      return numbersOf(node.of, context).map((value) => -value);
    case 'arithmetic':
      return arithmetic(node.operator, numbersOf(node.left, context), numbersOf(node.right, context));
    case 'call': {
      if (node.name !== 'if') {
        return call(
          node.name,
          node.given.map((one) => numbersOf(one, context)),
          context.rowCount,
        );
      }
      const [condition, ...outcomes] = node.given;
      const [then, otherwise] = outcomes.map((one) => numbersOf(one, context));
      const truth = truthOf(condition, context);
      return then.map((value, row) =>
        truth[row] === yes ? value : truth[row] === no && otherwise !== undefined ? otherwise[row] : NaN,
      );
    }
    default: {
      const truth = truthOf(node, context);
      return Float64Array.from(truth, (one) => (one === unknown ? NaN : one === yes ? 1 : 0));
    }
  }
}

function missingOf(column: Column, { rowCount }: Context): Uint8Array {
  const truth = new Uint8Array(rowCount);
  if (column.kind === 'text') {
    const empty = column.dictionary.map((text) => text === '');
    for (let row = 0; row < rowCount; row++) truth[row] = empty[column.codes[row]] ? yes : no;
    return truth;
  }
  const { values, reasons } = column;
  for (let row = 0; row < rowCount; row++) {
    const absent = (reasons !== null && reasons[row] !== 0) || Number.isNaN(values[row]);
    truth[row] = absent ? yes : no;
  }
  return truth;
}

function compare(operator: Comparison, left: Expression, right: Expression, context: Context): Uint8Array {
  const sides = [left, right];
  if (!sides.some((side) => isText(side, context))) {
    return compareBy(
      operator,
      readerOf(numbersOf(left, context)),
      readerOf(numbersOf(right, context)),
      context,
    );
  }
  const [a, b] = sides.map((side) => {
    if (side.kind === 'text') return () => side.text;
    if (isText(side, context) && side.kind === 'name') return textsOf(side, context);
    if (side.kind === 'number' && (operator === '=' || operator === '!=')) return () => side.text;
    throw invalid(context.expression, positionOf(side), phrase('numberWithText'));
  });
  return compareBy(operator, a, b, context);
}

type Reader<V> = (row: number) => V | null;

function compareBy<V extends number | string>(
  operator: Comparison,
  left: Reader<V>,
  right: Reader<V>,
  { rowCount }: Context,
): Uint8Array {
  const holds = tests[operator];
  const truth = new Uint8Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    const a = left(row);
    const b = right(row);
    truth[row] = a === null || b === null ? unknown : holds(a < b ? -1 : a > b ? 1 : 0) ? yes : no;
  }
  return truth;
}

const tests: Record<Comparison, (order: number) => boolean> = {
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

function isOneOf(variable: Name, items: readonly Item[], context: Context): Uint8Array {
  const literals = (item: Item): Literal[] => (item.kind === 'value' ? [item.value] : [item.low, item.high]);
  const text = isText(variable, context);
  const wrong = items
    .flatMap((item) => literals(item).map((literal) => ({ literal, range: item.kind === 'range' })))
    .find(({ literal, range }) => (text ? range && literal.kind === 'number' : literal.kind === 'text'));
  if (wrong) {
    const { position } = text ? wrong.literal : variable;
    throw invalid(context.expression, position, phrase('numberWithText'));
  }
  return text
    ? oneOf(textsOf(variable, context), items, ({ text: written }) => written, context)
    : oneOf(readerOf(numbersOf(variable, context)), items, ({ value }) => value, context);
}

function oneOf<V extends number | string>(
  reader: Reader<V>,
  items: readonly Item[],
  valueOf: (literal: Literal) => V,
  { rowCount }: Context,
): Uint8Array {
  const values = new Set(items.flatMap((item) => (item.kind === 'value' ? [valueOf(item.value)] : [])));
  const ranges = items.flatMap((item) =>
    item.kind === 'range' ? [{ low: valueOf(item.low), high: valueOf(item.high) }] : [],
  );
  const truth = new Uint8Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    const value = reader(row);
    if (value === null) truth[row] = unknown;
    else if (values.has(value) || ranges.some(({ low, high }) => value >= low && value <= high))
      truth[row] = yes;
  }
  return truth;
}

function isText(node: Expression, context: Context): boolean {
  return node.kind === 'text' || (node.kind === 'name' && columnOf(node, context).kind === 'text');
}

function readerOf(numbers: Float64Array): Reader<number> {
  return (row) => (Number.isNaN(numbers[row]) ? null : numbers[row]);
}

function textsOf(variable: Name, context: Context): Reader<string> {
  const column = columnOf(variable, context);
  if (column.kind !== 'text') throw invalid(context.expression, variable.position, phrase('textExpected'));
  const texts = column.dictionary.map((text) => (text === '' ? null : text));
  return (row) => texts[column.codes[row]];
}

/** Where a side of a comparison begins. */
function positionOf(node: Expression): number {
  switch (node.kind) {
    case 'name':
    case 'number':
    case 'text':
      return node.position;
    case 'and':
    case 'or':
    case 'compare':
    case 'arithmetic':
      return positionOf(node.left);
    case 'not':
    case 'negative':
      return positionOf(node.of);
    case 'missing':
    case 'in':
      return node.variable.position;
    case 'call':
      return positionOf(node.given[0]);
  }
}

function columnOf({ name }: Name, { columns }: Context): Column {
  const column = columns.get(name);
  if (!column) throw new Problem('variable.unknown', { variable: name });
  return column;
}
