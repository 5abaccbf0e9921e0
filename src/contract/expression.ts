import { z } from 'zod';
import { operation } from './define.ts';
import { problem } from './problem.ts';
import { surveyReference } from './source.ts';

export const expression = {
  /** For an expression that is being typed: whether it can be read, and what may stand at the cursor. */
  'expression.complete': operation(
    z.strictObject({
      ...surveyReference.shape,
      expression: z.string(),
      /** Characters before the cursor. */
      position: z.number().int().min(0),
      /** `filter`: a condition is wanted; `value`: a number will do. */
      as: z.enum(['filter', 'value']),
    }),
    z.object({
      problem: problem.nullable(),
      /** The characters that a completion replaces: from `from`, up to `to`. */
      from: z.number(),
      to: z.number(),
      items: z.array(
        z.object({
          name: z.string(),
          text: z.string(),
          kind: z.enum(['variable', 'function', 'word', 'operator']),
          /** Of a variable. */
          label: z.string(),
        }),
      ),
    }),
  ),
};
