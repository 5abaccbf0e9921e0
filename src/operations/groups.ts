import type { z } from 'zod';
import type { comparison, groupAxis } from '#contract/groups.ts';
import type { ColumnComparison } from '#engine/inference/compareColumns.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { Value } from '#engine/survey/variable.ts';
import type { Analysis } from './analysis/openAnalysis.ts';
import { axisOf, isAnswer, type Axis } from './analysis/axis.ts';
import { findVariable } from './data/findVariable.ts';
import { KeptResults } from './analysis/keptResults.ts';
import { loadAnswers } from './data/surveyData.ts';

/** Groups of respondents by their answer to one variable. */
export interface Groups {
  readonly axis: z.infer<typeof groupAxis>;
  readonly values: readonly Value[];
  /** Index into `values` for each row; −1 without an answer or outside the filter. */
  readonly groupOf: Int32Array;
}

/** Up to 64 MB: those of one table, of any size, and of many small surveys. */
const keptAxes = new KeptResults<Axis>(16 * 1024 * 1024, ({ categoryOf }) => categoryOf.length);

/**
 * @param of the variables whose figures are given by group.
 * @throws Problem variable.unknown, variable.tooManyCategories, groups.none, groups.sameVariable
 */
export async function groupsOf(
  { survey, design, domain, key }: Pick<Analysis, 'survey' | 'design' | 'domain' | 'key'>,
  by: string,
  of: readonly string[] = [],
): Promise<Groups> {
  const variable = findVariable(survey.variables, by);
  if (of.some((name) => findVariable(survey.variables, name).name === variable.name))
    throw new Problem('groups.sameVariable', { variable: variable.name });
  const answers = (await loadAnswers(survey, [variable.name])).get(variable.name)!;
  const { values, categoryOf } = keptAxes.of([key, variable.name, variable.valueLabels], () =>
    axisOf(
      variable,
      answers,
      (row) => (domain === null || domain[row] === 1) && design.weights[row] > 0 && isAnswer(answers, row),
    ),
  );
  if (values.length === 0) throw new Problem('groups.none', { variable: variable.name });
  const labels = new Map(variable.valueLabels.map((one) => [one.value, one.label]));
  const categories = values.map((value) => ({ value, label: labels.get(value) ?? String(value) }));
  const axis = { variable: variable.name, label: variable.label, categories };
  return { axis, values, groupOf: categoryOf };
}

/** Comparisons with the groups' values in the place of their numbers. */
export function namedComparisons(
  comparisons: readonly ColumnComparison[],
  values: readonly Value[],
): z.infer<typeof comparison>[] {
  return comparisons.map(({ a, b, difference, se, df, p, adjusted }) => ({
    a: values[a],
    b: values[b],
    difference,
    se,
    df,
    p,
    adjusted,
  }));
}

/** One group: all in the filter. */
export function everyoneIn({ survey, domain }: Analysis): Int32Array {
  return domain === null ? new Int32Array(survey.rowCount) : Int32Array.from(domain, (inside) => inside - 1);
}
