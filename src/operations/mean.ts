import { meansByGroupOf } from '#engine/estimate/meansByGroup.ts';
import type { Column } from '#engine/survey/column.ts';
import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { openAnalysis } from './analysis/openAnalysis.ts';
import type { Handlers } from './context.ts';
import { findVariable } from './data/findVariable.ts';
import { everyoneIn, groupsOf, namedComparisons, type Groups } from './groups.ts';
import { loadAnswers } from './data/surveyData.ts';

export const mean: Handlers<'mean'> = {
  'mean.run': async (input) => {
    const analysis = await openAnalysis(input);
    const { survey, design, options } = analysis;
    const groups = input.by === undefined ? null : await groupsOf(analysis, input.by, input.variables);
    const groupOf = groups?.groupOf ?? everyoneIn(analysis);
    const names = input.variables.map((name) => findVariable(survey.variables, name).name);
    const answers = await loadAnswers(survey, names);
    const variables = names.map((name) => {
      const { label } = findVariable(survey.variables, name);
      const numbers = numbersOf(name, answers.get(name)!, groupOf);
      const result = meansByGroupOf(
        design,
        numbers,
        groupOf,
        groups?.values.length ?? 1,
        { ...options, quantiles: input.quantiles },
        { compare: groups === null ? null : (input.compare ?? null) },
      );
      return {
        variable: name,
        label,
        all: result.all,
        ...(groups === null ? ungrouped : grouped(groups, result)),
      };
    });
    return { design: design.summary, by: groups?.axis ?? null, variables };
  },
};

/**
 * A column's numbers, NaN where there is none.
 *
 * @throws Problem variable.notNumeric; mean.noValues where nobody in a group has one
 */
export function numbersOf(name: string, column: Column, groupOf: Int32Array): Float64Array {
  if (column.kind !== 'numeric')
    throw new Problem('variable.notNumeric', { variable: name, use: phrase('asMean') });
  const { values, reasons } = column;
  const numbers = Float64Array.from(values, (value, row) =>
    reasons !== null && reasons[row] !== 0 ? NaN : value,
  );
  if (!numbers.some((value, row) => groupOf[row] >= 0 && !Number.isNaN(value)))
    throw new Problem('mean.noValues', { variable: name });
  return numbers;
}

const ungrouped = { groups: [], comparisons: [], trend: null };

function grouped(
  { values }: Groups,
  { groups, letters, comparisons, trend }: ReturnType<typeof meansByGroupOf>,
) {
  return {
    groups: groups.map((group, index) => ({ value: values[index], ...group, letters: letters[index] })),
    comparisons: namedComparisons(comparisons, values),
    trend,
  };
}
