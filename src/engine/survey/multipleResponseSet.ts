import type { Value } from './variable.ts';

/** A question with several answers, kept in several variables, as a survey file declares it. */
export interface MultipleResponseSet {
  /** With the `$` that SPSS puts before it. */
  readonly name: string;
  readonly label: string;
  /** The value of each variable that stands for a chosen answer; `null` where each variable holds one of the answers. */
  readonly counted: Value | null;
  /** Names of variables of the survey. */
  readonly variables: readonly string[];
}
