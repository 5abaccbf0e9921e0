import type { VariableSummary } from '#contract/variable.ts';
import type { Column, NumericColumn } from '#engine/survey/column.ts';
import type { Value, Variable } from '#engine/survey/variable.ts';
import { answerOrder } from './answerOrder.ts';
import { CompensatedSum } from './compensatedSum.ts';
import type { BandLayout } from './timeBands.ts';

/** Beyond so many distinct numbers a variable is read as continuous: bands instead of values. */
const mostCategories = 200;
const mostBars = 12;

type Described = Omit<VariableSummary, 'marked' | 'bars' | 'distinct'>;

/** Adds up one variable over chunks of rows: the checksum figures of `describe`. */
export class DescriptionBuilder {
  readonly #variable: Variable;
  readonly #sum = new CompensatedSum();
  #rows = 0;
  #valid = 0;

  constructor(variable: Variable) {
    this.#variable = variable;
  }

  /** `answers` has declared missing values set aside. */
  add(answers: Column, rowCount: number): void {
    this.#rows += rowCount;
    if (answers.kind === 'text') {
      this.#valid += rowCount;
      return;
    }
    const { values, reasons } = answers;
    for (let row = 0; row < rowCount; row++) {
      if (reasons !== null && reasons[row] !== 0) continue;
      this.#valid++;
      this.#sum.add(values[row]);
    }
  }

  /** The same of values that are counted already; each is a whole number, so that the sum is exact. */
  addCounts(counts: ReadonlyMap<Value, number>, rowCount: number): void {
    this.#rows += rowCount;
    for (const [value, n] of counts) {
      this.#valid += n;
      this.#sum.add(Number(value) * n);
    }
  }

  /** `declaredText` counts text rows that the file's rule sets aside. */
  finish(declaredText = 0): Described {
    const { name, label, type, measure, valueLabels, missing, notes = [] } = this.#variable;
    const valid = this.#valid - declaredText;
    return {
      name,
      label,
      type,
      measure,
      valueLabels: [...valueLabels],
      missing: { codes: [...missing.codes], range: missing.range },
      valid,
      missingCount: this.#rows - valid,
      sum: type === 'numeric' && Number.isFinite(this.#sum.total) ? this.#sum.total : null,
      ...(notes.length > 0 && { notes: [...notes] }),
    };
  }
}

/** Rows for each value of a column, unweighted or weighted; `null` when there are more than `mostCategories`. */
export function countValues(
  column: Column,
  weights: ArrayLike<number> | null,
): Map<Value, { n: number; weightedN: number }> | null {
  if (column.kind === 'numeric' && column.values.BYTES_PER_ELEMENT === 1) return countBytes(column, weights);
  const counts = new Map<Value, { n: number; weightedN: number }>();
  const numbers = column.kind === 'numeric';
  const rows = numbers ? column.values.length : column.codes.length;
  for (let row = 0; row < rows; row++) {
    if (numbers && column.reasons !== null && column.reasons[row] !== 0) continue;
    const value = numbers ? column.values[row] : column.dictionary[column.codes[row]];
    let count = counts.get(value);
    if (count === undefined) {
      if (counts.size >= mostCategories) return null;
      count = { n: 0, weightedN: 0 };
      counts.set(value, count);
    }
    count.n++;
    count.weightedN += weights === null ? 1 : weights[row];
  }
  return counts;
}

/** The same for codes that fit in a byte, as most answers do: a place for each of the 256. */
function countBytes(
  { values, reasons }: NumericColumn,
  weights: ArrayLike<number> | null,
  most = mostCategories,
): Map<Value, { n: number; weightedN: number }> | null {
  const n = placesOfBytes(values, reasons);
  const weightedN = weights === null ? n : new Float64Array(256);
  if (weights !== null)
    for (let row = 0; row < values.length; row++)
      if (reasons === null || reasons[row] === 0) weightedN[values[row] & 255] += weights[row];
  const counts = new Map<Value, { n: number; weightedN: number }>();
  const signed = values instanceof Int8Array;
  n.forEach((count, place) => {
    const value = signed && place > 127 ? place - 256 : place;
    if (count > 0) counts.set(value, { n: count, weightedN: weightedN[place] });
  });
  return counts.size > most ? null : counts;
}

function placesOfBytes(values: NumericColumn['values'], reasons: Uint8Array | null): Uint32Array {
  // By turns in two lists: the same value twice in a row need not wait for itself.
  const even = new Uint32Array(256);
  const odd = new Uint32Array(256);
  if (reasons !== null) {
    for (let row = 0; row < values.length; row++) if (reasons[row] === 0) even[values[row] & 255]++;
    return even;
  }
  for (let row = 0; row + 1 < values.length; row += 2) {
    even[values[row] & 255]++;
    odd[values[row + 1] & 255]++;
  }
  if (values.length % 2 === 1) even[values[values.length - 1] & 255]++;
  return even.map((count, place) => count + odd[place]);
}

/** How many rows hold each value, of codes that fit in a byte: all that a summary needs, in one pass. `null` for others. */
export function bytesOf(column: Column): ReadonlyMap<Value, number> | null {
  if (column.kind !== 'numeric' || column.values.BYTES_PER_ELEMENT !== 1) return null;
  const counts = countBytes(column, null, Infinity);
  return counts && new Map([...counts].map(([value, { n }]) => [value, n]));
}

/**
 * Unweighted shares for the small bars of a list: values in order, or equal bands of a continuous variable; none
 * for many different texts without value labels.
 */
export function smallBars(answers: Column, variable: Variable): SmallBars {
  const counts = countValues(answers, null);
  if (counts === null) {
    const bands = bandsOf(answers, mostBars);
    const total = bands.reduce((sum, band) => sum + band.n, 0);
    return { bars: bands.map((band) => band.n / total), distinct: null };
  }
  const bars = barsOfCounts(new Map([...counts].map(([value, { n }]) => [value, n])), variable);
  const isFreeText =
    answers.kind === 'text' && variable.valueLabels.length === 0 && (bars.distinct ?? 0) > mostBars;
  return isFreeText ? { ...bars, bars: [] } : bars;
}

interface SmallBars {
  readonly bars: number[];
  readonly distinct: number | null;
}

function barsOfCounts(counts: ReadonlyMap<Value, number>, variable: Variable): SmallBars {
  const sorted = answerOrder([...counts.keys()], variable).filter((value) => value !== '');
  const total = sorted.reduce<number>((sum, value) => sum + counts.get(value)!, 0);
  return {
    bars: sorted.slice(0, mostBars).map((value) => counts.get(value)! / total),
    distinct: sorted.length,
  };
}

/** `smallBars` of values that are counted already; `null` where bands are to take the place of so many. */
export function barsOfBytes(counts: ReadonlyMap<Value, number>, variable: Variable): SmallBars | null {
  return counts.size > mostCategories ? null : barsOfCounts(counts, variable);
}

export interface Band {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly weightedN: number;
}

/** The smallest and the largest finite number; `null` where there is none. */
export function endsOf(column: Column): { readonly low: number; readonly high: number } | null {
  if (column.kind === 'text') return null;
  const { values, reasons } = column;
  let low = Infinity;
  let high = -Infinity;
  for (let row = 0; row < values.length; row++) {
    if (reasons !== null && reasons[row] !== 0) continue;
    const value = values[row];
    if (value < low && value > -Infinity) low = value;
    if (value > high && value < Infinity) high = value;
  }
  return low > high ? null : { low, high };
}

/** Equal bands between the smallest and the largest number, or as `layOut` places them; empty for text. */
export function bandsOf(
  column: Column,
  mostBands: number,
  weights: ArrayLike<number> | null = null,
  layOut: (low: number, high: number) => BandLayout = (low, high) => ({
    low,
    width: (high - low) / mostBands || 1,
    count: mostBands,
  }),
): readonly Band[] {
  const ends = endsOf(column);
  if (column.kind === 'text' || ends === null) return [];
  const { values, reasons } = column;
  const { low, width, count: bandCount } = layOut(ends.low, ends.high);
  const bands = Array.from({ length: bandCount }, (_, band) => ({
    from: low + band * width,
    to: low + (band + 1) * width,
    n: 0,
    weightedN: 0,
  }));
  for (let row = 0; row < values.length; row++) {
    if (reasons !== null && reasons[row] !== 0) continue;
    const place = Math.floor((values[row] - low) / width);
    const band = bands[Math.max(0, Math.min(bandCount - 1, place))];
    band.n++;
    band.weightedN += weights === null ? 1 : weights[row];
  }
  return bands;
}
