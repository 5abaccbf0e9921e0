import type { ConcernDefinition, ConcernState } from '#contract/concern.ts';
import { estimateOptions } from '#contract/estimate.ts';
import type { SurveyReference } from '#contract/source.ts';
import { Problem } from '#engine/survey/problem.ts';
import { concernShareOf } from '#engine/estimate/concernShare.ts';
import { setConcerns } from '#project/concerns.ts';
import { surveyOf } from '#project/surveys.ts';
import { variablesOf } from '#project/variables.ts';
import { concernedBy } from './analysis.ts';
import type { Handlers } from './context.ts';
import { designOf } from './designs.ts';
import { findVariable } from './findVariable.ts';
import { change } from './survey.ts';
import { openSurveyData } from './surveyData.ts';

export const concern: Handlers<'concern'> = {
  'concern.list': async (reference) => ({ concerns: await concernStates(reference) }),
  'concern.save': async ({ concerns, ...reference }) => {
    change(reference.study, (study) => {
      const { id } = surveyOf(study, reference.survey);
      const variables = variablesOf(study, id);
      const seen = new Set<string>();
      const spelled = concerns.map((one) => {
        const { name } = findVariable(variables, one.variable);
        if (seen.has(name)) throw new Problem('concern.duplicate', { variable: name });
        seen.add(name);
        return { ...one, variable: name };
      });
      setConcerns(study, id, spelled);
    });
    return { concerns: await concernStates(reference) };
  },
  'concern.share': async ({ variable, concernedWhen, options, ...reference }) => {
    const survey = await openSurveyData(reference);
    const design = await designOf(survey);
    const [concerned] = await concernedBy({ survey, domain: null }, [{ variable, concernedWhen }]);
    return concernShareOf(design, concerned.indicator, options ?? estimateOptions.parse({}));
  },
};

/** Each concern with its share; a rule that cannot be computed yet has none. */
async function concernStates(reference: SurveyReference): Promise<ConcernState[]> {
  const survey = await openSurveyData(reference);
  const states: ConcernState[] = [];
  for (const stored of survey.concerns) {
    const { label } = findVariable(survey.variables, stored.variable);
    const definition: ConcernDefinition = {
      ...stored,
      dimensions: stored.dimensions as ConcernDefinition['dimensions'],
      concernedWhen: [...stored.concernedWhen],
    };
    states.push({ ...definition, label, ...(await shareOf(survey, definition)) });
  }
  return states;
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
