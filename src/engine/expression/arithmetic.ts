import type { Arithmetic, FunctionName } from './tree.ts';

/** Row by row; NaN stands for missing, and for every result that is not finite. */
export function arithmetic(operator: Arithmetic, left: Float64Array, right: Float64Array): Float64Array {
  const apply = operations[operator];
  return left.map((value, row) => finite(apply(value, right[row])));
}

const operations: Readonly<Record<Arithmetic, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  // NaN ** 0 is 1 for JavaScript
  '**': (left, right) => (Number.isNaN(left) ? NaN : left ** right),
};

/** A function over its values, row by row; NaN stands for missing. */
export function call(
  name: Exclude<FunctionName, 'if'>,
  given: readonly Float64Array[],
  rowCount: number,
): Float64Array {
  const apply = calls[name];
  const result = new Float64Array(rowCount);
  const values: number[] = given.map(() => NaN);
  for (let row = 0; row < rowCount; row++) {
    given.forEach((column, index) => (values[index] = column[row]));
    result[row] = finite(apply(values));
  }
  return result;
}

const calls: Readonly<Record<Exclude<FunctionName, 'if'>, (given: readonly number[]) => number>> = {
  abs: ([value]) => Math.abs(value),
  floor: ([value]) => Math.floor(value),
  round: ([value, digits = 0]) => roundTo(value, digits),
  count: (given) => validOf(given).length,
  sum: (given) => overValid(given, sum),
  mean: (given) => overValid(given, (valid) => sum(valid) / valid.length),
  min: (given) => overValid(given, (valid) => Math.min(...valid)),
  max: (given) => overValid(given, (valid) => Math.max(...valid)),
};

function validOf(given: readonly number[]): number[] {
  return given.filter((value) => !Number.isNaN(value));
}

function overValid(given: readonly number[], of: (valid: readonly number[]) => number): number {
  const valid = validOf(given);
  return valid.length === 0 ? NaN : of(valid);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Halves away from zero, as the number is written: 1.005 to two digits is 1.01. */
function roundTo(value: number, digits: number): number {
  if (!Number.isFinite(value) || !Number.isFinite(digits)) return NaN;
  const places = Math.trunc(digits);
  const shifted = Number(shift(Math.abs(value), places));
  return Math.sign(value) * Number(shift(Math.floor(shifted + 0.5), -places));
}

/** Moves the decimal point without the error that a multiplication would bring. */
function shift(value: number, places: number): string {
  const [digits, exponent = '0'] = String(value).split('e');
  return `${digits}e${Number(exponent) + places}`;
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : NaN;
}
