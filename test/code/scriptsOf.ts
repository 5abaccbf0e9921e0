import type { CodeSurvey, CodeVariable } from '#code/codeSurvey.ts';
import { parseExpression } from '#engine/expression/parseExpression.ts';
import { nothingMissing } from '#engine/survey/variable.ts';

export const variableCalled = (name: string, more: Partial<CodeVariable> = {}): CodeVariable => ({
  name,
  column: name,
  stata: name,
  label: '',
  type: 'numeric',
  valueLabels: [],
  missing: nothingMissing,
  marked: [],
  derived: false,
  ...more,
});

export const surveyWith = (
  variables: readonly CodeVariable[],
  { where, ...more }: Partial<Omit<CodeSurvey, 'where'>> & { readonly where?: string } = {},
): CodeSurvey => ({
  title: '',
  study: 'Study.lfstudy',
  data: 'survey.sav',
  format: 'sav',
  variables: new Map(variables.map((one) => [one.name, one])),
  design: {
    weight: null,
    strata: null,
    psu: null,
    fpc: null,
    lonelyPsu: 'fail',
    secondStage: null,
    replicates: null,
    margins: [],
  },
  sets: [],
  where: where === undefined ? null : parseExpression(where),
  inOrder: (_, values) => values,
  ...more,
});
