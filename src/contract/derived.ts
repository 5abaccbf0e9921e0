import { z } from 'zod';
import { operation } from './define.ts';
import { problem } from './problem.ts';
import { surveyReference, value, valueLabel } from './source.ts';
import { category, measure } from './variable.ts';

const name = z.string().min(1);
const code = z.number();
const codes = z.array(value).min(1);
const range = z.strictObject({ low: z.number().nullable(), high: z.number().nullable() });

/** How a variable is made from others: `engine/derive/definition.ts` says what each field means. */
export const definition = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('recode'),
    source: name,
    rules: z
      .array(z.strictObject({ values: z.array(value), ranges: z.array(range), to: code.nullable() }))
      .min(1),
    otherwise: z.union([z.enum(['missing', 'keep']), code]),
    whenMissing: code.nullable(),
  }),
  z.strictObject({
    kind: z.literal('band'),
    source: name,
    by: z.discriminatedUnion('how', [
      z.strictObject({
        how: z.literal('cuts'),
        cuts: z.array(z.number()).min(1).max(100),
        closed: z.enum(['left', 'right']),
      }),
      z.strictObject({
        how: z.literal('quantiles'),
        groups: z.number().int().min(2).max(100),
        weighted: z.boolean(),
      }),
    ]),
  }),
  z.strictObject({
    kind: z.literal('combine'),
    rules: z.array(z.strictObject({ when: z.string(), to: code.nullable() })).min(1),
    otherwise: code.nullable(),
  }),
  z.strictObject({ kind: z.literal('topBox'), source: name, codes }),
  z.strictObject({
    kind: z.literal('count'),
    sources: z.array(name).min(1),
    codes,
    minimumValid: z.number().int().min(0),
  }),
  z.strictObject({ kind: z.literal('standardise'), source: name, weighted: z.boolean() }),
  z.strictObject({ kind: z.literal('expression'), expression: z.string() }),
]);
export type DerivedDefinition = z.infer<typeof definition>;

export const derivedVariable = z.strictObject({
  name,
  label: z.string(),
  measure,
  /** Left empty, the groups of a band are named by their cut points. */
  valueLabels: z.array(valueLabel),
  definition,
});
export type DerivedVariable = z.infer<typeof derivedVariable>;

export const derivedState = derivedVariable.extend({
  /** Names of the variables it is made from. */
  sources: z.array(z.string()),
  /** What is made from it: other derived variables and multiple-response sets. */
  usedBy: z.array(z.string()),
  /** Why it cannot be computed; `null` where it can. */
  problem: problem.nullable(),
});
export type DerivedState = z.infer<typeof derivedState>;

const derivedStates = z.object({ derived: z.array(derivedState) });

export const derived = {
  'derived.list': operation(surveyReference, derivedStates),
  /** Keeps a definition, new or instead of the one called `replaces`. No value of the survey is changed. */
  'derived.save': operation(
    z.strictObject({
      ...surveyReference.shape,
      variable: derivedVariable,
      replaces: z.string().min(1).nullable(),
    }),
    derivedStates,
    { writes: true },
  ),
  /** Refused while something is made from it, or it is a concern or has a role. */
  'derived.remove': operation(z.strictObject({ ...surveyReference.shape, variable: name }), derivedStates, {
    writes: true,
  }),
  /** What a definition would give, saved or not: its distribution, weighted as the survey is. */
  'derived.preview': operation(
    z.strictObject({
      ...surveyReference.shape,
      /** The name it has, or will have: where it stands already, this definition stands in its place. */
      variable: derivedVariable.partial({ name: true, label: true, measure: true, valueLabels: true }),
    }),
    z.object({
      valid: z.number(),
      missing: z.number(),
      categories: z.array(category),
      truncated: z.boolean(),
      /** Where a band cuts its source; `null` for other kinds. */
      cuts: z.array(z.number()).nullable(),
    }),
  ),
};
