import type { VariableSummary } from '#contract/variable.ts';
import { MissingReason, type Column } from '#engine/survey/column.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { Value, Variable } from '#engine/survey/variable.ts';
import type { SurveyDesign } from '#engine/design/surveyDesign.ts';
import type { Handlers } from './context.ts';
import { designOf } from './designs.ts';
import { findVariable } from './findVariable.ts';
import { withMissing } from './missing.ts';
import { bandsOf, countValues, DescriptionBuilder, smallBars, sortedValues } from './summarise.ts';
import { eachColumn, openSurveyData, type SurveyData } from './surveyData.ts';

export const variable: Handlers<'variable'> = {
  'variable.list': async (reference, context) => {
    const survey = await openSurveyData(reference);
    const unknown = survey.variables.filter((one) => !summaries.has(summaryKey(survey, one)));
    for await (const { variable: one, column } of eachColumn(survey, unknown)) {
      context.throwIfCancelled();
      keepSummary(survey, one, column);
    }
    return { variables: survey.variables.map((one) => summaries.get(summaryKey(survey, one))!) };
  },
  'variable.distribution': async ({ variable: name, ...reference }) => {
    const survey = await openSurveyData(reference);
    const one = findVariable(survey.variables, name);
    const column = (await survey.load([one.name])).get(one.name)!;
    const weights = (await designIfAny(survey))?.weights ?? null;
    return { variable: one.name, ...categoriesOf(one, survey.marks.get(one.name) ?? [], column, weights) };
  },
};

const summaries = new Map<string, VariableSummary>();
const mostSummaries = 20_000;

/** A summary depends on the column, on what is said about the variable, and on the codes that are set aside. */
function summaryKey(survey: SurveyData, one: SurveyData['variables'][number]): string {
  return JSON.stringify([survey.columnVersion(one.name), one, survey.marks.get(one.name) ?? []]);
}

function keepSummary(survey: SurveyData, one: Variable, column: Column): void {
  const marked = survey.marks.get(one.name) ?? [];
  const answers = withMissing(column, one.missing, marked);
  const builder = new DescriptionBuilder(one);
  builder.add(answers, survey.rowCount);
  const aside = answers.kind === 'text' && answers !== column ? countEmpty(answers) - countEmpty(column) : 0;
  const summary = { ...builder.finish(aside), marked: [...marked], ...smallBars(answers) };
  for (const oldest of summaries.keys()) {
    if (summaries.size < mostSummaries) break;
    summaries.delete(oldest);
  }
  summaries.set(summaryKey(survey, one), summary);
}

function countEmpty(column: Column): number {
  if (column.kind !== 'text') return 0;
  const empty = column.dictionary.map((text) => text === '');
  return column.codes.reduce((count, code) => count + (empty[code] ? 1 : 0), 0);
}

/** A survey whose design does not hold yet is shown unweighted; the design line says why. */
async function designIfAny(survey: SurveyData): Promise<SurveyDesign | null> {
  try {
    return await designOf(survey);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

type Distribution = Awaited<ReturnType<Handlers<'variable'>['variable.distribution']>>;
type Category = Distribution['categories'][number];

function categoriesOf(
  { valueLabels, missing }: Variable,
  marked: readonly Value[],
  column: Column,
  weights: ArrayLike<number> | null,
): Omit<Distribution, 'variable'> {
  const answers = withMissing(column, missing, marked);
  const counts = countValues(column, weights);
  const labels = new Map(valueLabels.map(({ value, label }) => [value, label]));
  const absent = absentRows(column, labels, weights);
  if (counts === null) {
    const bands = bandsOf(answers, 20, weights);
    const total = bands.reduce((sum, band) => sum + band.weightedN, 0);
    const categories = bands.map((band): Category => ({
      ...band,
      value: null,
      label: '',
      share: total > 0 ? band.weightedN / total : null,
      missing: 'no',
    }));
    return { categories: [...categories, ...absent], truncated: answers.kind === 'text' };
  }
  const coded = [...labels.keys()].filter((value) => column.kind === 'text' || typeof value === 'number');
  const values = sortedValues([...new Set([...counts.keys(), ...coded])]);
  const whyAside = (value: Value): Category['missing'] => {
    if (marked.includes(value)) return 'marked';
    const { codes, range } = missing;
    const inRange =
      range !== null &&
      typeof value === 'number' &&
      value >= (range.low ?? -Infinity) &&
      value <= (range.high ?? Infinity);
    return codes.includes(value) || inRange ? 'declared' : 'no';
  };
  let total = 0;
  for (const value of values) if (whyAside(value) === 'no') total += counts.get(value)?.weightedN ?? 0;
  const categories = values.map((value): Category => {
    const { n, weightedN } = counts.get(value) ?? { n: 0, weightedN: 0 };
    const why = whyAside(value);
    const share = why === 'no' && total > 0 ? weightedN / total : null;
    return { value, label: labels.get(value) ?? '', n, weightedN, share, missing: why, from: null, to: null };
  });
  return { categories: [...categories, ...absent], truncated: false };
}

/** Rows that hold no number: one category for each of Stata's `.a`–`.z` that occurs, one for all others. */
function absentRows(
  column: Column,
  labels: ReadonlyMap<Value, string>,
  weights: ArrayLike<number> | null,
): Category[] {
  if (column.kind === 'text' || column.reasons === null) return [];
  const n = new Float64Array(256);
  const weightedN = new Float64Array(256);
  column.reasons.forEach((reason, row) => {
    n[reason]++;
    weightedN[reason] += weights === null ? 1 : weights[row];
  });
  return [...n.keys()]
    .filter((reason) => reason !== MissingReason.present && n[reason] > 0)
    .map((reason) => {
      const value = extendedName(reason);
      const label = value === null ? '' : (labels.get(value) ?? '');
      const rows = { n: n[reason], weightedN: weightedN[reason] };
      return { value, label, ...rows, share: null, missing: 'system', from: null, to: null };
    });
}

/** `.a` for reason 2, …; `null` for rows that are simply empty. */
function extendedName(reason: number): string | null {
  return reason < MissingReason.extendedA ? null : `.${String.fromCharCode(95 + reason)}`;
}
