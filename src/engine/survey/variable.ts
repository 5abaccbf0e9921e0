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
  /** What the file's makers wrote about it. */
  readonly notes?: readonly string[];
  /** What else the file says of it: attributes of SPSS, characteristics of Stata. */
  readonly attributes?: readonly Attribute[];
  /** Its words in the other languages of the file. */
  readonly translations?: readonly Translation[];
  /** How the program that wrote the file shows its values; it changes nothing of what they are. */
  readonly display?: Display;
}

/** Something that a file says under a name of its own, of itself or of a variable. */
export interface Attribute {
  readonly name: string;
  readonly values: readonly string[];
}

export interface Translation {
  readonly language: string;
  readonly label: string;
  readonly valueLabels: readonly ValueLabel[];
}

export interface Display {
  readonly program: 'spss' | 'stata';
  /** As the program writes it: `F8.2`, `%9.0g`. */
  readonly format: string;
  /** Columns in SPSS's window. */
  readonly width?: number;
  readonly alignment?: 'left' | 'right' | 'centre';
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
