import { z } from 'zod';
import { operation } from './define.ts';
import { source, value, valueLabel } from './source.ts';

export const missingRule = z.object({
  codes: z.array(value),
  range: z.object({ low: z.number().nullable(), high: z.number().nullable() }).nullable(),
});

export const describedVariable = z.object({
  name: z.string(),
  label: z.string(),
  type: z.enum(['numeric', 'text', 'date', 'datetime', 'time']),
  measure: z.enum(['nominal', 'ordinal', 'scale', 'unknown']),
  valueLabels: z.array(valueLabel),
  missing: missingRule,
  /** Rows with a value that no missing rule sets aside. */
  valid: z.number(),
  /** System-missing and declared missing rows together. */
  missingCount: z.number(),
  /** Unweighted sum over valid numbers; `null` for text and dates. */
  sum: z.number().nullable(),
  /** What the file's makers wrote about it. */
  notes: z.array(z.string()).optional(),
});

export const describe = {
  'describe.run': operation(
    z.strictObject({ source }),
    z.object({
      format: z.string(),
      encoding: z.string(),
      rows: z.number(),
      /** What the file says of itself beside its label. */
      notes: z.array(z.string()).optional(),
      variables: z.array(describedVariable),
    }),
    { lane: 'long' },
  ),
};
