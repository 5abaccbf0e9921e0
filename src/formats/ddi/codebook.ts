/** A text by the language that the codebook gives it; '' where it gives none. */
export type Texts = ReadonlyMap<string, string>;

/** What a DDI Codebook 2.5 says about a data file. */
export interface Codebook {
  readonly title: string;
  /** As the file is said to be encoded, or ''. */
  readonly charset: string;
  /** `rectangular`, `hierarchical` or ''. */
  readonly structure: string;
  readonly variables: readonly CodebookVariable[];
  readonly languages: readonly string[];
}

export interface CodebookVariable {
  readonly name: string;
  readonly labels: Texts;
  readonly isText: boolean;
  /** Called a date or time; and how its texts are written, or '' where the codebook does not say. */
  readonly isDate: boolean;
  readonly dateFormat: string;
  readonly isWeight: boolean;
  /** `nominal`, `ordinal`, `interval`, `ratio`, `percent` or ''. */
  readonly nature: string;
  readonly isContinuous: boolean;
  /** First and last place in a record, from 1; 0 where records have fields instead. */
  readonly start: number;
  readonly end: number;
  /** Digits of a whole number that stand behind the decimal point. */
  readonly decimals: number;
  readonly categories: readonly Category[];
  readonly invalid: readonly string[];
  /** What answers can be: values, and ranges with both ends; empty where the codebook does not say. */
  readonly valid: readonly ValidRange[];
  readonly invalidRange: { readonly low: number | null; readonly high: number | null } | null;
}

export interface Category {
  readonly value: string;
  readonly labels: Texts;
  readonly isMissing: boolean;
}

/** `null` as an end means open. */
export interface ValidRange {
  readonly low: number | null;
  readonly high: number | null;
}
