import type { DesignRoles } from '#contract/design.ts';
import type { SurveyReference } from '#contract/source.ts';
import type { VariableSummary } from '#contract/variable.ts';
import { MissingReason, type Column } from '#engine/survey/column.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { Value, ValueLabel, Variable } from '#engine/survey/variable.ts';
import type { SurveyDesign } from '#engine/design/surveyDesign.ts';
import { secondsOfDay } from '#formats/spssTime.ts';
import { editsOf, saveEdit } from '#project/variableEdits.ts';
import type { Original } from '#project/variables.ts';
import { answerOrder } from './data/answerOrder.ts';
import type { Handlers, OperationContext } from './context.ts';
import { designOf } from './design/designs.ts';
import { findVariable } from './data/findVariable.ts';
import { codesFor, isSetAside, withMissing } from './data/missing.ts';
import { studyVariables } from './data/studyVariables.ts';
import {
  bandsOf,
  barsOfBytes,
  bytesOf,
  countValues,
  DescriptionBuilder,
  endsOf,
  smallBars,
} from './data/summarise.ts';
import { recorded } from './study/recorded.ts';
import { eachColumn, openSurveyData, type SurveyData } from './data/surveyData.ts';
import { timeBands } from './data/timeBands.ts';
import { timeText } from './data/timeText.ts';

export const variable: Handlers<'variable'> = {
  'variable.list': listed,
  'variable.distribution': async ({ variable: name, design, ...reference }) => {
    const survey = await openSurveyData(reference);
    const one = findVariable(survey.variables, name);
    const column = (await survey.load([one.name])).get(one.name)!;
    return { variable: one.name, ...(await distributionOf(survey, one, column, design)) };
  },
  'variable.edit': async ({ variable: name, label, valueLabels, missing, ...reference }, context) => {
    const edited = recorded(reference, ['variableEdit'], (study, stored) => {
      const one = findVariable(studyVariables(study, stored).all, name);
      const before = editsOf(study, stored.id).get(one.name);
      saveEdit(study, stored.id, one.name, {
        marked: before?.marked ?? [],
        label: label === undefined ? before?.label : label,
        valueLabels:
          valueLabels === undefined ? before?.valueLabels : valueLabels && labelled(one, valueLabels),
        missing:
          missing === undefined
            ? before?.missing
            : missing && { ...missing, codes: codesFor(one, missing.codes) },
      });
      return { step: { what: 'variable.edit', params: { variable: one.name } }, result: one.name };
    });
    const { variables } = await listed(reference, context);
    return { variable: findVariable(variables, edited) };
  },
};

async function listed(
  reference: SurveyReference,
  context: OperationContext,
): Promise<{ variables: VariableSummary[] }> {
  const survey = await openSurveyData(reference);
  const unknown = survey.variables.filter((one) => !summaries.has(summaryKey(survey, one)));
  for await (const { variable: one, column } of eachColumn(survey, unknown)) {
    context.throwIfCancelled();
    keepSummary(survey, one, column);
  }
  return { variables: survey.variables.map((one) => summaries.get(summaryKey(survey, one))!) };
}

/** Labels of values as the variable holds them; one without words is none. */
function labelled(variable: Variable, valueLabels: readonly ValueLabel[]): ValueLabel[] {
  const values = codesFor(
    variable,
    valueLabels.map(({ value }) => value),
  );
  const labels = new Map(valueLabels.map(({ label }, index) => [values[index], label.trim()]));
  return [...labels].filter(([, label]) => label !== '').map(([value, label]) => ({ value, label }));
}

/** The values of a variable with their shares, weighted where the survey's design holds. */
export async function distributionOf(
  survey: SurveyData,
  one: Variable,
  column: Column,
  roles?: Partial<DesignRoles>,
): Promise<Omit<Distribution, 'variable'>> {
  const weights = (await designIfAny(survey, roles))?.weights ?? null;
  const marked = survey.marks.get(one.name) ?? [];
  const distribution = categoriesOf(one, marked, column, weights);
  const text = timeText(one);
  if (text === null) return distribution;
  const ends = endsOf(withMissing(column, one.missing, marked));
  return {
    ...distribution,
    categories: distribution.categories.map((each) => ({ ...each, times: timesOf(one, each, text) })),
    ...(ends === null ? {} : { span: { first: text(ends.low), last: text(ends.high) } }),
  };
}

/** A band of dates ends a day, or a month, before the next one begins. */
function timesOf(
  { type, timeScale }: Variable,
  { value, from, to }: Category,
  text: (value: number) => string,
): NonNullable<Category['times']> {
  const one = timeScale === undefined ? secondsOfDay : timeScale.unit === 'millisecond' ? 86_400_000 : 1;
  return {
    value: typeof value === 'number' ? text(value) : null,
    from: from === null ? null : text(from),
    to: to === null ? null : text(type === 'date' ? to - one : to),
  };
}

const summaries = new Map<string, VariableSummary>();
const mostSummaries = 20_000;

/** A summary depends on the column, on what is said about the variable, and on the codes that are set aside. */
function summaryKey(survey: SurveyData, one: SurveyData['variables'][number]): string {
  return JSON.stringify([survey.columnVersion(one.name), one, survey.marks.get(one.name) ?? []]);
}

function keepSummary(survey: SurveyData, one: SurveyData['variables'][number], column: Column): void {
  const marked = survey.marks.get(one.name) ?? [];
  const { derived, original } = one;
  const summary: VariableSummary = {
    ...(describedByCounts(survey, one, column) ?? describedByRows(survey, one, column)),
    marked: [...marked],
    ...(derived ? { derived } : {}),
    ...(original ? { original: copyOf(original) } : {}),
  };
  for (const oldest of summaries.keys()) {
    if (summaries.size < mostSummaries) break;
    summaries.delete(oldest);
  }
  summaries.set(summaryKey(survey, one), summary);
}

type DescribedWithBars = Omit<VariableSummary, 'marked' | 'derived' | 'original'>;

function describedByRows(survey: SurveyData, one: Variable, column: Column): DescribedWithBars {
  const answers = withMissing(column, one.missing, survey.marks.get(one.name) ?? []);
  const builder = new DescriptionBuilder(one);
  builder.add(answers, survey.rowCount);
  // As in every analysis, though not in the file: a text that is empty is no answer.
  return { ...builder.finish(countEmpty(answers)), ...smallBars(answers, one) };
}

/** The same from how often each code occurs, where codes are few: a list of millions of rows is there much sooner. */
function describedByCounts(survey: SurveyData, one: Variable, column: Column): DescribedWithBars | null {
  const counts = bytesOf(column);
  if (counts === null) return null;
  const marked = survey.marks.get(one.name) ?? [];
  const answers = new Map([...counts].filter(([value]) => !isSetAside(value, one.missing, marked)));
  const bars = barsOfBytes(answers, one);
  if (bars === null) return null;
  const builder = new DescriptionBuilder(one);
  builder.addCounts(answers, survey.rowCount);
  return { ...builder.finish(), ...bars };
}

function copyOf({ label, valueLabels, missing }: Original): NonNullable<VariableSummary['original']> {
  return { label, valueLabels: [...valueLabels], missing: { ...missing, codes: [...missing.codes] } };
}

function countEmpty(column: Column): number {
  if (column.kind !== 'text') return 0;
  const empty = column.dictionary.map((text) => text === '');
  return column.codes.reduce((count, code) => count + (empty[code] ? 1 : 0), 0);
}

/** A survey whose design does not hold yet is shown unweighted; the design line says why. */
async function designIfAny(
  survey: SurveyData,
  roles: Partial<DesignRoles> | undefined,
): Promise<SurveyDesign | null> {
  try {
    return await designOf(survey, roles);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

type Distribution = Awaited<ReturnType<Handlers<'variable'>['variable.distribution']>>;
type Category = Distribution['categories'][number];

const mostBands = 20;

function categoriesOf(
  one: Variable,
  marked: readonly Value[],
  column: Column,
  weights: ArrayLike<number> | null,
): Omit<Distribution, 'variable'> {
  const { valueLabels, missing, type } = one;
  const layOut =
    type === 'numeric' || type === 'text'
      ? undefined
      : (low: number, high: number) => timeBands(one, low, high, mostBands);
  const answers = withMissing(column, missing, marked);
  const counts = countValues(column, weights);
  const labels = new Map(valueLabels.map(({ value, label }) => [value, label]));
  const absent = absentRows(column, labels, weights);
  if (counts === null) {
    const bands = bandsOf(answers, mostBands, weights, layOut);
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
  const values = answerOrder([...new Set([...counts.keys(), ...coded])], one);
  const whyAside = (value: Value): Category['missing'] => {
    if (marked.includes(value)) return 'marked';
    // As in every analysis: a text that is empty is no answer.
    if (value === '') return 'system';
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
