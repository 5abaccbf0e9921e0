import { z } from 'zod';
import { missingRule } from './describe.ts';
import { problem } from './problem.ts';
import { value } from './source.ts';

const names = z.array(z.string());
const named = z.object({ name: z.string(), label: z.string() });
const codeLabels = z.object({ value, before: z.string().nullable(), after: z.string().nullable() });

export const role = z.enum([
  'weight',
  'strata',
  'psu',
  'fpc',
  'area',
  'secondStage',
  'secondFpc',
  'replicates',
  'margins',
]);
export type Role = z.infer<typeof role>;

/** What is otherwise in a corrected file than in the survey it takes the place of. */
export const surveyChanges = z.object({
  rows: z.object({ before: z.number(), after: z.number() }),
  added: z.array(named),
  removed: z.array(named),
  /** The same name in other capital and small letters: everything follows. */
  respelled: z.array(z.object({ before: z.string(), after: z.string() })),
  types: z.array(z.object({ variable: z.string(), before: z.string(), after: z.string() })),
  labels: z.array(z.object({ variable: z.string(), before: z.string(), after: z.string() })),
  /** Codes whose label is another; `null` where one of the files has none. */
  valueLabels: z.array(z.object({ variable: z.string(), codes: z.array(codeLabels) })),
  /** Answers that occur in one of the files only; of variables with value labels, and of concerns. */
  codes: z.array(z.object({ variable: z.string(), added: z.array(value), gone: z.array(value) })),
  missing: z.array(z.object({ variable: z.string(), before: missingRule, after: missingRule })),
  /** What cannot follow: it is kept, and takes effect again when a file brings back what it needs. */
  waiting: z.object({
    roles: z.array(z.object({ role, variable: z.string() })),
    /** Variables with codes marked as missing. */
    marks: names,
    /** Variables with edited labels or missing rules. */
    edits: names,
    /** `codes`: those that the file does not have; empty where the variable itself is gone. */
    concerns: z.array(z.object({ variable: z.string(), codes: z.array(value) })),
    derived: z.array(z.object({ variable: z.string(), problem })),
    responseSets: z.array(z.object({ set: z.string(), variables: names })),
  }),
});
export type SurveyChanges = z.infer<typeof surveyChanges>;

/** The same for the surveys of repeated parts that came from the survey's file. */
export const correctionChanges = surveyChanges.extend({
  repeats: z.array(
    z.object({
      survey: z.number(),
      name: z.string(),
      sheet: z.string(),
      /** `null`: the corrected file has no such sheet, or nothing in it, and the survey stays as it is. */
      changes: surveyChanges.nullable(),
    }),
  ),
});
export type CorrectionChanges = z.infer<typeof correctionChanges>;

/** A variable of one wave beside the one of another that asks the same. */
export const variableMatch = z.object({
  variable: z.string(),
  label: z.string(),
  other: z.string(),
  otherLabel: z.string(),
  /** Names count before labels; a label only where it is the only one of its kind in both. */
  by: z.enum(['name', 'label']),
  sameType: z.boolean(),
  sameLabel: z.boolean(),
  /** Codes that do not mean the same; `null` where one of the surveys has no label for it. */
  codes: z.array(z.object({ value, label: z.string().nullable(), otherLabel: z.string().nullable() })),
});
export type VariableMatch = z.infer<typeof variableMatch>;

const kind = z.enum(['role', 'mark', 'edit', 'derived', 'concern', 'responseSet']);

/** What a survey took over from another, and what it did not, with the reason. */
export const adopted = z.object({
  taken: z.array(z.object({ kind, name: z.string(), variable: z.string() })),
  left: z.array(
    z.object({
      kind,
      name: z.string(),
      /**
       * `noMatch`: a variable it needs is not in this survey. `alreadySet`: this survey has its own.
       * `codesDiffer`: `codes` mean something else here, or do not occur. `cannotCompute`: see `problem`.
       */
      reason: z.enum(['noMatch', 'alreadySet', 'codesDiffer', 'cannotCompute']),
      codes: z.array(value),
      problem: problem.nullable(),
    }),
  ),
});
export type Adopted = z.infer<typeof adopted>;
