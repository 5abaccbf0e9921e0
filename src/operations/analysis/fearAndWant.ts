import type { ConcernRule } from '#contract/matrix.ts';
import { Problem } from '#engine/survey/problem.ts';
import { checkRules } from './indicators.ts';
import type { SurveyData } from '../data/surveyData.ts';

/** Concerns of both freedoms, as they were asked for or else as the study has them tagged. */
export interface FearAndWant {
  readonly fear: readonly ConcernRule[];
  readonly want: readonly ConcernRule[];
}

/** @throws Problem matrix.noFear, matrix.noWant, concern.duplicate, concern.bothFreedoms */
export function fearAndWant(survey: SurveyData, asked: Partial<FearAndWant>): FearAndWant {
  const fear = asked.fear ?? taggedAs(survey, 'fear');
  const want = asked.want ?? taggedAs(survey, 'want');
  if (fear.length === 0) throw new Problem('matrix.noFear');
  if (want.length === 0) throw new Problem('matrix.noWant');
  checkRules(survey, fear, want);
  return { fear, want };
}

/** Tagged concerns without a code yet are not part of it. */
function taggedAs({ concerns }: SurveyData, freedom: 'fear' | 'want'): ConcernRule[] {
  return concerns
    .filter((concern) => concern.freedom === freedom && concern.concernedWhen.length > 0)
    .map(({ variable, concernedWhen }) => ({ variable, concernedWhen: [...concernedWhen] }));
}
