import type { Loss } from '#engine/survey/loss.ts';
import type { SurveyOutput } from './surveyOutput.ts';

/** For formats that hold labels in one language only: how many variables have them in others. */
export function languageLoss({ variables }: SurveyOutput): Loss[] {
  const count = variables.filter(({ translations = [] }) => translations.length > 0).length;
  return count === 0 ? [] : [{ variable: null, kind: 'language', count }];
}
