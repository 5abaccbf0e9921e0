import { Problem } from '#engine/survey/problem.ts';
import type { Value, Variable } from '#engine/survey/variable.ts';
import { crosstabOf, type AxisTotal } from '#engine/estimate/crosstab.ts';
import { openAnalysis } from './analysis.ts';
import { axisOf, isAnswer, type Axis } from './axis.ts';
import type { Handlers } from './context.ts';
import { findVariable } from './findVariable.ts';
import { loadAnswers } from './surveyData.ts';

export const crosstab: Handlers<'crosstab'> = {
  'crosstab.run': async (input) => {
    const { survey, design, domain, options } = await openAnalysis(input);
    const rows = findVariable(survey.variables, input.rows);
    const columns = findVariable(survey.variables, input.columns);
    if (rows.name === columns.name) throw new Problem('crosstab.sameVariable', { variable: rows.name });
    const answers = await loadAnswers(survey, [rows.name, columns.name]);
    const answersToRows = answers.get(rows.name)!;
    const answersToColumns = answers.get(columns.name)!;
    const inTable = (row: number): boolean =>
      (domain === null || domain[row] === 1) &&
      design.weights[row] > 0 &&
      isAnswer(answersToRows, row) &&
      isAnswer(answersToColumns, row);
    const rowAxis = axisOf(rows, answersToRows, inTable);
    const columnAxis = axisOf(columns, answersToColumns, inTable);
    if (rowAxis.values.length === 0) {
      throw new Problem('crosstab.noValidRows', { rows: rows.name, columns: columns.name });
    }
    const result = crosstabOf(
      design,
      rowAxis.categoryOf,
      rowAxis.values.length,
      columnAxis.categoryOf,
      columnAxis.values.length,
      { ...options, ...(input.letters && { letters: input.letters }) },
    );
    return {
      design: design.summary,
      rows: named(rows, rowAxis, result.rows),
      columns: named(columns, columnAxis, result.columns),
      cells: result.cells.map((cell, index) => ({
        row: rowAxis.values[Math.floor(index / columnAxis.values.length)],
        column: columnAxis.values[index % columnAxis.values.length],
        ...cell,
      })),
      test: { method: options.test ?? 'rao-scott', ...result.test },
    };
  },
};

function named(
  { name, label, valueLabels }: Variable,
  { values }: Axis,
  totals: readonly AxisTotal[],
): {
  variable: string;
  label: string;
  categories: { value: Value; label: string; n: number | null; weightedN: number | null }[];
} {
  const labels = new Map(valueLabels.map((one) => [one.value, one.label]));
  const categories = values.map((value, index) => {
    const { n, weightedN } = totals[index];
    return { value, label: labels.get(value) ?? String(value), n, weightedN };
  });
  return { variable: name, label, categories };
}
