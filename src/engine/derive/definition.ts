import type { Value } from '../survey/variable.ts';

/**
 * How a variable is made from others. Sources are named; their declared and marked missing values are
 * set aside before anything is computed. Every result is a number, or missing.
 */
export type Definition =
  | RecodeDefinition
  | BandDefinition
  | CombineDefinition
  | TopBoxDefinition
  | CountDefinition
  | StandardiseDefinition
  | ExpressionDefinition;

/** Old values to new codes: the first rule that names a value decides. */
export interface RecodeDefinition {
  readonly kind: 'recode';
  readonly source: string;
  readonly rules: readonly RecodeRule[];
  /** What becomes of a value that no rule names: missing, itself, or this code. */
  readonly otherwise: 'missing' | 'keep' | number;
  /** The code of rows without a valid value; `null`: they stay missing. */
  readonly whenMissing: number | null;
}

export interface RecodeRule {
  readonly values: readonly Value[];
  /** Both ends included; `null` as an end: open. */
  readonly ranges: readonly { readonly low: number | null; readonly high: number | null }[];
  /** `null`: missing. */
  readonly to: number | null;
}

/** Numbers to groups numbered from 1, by cut points that are given, or that make groups of equal size. */
export interface BandDefinition {
  readonly kind: 'band';
  readonly source: string;
  readonly by: BandCuts;
}

export type BandCuts =
  | {
      readonly how: 'cuts';
      /** Ascending. */
      readonly cuts: readonly number[];
      /** Which group a value on a cut belongs to: `left` the one above it, `right` the one below. */
      readonly closed: 'left' | 'right';
    }
  | { readonly how: 'quantiles'; readonly groups: number; readonly weighted: boolean };

/** The code of the first condition that holds. */
export interface CombineDefinition {
  readonly kind: 'combine';
  readonly rules: readonly { readonly when: string; readonly to: number | null }[];
  /** The code where no condition holds; `null`: missing. */
  readonly otherwise: number | null;
}

/** 1 where the source has one of the codes, 0 where it has another, missing where it is missing. */
export interface TopBoxDefinition {
  readonly kind: 'topBox';
  readonly source: string;
  readonly codes: readonly Value[];
}

/** How many of the sources have one of the codes; missing where fewer than `minimumValid` are valid. */
export interface CountDefinition {
  readonly kind: 'count';
  readonly sources: readonly string[];
  readonly codes: readonly Value[];
  readonly minimumValid: number;
}

/** (x − mean) ÷ standard deviation. */
export interface StandardiseDefinition {
  readonly kind: 'standardise';
  readonly source: string;
  /** Mean and deviation with the survey's weight, or of the respondents as they are. */
  readonly weighted: boolean;
}

/** What an expression gives for each row; a condition gives 1 or 0. */
export interface ExpressionDefinition {
  readonly kind: 'expression';
  readonly expression: string;
}
