import type { Output, ParsedInput } from '#contract/index.ts';
import { openSurveyData } from '../data/surveyData.ts';
import { suggestConcern } from './suggestConcern.ts';

/** `concern.suggest`: by the words of labels alone; no answer is read. */
export async function suggestConcerns({
  source,
  missing,
}: ParsedInput<'concern.suggest'>): Promise<Output<'concern.suggest'>> {
  const { variables, marks } = await openSurveyData(source, missing);
  const suggestions = variables.flatMap((variable) => {
    const suggestion = suggestConcern(variable, marks.get(variable.name) ?? []);
    return suggestion === null ? [] : [suggestion];
  });
  return { suggestions };
}
