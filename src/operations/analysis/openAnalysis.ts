import type { z } from 'zod';
import { estimateOptions, type EstimateOptions } from '#contract/estimate.ts';
import type { analysisInput } from '#contract/crosstab.ts';
import type { ConcernRule } from '#contract/matrix.ts';
import type { SurveyDesign } from '#engine/design/surveyDesign.ts';
import { evaluateExpression } from '#engine/expression/evaluateExpression.ts';
import { parseExpression } from '#engine/expression/parseExpression.ts';
import { variablesOf } from '#engine/expression/variablesOf.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { Value, Variable } from '#engine/survey/variable.ts';
import { designOf } from '../design/designs.ts';
import { findVariable } from '../data/findVariable.ts';
import { indicatorOf } from './indicators.ts';
import { KeptResults } from './keptResults.ts';
import { codesFor, isSetAside } from '../data/missing.ts';
import { loadAnswers, openSurveyData, type SurveyData } from '../data/surveyData.ts';

/** What every analysis starts from: respondents, their design, and who of them is meant. */
export interface Analysis {
  readonly survey: SurveyData;
  readonly design: SurveyDesign;
  /** 1 for rows that the filter keeps; `null` without a filter. */
  readonly domain: Uint8Array | null;
  readonly options: EstimateOptions;
  /** The same for the same respondents, design, domain and options, with the same values: a key of caches. */
  readonly key: string;
}

/**
 * Codes marked for all labelled variables (`*`) are about answers: in the design's own variables, where
 * 8 or 98 may be a stratum, only what is marked by name counts.
 *
 * @throws Problem variable.unknown, expression.invalid, design.*; design.noRespondents where the filter keeps nobody
 */
export async function openAnalysis(input: z.output<typeof analysisInput>): Promise<Analysis> {
  const marks = input.missing ?? [];
  const survey = await openSurveyData(input.source, marks);
  const named = marks.filter(({ variable }) => variable !== '*');
  const designSurvey = named.length < marks.length ? await openSurveyData(input.source, named) : survey;
  const design = await designOf(designSurvey, input.design ?? {});
  const domain = input.where === undefined ? null : await domainOf(survey, input.where);
  if (domain?.includes(1) === false) throw new Problem('design.noRespondents');
  const options = input.options ?? estimateOptions.parse({});
  const versions = [...new Set([survey.version, designSurvey.version])];
  const key = JSON.stringify([versions, survey.roles, input.design ?? {}, input.where ?? null, options]);
  return { survey, design, domain, options, key };
}

/** A filter never drops rows from the design; it says which of them are in the domain. */
async function domainOf(survey: SurveyData, where: string): Promise<Uint8Array> {
  const expression = parseExpression(where);
  const spelled = new Map(
    variablesOf(expression).map((name) => [name, findVariable(survey.variables, name).name]),
  );
  const columns = await loadAnswers(survey, [...spelled.values()]);
  return evaluateExpression(
    expression,
    new Map([...spelled].map(([name, real]) => [name, columns.get(real)!])),
    survey.rowCount,
  );
}

export interface Concerned {
  readonly variable: Variable;
  readonly concernedWhen: ConcernRule['concernedWhen'];
  readonly indicator: Uint8Array;
}

/** Of a million respondents: sixty-four. */
const keptIndicators = new KeptResults<Uint8Array>(64 * 1024 * 1024, ({ length }) => length);

/** Each rule as one byte a respondent; with the `key` of an analysis they are kept. @throws Problem variable.unknown, concern.* */
export async function concernedBy(
  { survey, domain, key }: Pick<Analysis, 'survey' | 'domain'> & Partial<Pick<Analysis, 'key'>>,
  rules: readonly ConcernRule[],
): Promise<Concerned[]> {
  const variables = rules.map(({ variable }) => findVariable(survey.variables, variable));
  const answers = await loadAnswers(
    survey,
    variables.map(({ name }) => name),
  );
  return rules.map((rule, index) => {
    const variable = variables[index];
    const concernedWhen = codesFor(variable, rule.concernedWhen);
    refuseMissingCodes(survey, variable, concernedWhen);
    const compute = (): Uint8Array =>
      indicatorOf(variable, answers.get(variable.name)!, concernedWhen, domain);
    const indicator =
      key === undefined ? compute() : keptIndicators.of([key, variable.name, concernedWhen], compute);
    return { variable, concernedWhen, indicator };
  });
}

/** Nobody could be concerned where all the codes are set aside: a share of 0 would look like a finding. */
function refuseMissingCodes({ marks }: SurveyData, variable: Variable, codes: readonly Value[]): void {
  const marked = marks.get(variable.name) ?? [];
  if (codes.length > 0 && codes.every((code) => isSetAside(code, variable.missing, marked)))
    throw new Problem('concern.codesMissing', { variable: variable.name, codes });
}
