import type { Output, ParsedInput } from '#contract/index.ts';
import { multipleResponseOf, type ResponseItem } from '#engine/estimate/multipleResponse.ts';
import type { Column } from '#engine/survey/column.ts';
import type { MultipleResponseSet } from '#engine/survey/multipleResponseSet.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { Value } from '#engine/survey/variable.ts';
import { openAnalysis, type Analysis } from './openAnalysis.ts';
import { answerOrder } from '../data/answerOrder.ts';
import { axisOf, isAnswer } from './axis.ts';
import { findVariable } from '../data/findVariable.ts';
import { everyoneIn, groupsOf } from '../groups.ts';
import { codesFor } from '../data/missing.ts';
import { loadAnswers, type SurveyData } from '../data/surveyData.ts';

/** `crosstab.responses`: a question with several answers, by group. */
export async function responses(
  input: ParsedInput<'crosstab.responses'>,
): Promise<Output<'crosstab.responses'>> {
  const analysis = await openAnalysis(input);
  const { design, options } = analysis;
  if (options.disclosure === 'confidentiality' && input.base === 'responses')
    throw new Problem('responses.confidentiality');
  const set = setIn(analysis.survey, input.set);
  const groups = input.by === undefined ? null : await groupsOf(analysis, input.by, set.variables);
  const items = await itemsOf(analysis, set);
  const places = (input.nets ?? []).map((net) => placesInSet(net, analysis.survey, set, items));
  const result = multipleResponseOf(
    design,
    items.map(({ chosen }) => chosen),
    groups?.groupOf ?? everyoneIn(analysis),
    groups?.values.length ?? 1,
    input.base,
    options,
    groups === null ? null : (input.letters ?? null),
    places,
  );
  if (result.all.n === 0) throw new Problem('responses.none', { set: set.name });
  const values = groups?.values ?? [];
  const lineOf = ({ all, groups: ofGroups, letters }: ResponseItem) => ({
    all,
    groups: values.map((value, group) => ({ value, ...ofGroups[group], letters: letters[group] })),
  });
  return {
    design: design.summary,
    set: { name: set.name, label: set.label },
    base: input.base,
    by: groups?.axis ?? null,
    all: result.all,
    groups: values.map((value, group) => ({ value, ...result.groups[group] })),
    items: result.items.map((line, index) => ({
      item: items[index].item,
      label: items[index].label,
      ...lineOf(line),
    })),
    ...(input.nets && {
      nets: result.nets.map((line, index) => ({ ...input.nets![index], ...lineOf(line) })),
    }),
  };
}

export interface ResponseAnswer {
  readonly item: Value;
  readonly label: string;
  /** 1 chosen, 0 not, 2 no valid answer. */
  readonly chosen: Uint8Array;
}

/** @throws Problem responseSet.unknown */
export function setIn(
  survey: SurveyData,
  asked: ParsedInput<'crosstab.responses'>['set'],
): MultipleResponseSet {
  if (typeof asked !== 'string') return asked;
  const found =
    survey.responseSets.find(({ name }) => name === asked) ??
    survey.responseSets.find(({ name }) => name === `$${asked}`);
  if (!found) throw new Problem('responseSet.unknown', { set: asked });
  return found;
}

/** A net's answers; those that nobody gave do not matter. @throws Problem net.unknownCode, variable.unknown */
export function placesInSet(
  { label, values }: { readonly label: string; readonly values: readonly Value[] },
  survey: SurveyData,
  set: MultipleResponseSet,
  answers: readonly ResponseAnswer[],
): number[] {
  const variables = set.variables.map((name) => findVariable(survey.variables, name));
  const asked =
    set.counted === null
      ? codesFor(variables[0], values)
      : values.map((name) => findVariable(survey.variables, String(name)).name);
  const items = answers.map(({ item }) => item);
  const known = (code: Value): boolean =>
    items.includes(code) ||
    (set.counted === null &&
      variables.some(({ valueLabels }) => valueLabels.some((one) => one.value === code)));
  const unknown = asked.find((code) => !known(code));
  if (unknown !== undefined) {
    throw new Problem('net.unknownCode', {
      label,
      code: unknown,
      variable: set.name,
      known: items.slice(0, 12),
    });
  }
  return [...new Set(asked)].map((code) => items.indexOf(code)).filter((place) => place >= 0);
}

export async function itemsOf(analysis: Analysis, set: MultipleResponseSet): Promise<ResponseAnswer[]> {
  const { survey } = analysis;
  const variables = set.variables.map((name) => findVariable(survey.variables, name));
  const answers = await loadAnswers(
    survey,
    variables.map(({ name }) => name),
  );
  const columns = variables.map(({ name }) => answers.get(name)!);
  const { counted } = set;
  return counted === null
    ? categories(analysis, variables, columns)
    : variables.map((variable, index) => ({
        item: variable.name,
        label: variable.label === '' ? variable.name : variable.label,
        chosen: stateOf(columns[index], codesFor(variable, [counted])[0], survey.rowCount),
      }));
}

/** One item for each answer that stands in any of the variables; chosen where any of them holds it. */
function categories(
  { survey, design, domain }: Analysis,
  variables: readonly ReturnType<typeof findVariable<SurveyData['variables'][number]>>[],
  columns: readonly Column[],
): ResponseAnswer[] {
  const valueLabels = variables.flatMap((one) => one.valueLabels);
  const labels = new Map(valueLabels.map(({ value, label }) => [value, label]));
  const found = new Set<Value>();
  columns.forEach((column, index) => {
    const inside = (row: number): boolean =>
      (domain === null || domain[row] === 1) && design.weights[row] > 0 && isAnswer(column, row);
    for (const value of axisOf(variables[index], column, inside).values) found.add(value);
  });
  return answerOrder([...found], { type: variables[0].type, valueLabels }).map((value) => {
    const states = columns.map((column) => stateOf(column, value, survey.rowCount));
    // Whoever gave any answer to the question gave none of this one where no variable holds it.
    const chosen = states[0].map((_, row) => {
      if (states.some((one) => one[row] === 1)) return 1;
      return states.some((one) => one[row] === 0) ? 0 : 2;
    });
    return { item: value, label: labels.get(value) ?? String(value), chosen };
  });
}

function stateOf(column: Column, value: Value, rowCount: number): Uint8Array {
  const key = column.kind === 'text' ? column.dictionary.indexOf(String(value)) : Number(value);
  const keys = column.kind === 'text' ? column.codes : column.values;
  return Uint8Array.from({ length: rowCount }, (_, row) =>
    isAnswer(column, row) ? Number(keys[row] === key) : 2,
  );
}
