import type { Column } from '#engine/survey/column.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { Value, Variable } from '#engine/survey/variable.ts';
import { crosstabOf } from '#engine/estimate/crosstab.ts';
import { openAnalysis } from './analysis.ts';
import type { Handlers } from './context.ts';
import { findVariable } from './findVariable.ts';
import { sortedValues } from './summarise.ts';
import { loadAnswers } from './surveyData.ts';

/** More categories than this make no table that one can read. */
const mostCategories = 100;

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
      options,
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

interface Axis {
  /** Categories that occur in the table, in order. */
  readonly values: readonly Value[];
  /** Index into `values` for each row; -1 for rows that are not in the table. */
  readonly categoryOf: Int32Array;
}

function axisOf(variable: Variable, answers: Column, inTable: (row: number) => boolean): Axis {
  const count = answers.kind === 'numeric' ? answers.values.length : answers.codes.length;
  const numbers = answers.kind === 'numeric' ? answers.values : answers.codes;
  const found = new Map<number, number>();
  const categoryOf = new Int32Array(count).fill(-1);
  for (let row = 0; row < count; row++) {
    if (!inTable(row)) continue;
    let category = found.get(numbers[row]);
    if (category === undefined) {
      category = found.size;
      found.set(numbers[row], category);
      if (found.size > mostCategories) {
        const limit = mostCategories;
        throw new Problem('variable.tooManyCategories', { variable: variable.name, limit });
      }
    }
    categoryOf[row] = category;
  }
  const keys = [...found.keys()];
  const valueOf = (key: number): Value => (answers.kind === 'text' ? answers.dictionary[key] : key);
  const values = sortedValues(keys.map(valueOf));
  const place = new Map(values.map((value, index) => [value, index]));
  const order = keys.map((key) => place.get(valueOf(key))!);
  for (let row = 0; row < count; row++) if (categoryOf[row] >= 0) categoryOf[row] = order[categoryOf[row]];
  return { values, categoryOf };
}

function isAnswer(answers: Column, row: number): boolean {
  return answers.kind === 'numeric'
    ? answers.reasons === null || answers.reasons[row] === 0
    : answers.dictionary[answers.codes[row]] !== '';
}

function named(
  { name, label, valueLabels }: Variable,
  { values }: Axis,
  totals: readonly { readonly n: number; readonly weightedN: number }[],
): {
  variable: string;
  label: string;
  categories: { value: Value; label: string; n: number; weightedN: number }[];
} {
  const labels = new Map(valueLabels.map((one) => [one.value, one.label]));
  const categories = values.map((value, index) => {
    const { n, weightedN } = totals[index];
    return { value, label: labels.get(value) ?? String(value), n, weightedN };
  });
  return { variable: name, label, categories };
}
