import type { Net } from '#contract/crosstab.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { Value, Variable } from '#engine/survey/variable.ts';
import type { AxisTotal } from '#engine/estimate/crosstabParts.ts';
import { crosstabOf } from '#engine/estimate/crosstab.ts';
import { openAnalysis } from './analysis/openAnalysis.ts';
import { axisOf, isAnswer, type Axis } from './analysis/axis.ts';
import type { Handlers } from './context.ts';
import { findVariable } from './data/findVariable.ts';
import { codesFor } from './data/missing.ts';
import { responses } from './analysis/responses.ts';
import { loadAnswers } from './data/surveyData.ts';

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
    const asked = (input.nets ?? []).map((net) => {
      const [variable, axis] = net.axis === 'rows' ? [rows, rowAxis] : [columns, columnAxis];
      return { ...net, categories: placesOf(net, variable, axis) };
    });
    const result = crosstabOf(
      design,
      rowAxis.categoryOf,
      rowAxis.values.length,
      columnAxis.categoryOf,
      columnAxis.values.length,
      {
        ...options,
        nets: asked.map(({ axis, categories }) => ({ axis, categories })),
        ...(input.letters && { letters: input.letters }),
      },
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
      ...(input.nets && {
        nets: result.nets.map(({ total, cells }, index) => {
          const { axis, label, values } = asked[index];
          const across = axis === 'rows' ? columnAxis : rowAxis;
          return {
            axis,
            label,
            values,
            ...total,
            cells: cells.map((cell, place) => ({ across: across.values[place], ...cell })),
          };
        }),
      }),
      test: { method: options.test ?? 'rao-scott', ...result.test },
    };
  },
  'crosstab.responses': responses,
};

/** A net's categories; those that nobody chose do not matter. @throws Problem net.unknownCode */
export function placesOf(
  { label, values }: Pick<Net, 'label' | 'values'>,
  variable: Variable,
  axis: Pick<Axis, 'values'>,
): number[] {
  const codes = codesFor(variable, values);
  const unknown = codes.find(
    (code) => !axis.values.includes(code) && !variable.valueLabels.some(({ value }) => value === code),
  );
  if (unknown !== undefined) {
    const known = axis.values.slice(0, 12);
    throw new Problem('net.unknownCode', { label, code: unknown, variable: variable.name, known });
  }
  return codes.map((code) => axis.values.indexOf(code)).filter((place) => place >= 0);
}

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
