/** What a survey file says about one of its variables. Values are as the file holds them. */
export interface Variable {
  /** Unique within a survey; compared case-insensitively in messages, exactly in code. */
  readonly name: string;
  /** The question or description; empty when the file has none. */
  readonly label: string;
  readonly type: VariableType;
  /** Of a date or time that is not counted as SPSS counts; left out for all others. */
  readonly timeScale?: TimeScale;
  readonly measure: Measure;
  readonly valueLabels: readonly ValueLabel[];
  /** Missing rule declared by the file. What a user marks is kept apart, in the study. */
  readonly missing: MissingRule;
}

/**
 * `date`, `datetime` and `time` are numeric columns, their values kept as the file holds them: seconds as SPSS
 * counts them (dates from 1582-10-14 00:00), unless the variable has a `timeScale`.
 */
export type VariableType = 'numeric' | 'text' | 'date' | 'datetime' | 'time';

/** What one step of a date is, and the moment that is 0. Weeks are Stata's: 52 in each year, the last of 8 or 9 days. */
export interface TimeScale {
  readonly unit: 'millisecond' | 'day' | 'week' | 'month' | 'quarter' | 'halfYear';
  readonly origin: '1960-01-01';
}

export type Measure = 'nominal' | 'ordinal' | 'scale' | 'unknown';

export type Value = number | string;

export interface ValueLabel {
  readonly value: Value;
  readonly label: string;
}

/** A value is missing when it is one of `codes` or lies in `range` (both ends included). */
export interface MissingRule {
  readonly codes: readonly Value[];
  /** `null` as an end means open: LOWEST or HIGHEST. */
  readonly range: { readonly low: number | null; readonly high: number | null } | null;
}

export const nothingMissing: MissingRule = { codes: [], range: null };
