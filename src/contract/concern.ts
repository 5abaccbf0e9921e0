import { z } from 'zod';
import { operation } from './define.ts';
import { designRoles } from './design.ts';
import { estimateOptions, shareEstimate, shown } from './estimate.ts';
import { missingMark, source, surveyReference, value } from './source.ts';

export const freedom = z.enum(['fear', 'want', 'dignity']);
export type Freedom = z.infer<typeof freedom>;

/** The seven dimensions of UNDP 1994. */
export const dimension = z.enum([
  'economic',
  'food',
  'health',
  'environmental',
  'personal',
  'community',
  'political',
]);
export type Dimension = z.infer<typeof dimension>;

/** A survey item and the rule that says when a respondent counts as concerned. */
export const concernDefinition = z.strictObject({
  variable: z.string().min(1),
  freedom,
  dimensions: z.array(dimension),
  concernedWhen: z.array(value),
});
export type ConcernDefinition = z.infer<typeof concernDefinition>;

/** `share` is `null` while no code is ticked, or where `problem` says why. */
export const concernState = concernDefinition.extend({
  label: z.string(),
  n: z.number(),
  weightedN: z.number(),
  share: shareEstimate.nullable(),
  shown,
});
export type ConcernState = z.infer<typeof concernState>;

/** By what the answers are told apart: the size of a problem, how often, how safe, whether it happened, … */
export const suggestedScale = z.enum([
  'problem',
  'worry',
  'amount',
  'safety',
  'frequency',
  'yesNo',
  'satisfaction',
  'sufficiency',
]);
export type SuggestedScale = z.infer<typeof suggestedScale>;

/** A concern as the words of a variable suggest it. `likely`: what it asks is only implied. */
export const concernSuggestion = concernDefinition.extend({
  label: z.string(),
  confidence: z.enum(['strong', 'likely']),
  language: z.enum(['en', 'fr', 'es', 'bn']),
  scale: suggestedScale,
  /** The words of the label that it was found by, as they stand there. */
  words: z.array(z.string()),
  /** The labels of the codes in `concernedWhen`. */
  answers: z.array(z.string()),
});
export type ConcernSuggestion = z.infer<typeof concernSuggestion>;

const concernStates = z.object({
  concerns: z.array(concernState),
  /** Kept until a file brings their variable back, or they are forgotten. */
  waiting: z.array(concernDefinition).optional(),
});

export const concern = {
  'concern.list': operation(surveyReference, concernStates),
  /** Replaces the study's concerns for this survey, in this order. Those that wait stay, but for `forget`. */
  'concern.save': operation(
    z.strictObject({
      ...surveyReference.shape,
      concerns: z.array(concernDefinition),
      forget: z.array(z.string().min(1)).optional(),
    }),
    concernStates,
    { writes: true },
  ),
  /** What the labels of the survey suggest, in the order of its variables. Nothing of it is applied. */
  'concern.suggest': operation(
    z.strictObject({ source, missing: z.array(missingMark).optional() }),
    z.object({ suggestions: z.array(concernSuggestion) }),
  ),
  /** The share that a rule would give, while codes are being ticked. */
  'concern.share': operation(
    z.strictObject({
      ...surveyReference.shape,
      variable: z.string().min(1),
      concernedWhen: z.array(value),
      /** Beside the study's own, as in every analysis. */
      design: designRoles.partial().optional(),
      options: estimateOptions.optional(),
    }),
    concernState.pick({ n: true, weightedN: true, share: true, shown: true }),
  ),
};
