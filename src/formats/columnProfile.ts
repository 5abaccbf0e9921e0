import { MissingReason, type Column, type NumericColumn, type TextColumn } from '#engine/survey/column.ts';
import type { Value, Variable } from '#engine/survey/variable.ts';
import { isMissing } from './isMissing.ts';
import type { SurveyOutput } from './surveyOutput.ts';

/** What must be known of a column before its first row can be written. */
export interface ColumnProfile {
  readonly kind: Column['kind'];
  /** Rows with a value, and those of them that the variable's rule counts as missing. */
  readonly present: number;
  readonly declared: number;
  /** Rows by `MissingReason`: index 1 system, 2–27 `.a`–`.z`. */
  readonly reasons: Uint32Array;
  /** Of the numbers present; Infinity and -Infinity where there are none. */
  readonly low: number;
  readonly high: number;
  readonly whole: boolean;
  /** Every number is what a 4-byte float makes of it. */
  readonly fitsFloat: boolean;
  /** Every number is a multiple of the seconds of a day. */
  readonly wholeDays: boolean;
  /** Bytes in UTF-8 of the longest text. */
  readonly bytes: number;
  /** Rows by value; `null` where there are more values than anyone lists. */
  readonly counts: ReadonlyMap<Value, number> | null;
}

/** More different values than this are not counted one by one. */
const mostDistinct = 4096;
const secondsOfDay = 86_400;

/** One pass over all rows. */
export async function profileSurvey(survey: SurveyOutput): Promise<ColumnProfile[]> {
  const profilers = survey.variables.map((variable) => new ColumnProfiler(variable));
  for await (const { columns, rowCount } of survey.chunks()) {
    columns.forEach((column, index) => profilers[index].add(column, rowCount));
  }
  return profilers.map((profiler) => profiler.finish());
}

/** The profile of a column that is in memory whole. */
export function profileColumn(variable: Variable, column: Column, rowCount: number): ColumnProfile {
  const profiler = new ColumnProfiler(variable);
  profiler.add(column, rowCount);
  return profiler.finish();
}

class ColumnProfiler {
  readonly #variable: Variable;
  readonly #hasRule: boolean;
  readonly #reasons = new Uint32Array(28);
  readonly #small = new Uint32Array(256);
  #counts: Map<Value, number> | null = new Map();
  #present = 0;
  #declared = 0;
  #low = Infinity;
  #high = -Infinity;
  #whole = true;
  #fitsFloat = true;
  #wholeDays = true;
  #bytes = 0;

  constructor(variable: Variable) {
    this.#variable = variable;
    const { codes, range } = variable.missing;
    this.#hasRule = codes.length > 0 || range !== null;
  }

  add(column: Column, rowCount: number): void {
    if (column.kind === 'numeric') this.#addNumbers(column, rowCount);
    else this.#addTexts(column, rowCount);
  }

  finish(): ColumnProfile {
    const isText = this.#variable.type === 'text';
    if (this.#counts !== null) {
      this.#small.forEach((count, value) => count > 0 && this.#counts!.set(value, count));
    }
    return {
      kind: isText ? 'text' : 'numeric',
      present: this.#present,
      declared: this.#declared,
      reasons: this.#reasons,
      low: this.#low,
      high: this.#high,
      whole: this.#whole,
      fitsFloat: this.#fitsFloat,
      wholeDays: this.#wholeDays,
      bytes: this.#bytes,
      counts: this.#counts,
    };
  }

  #addNumbers({ values, reasons }: NumericColumn, rowCount: number): void {
    const { missing, type } = this.#variable;
    const isDate = type === 'date';
    for (let row = 0; row < rowCount; row++) {
      const value = values[row];
      const reason = reasons === null ? MissingReason.present : reasons[row];
      if (reason !== MissingReason.present || value !== value) {
        this.#reasons[reason === MissingReason.present ? MissingReason.system : reason]++;
        continue;
      }
      this.#present++;
      if (value < this.#low) this.#low = value;
      if (value > this.#high) this.#high = value;
      if (value === (value & 255)) {
        this.#small[value]++;
      } else {
        if (this.#whole && !Number.isInteger(value)) this.#whole = false;
        if (this.#fitsFloat && Math.fround(value) !== value) this.#fitsFloat = false;
        this.#count(value, 1);
      }
      if (isDate && value % secondsOfDay !== 0) this.#wholeDays = false;
      if (this.#hasRule && isMissing(value, missing)) this.#declared++;
    }
  }

  #addTexts({ dictionary, codes }: TextColumn, rowCount: number): void {
    const rows = new Uint32Array(dictionary.length);
    for (let row = 0; row < rowCount; row++) rows[codes[row]]++;
    rows.forEach((count, code) => {
      if (count === 0) return;
      const text = dictionary[code];
      this.#present += count;
      this.#bytes = Math.max(this.#bytes, Buffer.byteLength(text));
      this.#count(text, count);
      if (this.#hasRule && isMissing(text, this.#variable.missing)) this.#declared += count;
    });
  }

  #count(value: Value, rows: number): void {
    if (this.#counts === null) return;
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + rows);
    if (this.#counts.size > mostDistinct) this.#counts = null;
  }
}
