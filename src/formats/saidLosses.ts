import type { Loss } from '#engine/survey/loss.ts';
import { commonAttributes } from './commonAttributes.ts';
import { languageLoss } from './languageLoss.ts';
import type { SurveyOutput } from './surveyOutput.ts';

/** For tables: labels in further languages and the attributes of variables, for which they have no place. */
export function saidLosses(survey: SurveyOutput): Loss[] {
  const ofVariables = survey.variables.flatMap(({ name, attributes }): Loss[] => {
    const { kept, lost } = commonAttributes(attributes);
    const count = kept.length + lost;
    return count === 0 ? [] : [{ variable: name, kind: 'attribute', count }];
  });
  return [...languageLoss(survey), ...ofVariables];
}
