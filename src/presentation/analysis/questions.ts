import type {
  FreedomsDefinition,
  MatrixDefinition,
  PrioritiesDefinition,
} from '#contract/analysisDefinition.ts';
import type { ConcernDefinition } from '#contract/concern.ts';
import type { Input } from '#contract/index.ts';
import type { ConcernRule } from '#contract/matrix.ts';
import type { SurveyReference } from '#contract/source.ts';
import { concernRules } from '../concerns/concernRules.ts';
import { onlyWhere } from './filter.ts';

/*
 * What a definition asks of the operations, with the concerns of the survey; `null` where there is nothing to ask.
 * Tables: `questionOf` in tables/tableDefinition.ts.
 */

export function matrixQuestion(
  { by, values, where }: Pick<MatrixDefinition, 'by' | 'values' | 'where'>,
  concerns: readonly ConcernDefinition[],
  source: SurveyReference,
): Input<'matrix.run'> | null {
  const { fear, want } = concernRules(concerns);
  if (fear.length === 0 || want.length === 0) return null;
  const asked = { source, fear, want, ...onlyWhere(where) };
  if (by === null) return asked;
  return { ...asked, by: values ? { variable: by, values: [...values] } : { variable: by } };
}

export function pairQuestion(
  { pair, pairBy, where }: Pick<MatrixDefinition, 'pair' | 'pairBy' | 'where'>,
  concerns: readonly ConcernDefinition[],
  source: SurveyReference,
): Input<'matrix.pair'> | null {
  const { fear, want } = concernRules(concerns);
  const ruleOf = (rules: readonly ConcernRule[], name: string | undefined): ConcernRule | undefined =>
    rules.find(({ variable }) => variable === name);
  const [ofFear, ofWant] = [ruleOf(fear, pair?.fear), ruleOf(want, pair?.want)];
  if (!ofFear || !ofWant) return null;
  return {
    source,
    fear: ofFear,
    want: ofWant,
    ...onlyWhere(where),
    ...(pairBy !== null && { by: pairBy }),
  };
}

export function freedomsQuestion(
  { by, atLeast, answered, where }: FreedomsDefinition,
  concerns: readonly ConcernDefinition[],
  source: SurveyReference,
): Input<'freedoms.run'> | null {
  const { fear, want } = concernRules(concerns);
  if (fear.length === 0 || want.length === 0) return null;
  return {
    source,
    fear,
    want,
    // A concern may have been taken away since.
    atLeast: { fear: Math.min(atLeast.fear, fear.length), want: Math.min(atLeast.want, want.length) },
    answered,
    ...onlyWhere(where),
    ...(by !== null && { by, compare: {} }),
  };
}

export type PriorityChoices = Readonly<Pick<PrioritiesDefinition, 'freedom' | 'dimension' | 'by' | 'where'>>;

/** The concerns that the choices leave and whose answers are ticked. */
export function chosenConcerns(
  concerns: readonly ConcernDefinition[],
  { freedom, dimension }: Pick<PriorityChoices, 'freedom' | 'dimension'>,
): readonly ConcernDefinition[] {
  return concerns.filter(
    (concern) =>
      concern.concernedWhen.length > 0 &&
      (freedom === 'all' || concern.freedom === freedom) &&
      (dimension === 'all' || concern.dimensions.includes(dimension)),
  );
}

/** The ranks and neighbours are those of the chosen concerns among themselves. */
export function rankingQuestion(
  choices: PriorityChoices,
  concerns: readonly ConcernDefinition[],
  source: SurveyReference,
): Input<'ranking.run'> | null {
  const chosen = chosenConcerns(concerns, choices);
  if (chosen.length === 0) return null;
  const { by, where } = choices;
  return {
    source,
    ...concernRules(chosen),
    severity: true,
    ...onlyWhere(where),
    ...(by !== null && { by, compare: {} }),
  };
}

/** One concern by the groups of a variable. */
export function concernQuestion(
  { concern, concernBy, where }: Pick<PrioritiesDefinition, 'concern' | 'concernBy' | 'where'>,
  concerns: readonly ConcernDefinition[],
  source: SurveyReference,
): Input<'ranking.run'> | null {
  const { fear, want, dignity } = concernRules(concerns);
  const rule = [...fear, ...want, ...dignity].find(({ variable }) => variable === concern);
  if (!rule || concernBy === null) return null;
  return { source, fear: [rule], by: concernBy, compare: {}, ...onlyWhere(where) };
}
