import type { DesignRoles, LonelyPsuPolicy, ReplicateRoles } from '#contract/design.ts';
import type { Value } from '#contract/source.ts';
import type { Parsed } from '#engine/expression/tree.ts';
import type { MissingRule, ValueLabel, VariableType } from '#engine/survey/variable.ts';

/** A variable as a script meets it in the exported file. */
export interface CodeVariable {
  readonly name: string;
  /** What the exported file calls it, whose format may not take every name. */
  readonly column: string;
  /** What it is called once Stata has read the file. */
  readonly stata: string;
  readonly label: string;
  readonly type: VariableType;
  readonly valueLabels: readonly ValueLabel[];
  /** What the file declares as missing, and what the study sets aside beside it. */
  readonly missing: MissingRule;
  readonly marked: readonly Value[];
  /** Made in the study from other variables; the file has it as a column. */
  readonly derived: boolean;
}

/** A variable whose totals are known: its codes, and for each how many there are, or per cent. */
export interface CodeMargin {
  readonly variable: string;
  readonly codes: readonly Value[];
  readonly totals: readonly number[];
  readonly shares: boolean;
}

/** How the sample was drawn, with names as the survey spells them. */
export interface CodeDesign {
  readonly weight: string | null;
  readonly strata: string | null;
  readonly psu: string | null;
  readonly fpc: string | null;
  readonly lonelyPsu: LonelyPsuPolicy;
  readonly secondStage: NonNullable<DesignRoles['secondStage']> | null;
  readonly replicates: ReplicateRoles | null;
  readonly margins: readonly CodeMargin[];
}

export interface CodeSet {
  readonly name: string;
  readonly label: string;
  readonly counted: Value | null;
  readonly variables: readonly string[];
}

export type DataFormat = 'sav' | 'dta' | 'csv';

/** What a script needs to know of a survey beside the analysis: nothing that was computed. */
export interface CodeSurvey {
  /** The name of the analysis; empty where it has none. */
  readonly title: string;
  readonly study: string;
  readonly data: string;
  readonly format: DataFormat;
  /** Those that the analysis uses, by the name that the survey has for them. */
  readonly variables: ReadonlyMap<string, CodeVariable>;
  readonly design: CodeDesign;
  readonly sets: readonly CodeSet[];
  /** The filter of the analysis, with the names in it as the survey spells them. */
  readonly where: Parsed | null;
  /** Codes of the first variable of each list in the order in which they are shown. */
  readonly inOrder: (variable: string, values: readonly Value[]) => readonly Value[];
}

/** @throws Error where the survey was described without it */
export function variableIn(survey: CodeSurvey, name: string): CodeVariable {
  const found = survey.variables.get(name);
  if (!found) throw new Error(`the script knows no variable ${name}`);
  return found;
}
