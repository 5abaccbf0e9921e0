import { completionsAt } from '#engine/expression/completionsAt.ts';
import { parseExpression, parseFormula } from '#engine/expression/parseExpression.ts';
import { variablesOf } from '#engine/expression/variablesOf.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { Handlers } from './context.ts';
import { findVariable } from './data/findVariable.ts';
import { problemMessage } from './problems.ts';
import { openSurveyData, type SurveyData } from './data/surveyData.ts';

export const expression: Handlers<'expression'> = {
  'expression.complete': async ({ expression: text, position, as, ...reference }) => {
    const survey = await openSurveyData(reference);
    const problem = problemIn(text, as, survey);
    const labels = new Map(survey.variables.map(({ name, label }) => [name, label]));
    const { from, to, items } = completionsAt(text, Math.min(position, text.length), [...labels.keys()]);
    return {
      problem: problem && problemMessage(problem),
      from,
      to,
      items: items.map((item) => ({
        ...item,
        label: item.kind === 'variable' ? (labels.get(item.name) ?? '') : '',
      })),
    };
  },
};

function problemIn(text: string, as: 'filter' | 'value', { variables }: SurveyData): Problem | null {
  try {
    const parsed = as === 'filter' ? parseExpression(text) : parseFormula(text);
    for (const name of variablesOf(parsed)) findVariable(variables, name);
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
