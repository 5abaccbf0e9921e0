import { z } from 'zod';
import { describedVariable, missingRule } from './describe.ts';
import { operation } from './define.ts';
import { designRoles } from './design.ts';
import { surveyReference, value, valueLabel } from './source.ts';

const timeText = z.string().nullable();

/** One bar of a distribution. `value: null` in a histogram of a continuous variable: see `from`, `to`. */
export const category = z.object({
  value: value.nullable(),
  label: z.string(),
  n: z.number(),
  weightedN: z.number(),
  /** Weighted share of valid answers, 0–1; `null` for a value set aside as missing. */
  share: z.number().nullable(),
  missing: z.enum(['no', 'declared', 'marked', 'system']),
  from: z.number().nullable(),
  to: z.number().nullable(),
  /**
   * The same of a date or time as text: `2010-08-01`, `2010-08-01T14:30:00`, `14:30:00`, `2010-08`, `2010-Q3`.
   * Of a band of dates `to` is its last one.
   */
  times: z.object({ value: timeText, from: timeText, to: timeText }).optional(),
});

export const measure = describedVariable.shape.measure;

export const variableSummary = describedVariable.extend({
  /** Codes the user marked as missing, beside what the file declares. */
  marked: z.array(value),
  /** Unweighted shares of valid answers, for the small bars of the list: at most 12, in value order. */
  bars: z.array(z.number()),
  /** Different valid answers; `null` where there are more than 200. */
  distinct: z.number().nullable(),
  /** Made from other variables: `derived.list` says how. */
  derived: z.boolean().optional(),
  /** What the file, or the definition, says itself; there where the user edited something of it. */
  original: z
    .object({ label: z.string(), valueLabels: z.array(valueLabel), missing: missingRule })
    .optional(),
});
export type VariableSummary = z.infer<typeof variableSummary>;

export const variable = {
  'variable.list': operation(surveyReference, z.object({ variables: z.array(variableSummary) })),
  /**
   * All values with their weighted shares; at most 200, or 20 equal bands of a continuous variable. What
   * `design` says goes before what the study says.
   */
  'variable.distribution': operation(
    z.strictObject({
      ...surveyReference.shape,
      variable: z.string().min(1),
      design: designRoles.partial().optional(),
    }),
    z.object({
      variable: z.string(),
      categories: z.array(category),
      truncated: z.boolean(),
      /** The first and the last valid date or time, as text like `times`. */
      span: z.object({ first: z.string(), last: z.string() }).optional(),
    }),
  ),
  /**
   * Edits what is said about a variable; its values stay. `null` restores what the file says; what is
   * left out stays as it is.
   */
  'variable.edit': operation(
    z.strictObject({
      ...surveyReference.shape,
      variable: z.string().min(1),
      label: z.string().nullable().optional(),
      valueLabels: z.array(valueLabel).nullable().optional(),
      missing: missingRule.nullable().optional(),
    }),
    z.object({ variable: variableSummary }),
    { writes: true },
  ),
};
