import { evaluateFormula } from '../expression/evaluateExpression.ts';
import { parseFormula } from '../expression/parseExpression.ts';
import type { NumericColumn } from '../survey/column.ts';
import { band } from './band.ts';
import { combine } from './combine.ts';
import { count } from './count.ts';
import type { Definition } from './definition.ts';
import { columnOf, type Answers } from './numbers.ts';
import { recode } from './recode.ts';
import { standardise } from './standardise.ts';
import { topBox } from './topBox.ts';

export interface Derived {
  readonly column: NumericColumn;
  /** Where a band cuts its source, ascending; `null` for all other kinds. */
  readonly cuts: readonly number[] | null;
}

/**
 * The values that a definition gives, one a row.
 *
 * @param answers the columns of `sourcesOf(definition)`, missing values set aside.
 * @param weights the survey's weights, where `usesWeight(definition)`.
 */
export function deriveColumn(
  definition: Definition,
  answers: Answers,
  rowCount: number,
  weights: Float64Array | null,
): Derived {
  if (definition.kind === 'band') return band(definition, answers, weights);
  return { column: columnFor(definition, answers, rowCount, weights), cuts: null };
}

function columnFor(
  definition: Exclude<Definition, { kind: 'band' }>,
  answers: Answers,
  rowCount: number,
  weights: Float64Array | null,
): NumericColumn {
  switch (definition.kind) {
    case 'recode':
      return recode(definition, answers);
    case 'combine':
      return combine(definition, answers, rowCount);
    case 'topBox':
      return topBox(definition, answers, rowCount);
    case 'count':
      return count(definition, answers, rowCount);
    case 'standardise':
      return standardise(definition, answers, definition.weighted ? weights : null);
    case 'expression':
      return columnOf(evaluateFormula(parseFormula(definition.expression), answers, rowCount));
  }
}
