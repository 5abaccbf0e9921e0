import type { ConcernDefinition, ConcernState } from '#contract/concern.ts';
import { estimateOptions } from '#contract/estimate.ts';
import type { SurveyReference } from '#contract/source.ts';
import { Problem } from '#engine/survey/problem.ts';
import { concernShareOf } from '#engine/estimate/concernShare.ts';
import { concernsOf, setConcerns, type StoredConcern } from '#project/concerns.ts';
import { concernedBy } from './analysis/openAnalysis.ts';
import type { Handlers } from './context.ts';
import { designOf } from './design/designs.ts';
import { findVariable } from './data/findVariable.ts';
import { studyVariables } from './data/studyVariables.ts';
import { recorded } from './study/recorded.ts';
import { suggestConcerns } from './suggest/suggestConcerns.ts';
import { openSurveyData } from './data/surveyData.ts';
import { concernStep } from './study/concernStep.ts';

export const concern: Handlers<'concern'> = {
  'concern.list': (reference) => concernStates(reference),
  'concern.save': async ({ concerns, forget = [], ...reference }) => {
    recorded(reference, ['concern'], (study, stored) => {
      const { all: variables } = studyVariables(study, stored);
      const seen = new Set<string>();
      const spelled = concerns.map((one) => {
        const { name } = findVariable(variables, one.variable);
        if (seen.has(name)) throw new Problem('concern.duplicate', { variable: name });
        seen.add(name);
        return { ...one, variable: name };
      });
      const before = concernsOf(study, stored.id);
      const waiting = before.filter(
        ({ variable }) => !forget.includes(variable) && !variables.some(({ name }) => name === variable),
      );
      const after = [...spelled, ...waiting];
      setConcerns(study, stored.id, after);
      return { step: concernStep(before, after), result: undefined };
    });
    return concernStates(reference);
  },
  'concern.suggest': suggestConcerns,
  'concern.share': async ({ variable, concernedWhen, design: roles, options, ...reference }) => {
    const survey = await openSurveyData(reference);
    const design = await designOf(survey, roles);
    const [concerned] = await concernedBy({ survey, domain: null }, [{ variable, concernedWhen }]);
    return concernShareOf(design, concerned.indicator, options ?? estimateOptions.parse({}));
  },
};

/** Each concern with its share; a rule that cannot be computed yet has none. */
async function concernStates(
  reference: SurveyReference,
): Promise<{ concerns: ConcernState[]; waiting: ConcernDefinition[] }> {
  const survey = await openSurveyData(reference);
  const states: ConcernState[] = [];
  for (const stored of survey.concerns) {
    const { label } = findVariable(survey.variables, stored.variable);
    const definition = definitionOf(stored);
    states.push({ ...definition, label, ...(await shareOf(survey, definition)) });
  }
  return { concerns: states, waiting: survey.waitingConcerns.map(definitionOf) };
}

export function definitionOf({ dimensions, concernedWhen, ...rest }: StoredConcern): ConcernDefinition {
  return {
    ...rest,
    dimensions: dimensions as ConcernDefinition['dimensions'],
    concernedWhen: [...concernedWhen],
  };
}

const noShare: Pick<ConcernState, 'n' | 'weightedN' | 'share' | 'shown'> = {
  n: 0,
  weightedN: 0,
  share: null,
  shown: 'suppressed',
};

async function shareOf(
  survey: Awaited<ReturnType<typeof openSurveyData>>,
  definition: ConcernDefinition,
): Promise<typeof noShare> {
  if (definition.concernedWhen.length === 0) return noShare;
  try {
    const [concerned] = await concernedBy({ survey, domain: null }, [definition]);
    return concernShareOf(await designOf(survey), concerned.indicator, estimateOptions.parse({}));
  } catch (error) {
    if (error instanceof Problem) return noShare;
    throw error;
  }
}
