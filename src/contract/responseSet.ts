import { z } from 'zod';
import { operation } from './define.ts';
import { surveyReference, value } from './source.ts';

/** A question with several answers, kept in several variables. */
export const responseSetDefinition = z.strictObject({
  /** Kept with the `$` before it that SPSS writes. */
  name: z.string().min(1).max(64),
  label: z.string(),
  /** `dichotomy`: each variable says yes or no to one answer; `category`: each holds one of the answers. */
  kind: z.enum(['dichotomy', 'category']),
  /** The value that says yes; `null` for categories. */
  counted: value.nullable(),
  variables: z.array(z.string().min(1)).min(2),
});
export type ResponseSetDefinition = z.infer<typeof responseSetDefinition>;

export const responseSetState = responseSetDefinition.extend({
  origin: z.enum(['file', 'hand']),
  /** Variables of the set that the survey does not have any more. */
  lost: z.array(z.string()),
});
export type ResponseSetState = z.infer<typeof responseSetState>;

const responseSetStates = z.object({ sets: z.array(responseSetState) });

export const responseSet = {
  'responseSet.list': operation(surveyReference, responseSetStates),
  /** Keeps a set, new or instead of the one called `replaces`. */
  'responseSet.save': operation(
    z.strictObject({
      ...surveyReference.shape,
      set: responseSetDefinition,
      replaces: z.string().min(1).nullable(),
    }),
    responseSetStates,
    { writes: true },
  ),
  'responseSet.remove': operation(
    z.strictObject({ ...surveyReference.shape, set: z.string().min(1) }),
    responseSetStates,
    { writes: true },
  ),
};
