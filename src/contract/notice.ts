import { z } from 'zod';
import { replicateType } from './design.ts';
import { personalVariable } from './personal.ts';
import { value } from './source.ts';

const about = z.object({ variable: z.string(), label: z.string() });
/** Rows as the file counts them, from 1; the first few. */
const rows = z.array(z.number().int());
const odd = z.object({ value, n: z.number(), rows });
const someRows = z.object({ n: z.number(), rows });

/** How the members in a survey find their households. `variable`, `household`: the keys; `rows`: the first few. */
export const memberHouseholds = z.object({
  survey: z.string(),
  variable: z.string(),
  household: z.string(),
  without: someRows,
  /** Their household stands in several rows. */
  several: someRows,
});
export type MemberHouseholds = z.infer<typeof memberHouseholds>;

/** As the form writes them. */
const formRule = about.extend({ rule: z.string(), message: z.string() });

/** What the app noticed in a survey. Nothing of it is applied without the user's word. */
export const noticed = z.object({
  roles: z.array(
    about.extend({
      role: z.enum(['weight', 'strata', 'psu', 'area']),
      /** `declared`: the file says so. `name`: its name or label says so. */
      reason: z.enum(['declared', 'name']),
    }),
  ),
  /** Series of replicate weights. `variables`: as `designRoles` takes them; `type: null`: the names do not say. */
  replicates: z
    .array(
      z.object({
        first: z.string(),
        last: z.string(),
        count: z.number(),
        variables: z.array(z.string()),
        type: replicateType.nullable(),
        inUse: z.boolean(),
      }),
    )
    .optional(),
  /** Variables by which respondents are most often compared. */
  traits: z.array(about.extend({ trait: z.enum(['sex', 'age', 'residence']) })),
  /** Codes that say that there is no answer, and are not set aside. A label is empty where the value says it itself. */
  missing: z.array(about.extend({ codes: z.array(z.object({ value, label: z.string(), n: z.number() })) })),
  /** Codes that the user has marked as missing, to be unmarked together. */
  marked: z.array(about.extend({ codes: z.array(z.object({ value, label: z.string(), n: z.number() })) })),
  /** The weight in use, or else the likely ones. Figures over rows of positive weight; the counts below are of rows. */
  weights: z.array(
    about.extend({
      inUse: z.boolean(),
      n: z.number(),
      min: z.number(),
      max: z.number(),
      sum: z.number(),
      mean: z.number(),
      /** Kish's (Σw)² / Σw². */
      effectiveN: z.number(),
      /** max / min */
      ratio: z.number(),
      /** Greater than five times the mean. */
      extreme: z.number(),
      zero: z.number(),
      missing: z.number(),
      negative: z.number(),
    }),
  ),
  /** Strata with a single PSU, for the strata and PSU in use, or else for each likely pair. `psu: null`: each row is one. */
  lonelyStrata: z.array(
    z.object({
      strata: z.string(),
      psu: z.string().nullable(),
      inUse: z.boolean(),
      values: z.array(z.object({ value: z.string(), label: z.string(), n: z.number() })),
    }),
  ),
  /** Identifiers with values that stand in more than one row. `count`: such values. */
  duplicateIds: z.array(about.extend({ count: z.number(), values: z.array(odd) })),
  /** Rows that are equal in every variable but the identifiers. `count`: rows that repeat an earlier one. */
  duplicateRows: z.object({
    count: z.number(),
    groups: z.array(rows),
    apartFrom: z.array(z.string()),
  }),
  /** Without a single answer. */
  empty: z.array(about),
  /** With one and the same answer from everyone who gave one. */
  constant: z.array(about.extend({ value, valueLabel: z.string(), n: z.number() })),
  /** Codes without a label among codes that have one. `outside`: smaller or greater than all of these. */
  unlabelled: z.array(
    about.extend({ codes: z.array(z.object({ value: z.number(), n: z.number(), outside: z.boolean() })) }),
  ),
  /** Values that cannot be. `low`, `high`: what can. `n`: rows in all. */
  impossible: z.array(
    about.extend({
      kind: z.enum(['age', 'householdSize', 'scale']),
      low: z.number(),
      high: z.number().nullable(),
      n: z.number(),
      values: z.array(odd),
    }),
  ),
  /** Of a repeated part of a form; `null` for other surveys. */
  households: memberHouseholds.nullable(),
  /**
   * Answers held against the constraints of the form, or the ranges of the codebook, that the data came with.
   * `checked`: rules; `answers`: those of the question; `n`: those that break the rule.
   */
  formRules: z.object({
    checked: z.number(),
    broken: z.array(formRule.extend({ n: z.number(), answers: z.number(), values: z.array(odd) })),
    /** Not checked: a function or words not known here, a question that is not in the survey, … */
    unchecked: z.array(
      formRule.extend({
        reason: z.enum(['function', 'syntax', 'question', 'interviewDay', 'pattern', 'answers']),
        detail: z.string(),
      }),
    ),
  }),
  /** Stored in the study although they seem to point at a person. */
  personal: z.array(personalVariable),
});
export type Noticed = z.infer<typeof noticed>;
