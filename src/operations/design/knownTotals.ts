import type { Margin as AskedMargin } from '#contract/design.ts';
import { calibrate, type Margin } from '#engine/design/calibrate.ts';
import type { SurveyDesign } from '#engine/design/surveyDesign.ts';
import type { Column } from '#engine/survey/column.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { Value, Variable } from '#engine/survey/variable.ts';
import { codesFor } from '../data/missing.ts';

/** Per cent that were rounded may miss 100 by this much. */
const rounding = 2;

/**
 * A design whose weights add up to the totals that are asked for.
 *
 * @throws Problem calibration.*
 */
export function withKnownTotals(
  design: SurveyDesign,
  asked: readonly AskedMargin[],
  variableOf: (name: string) => Variable,
  columns: ReadonlyMap<string, Column>,
): SurveyDesign {
  const numbers = asked.find(({ shares }) => shares !== true);
  const population = numbers ? sumOf(numbers) : design.sortedWeights.reduce((sum, weight) => sum + weight, 0);
  return calibrate(
    design,
    asked.map((margin): Margin => {
      const { name } = variableOf(margin.variable);
      return {
        name,
        column: columns.get(name)!,
        targets: targetsOf(margin, variableOf(margin.variable), population),
      };
    }),
  );
}

function targetsOf(margin: AskedMargin, variable: Variable, population: number): Map<string, number> {
  const sum = sumOf(margin);
  if (margin.shares === true && !(Math.abs(sum - 100) <= rounding))
    throw new Problem('calibration.sharesIncomplete', { variable: variable.name, total: tidy(sum) });
  const scale = margin.shares === true ? population / sum : 1;
  const targets = new Map<string, number>();
  for (const { value, total } of margin.totals) {
    const key = String(valueOf(variable, value));
    if (targets.has(key))
      throw new Problem('calibration.valueTwice', { variable: variable.name, level: String(value) });
    targets.set(key, total * scale);
  }
  return targets;
}

/** A code, or the only one that has this label. */
export function valueOf(variable: Variable, asked: Value): Value {
  const [code] = codesFor(variable, [asked]);
  if (variable.valueLabels.some(({ value }) => value === code)) return code;
  const wanted = String(asked).trim().toLowerCase();
  const labelled = variable.valueLabels.filter(({ label }) => label.trim().toLowerCase() === wanted);
  return labelled.length === 1 ? labelled[0].value : code;
}

function sumOf({ totals }: AskedMargin): number {
  return totals.reduce((sum, { total }) => sum + total, 0);
}

function tidy(value: number): number {
  return Number(value.toPrecision(6));
}
