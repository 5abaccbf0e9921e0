import { deriveColumn, type Derived } from '#engine/derive/deriveColumn.ts';
import { readWeights } from '#engine/design/createSurveyDesign.ts';
import type { Column } from '#engine/survey/column.ts';
import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { Derivation } from './derivations.ts';

/**
 * The values of a derived variable.
 *
 * @param load gives columns with missing values set aside, by the names that the survey spells.
 * @throws Problem as the definition meets them: expression.invalid, variable.notNumeric, derived.*
 */
export async function computeDerived(
  { definition, sources, weight }: Derivation,
  rowCount: number,
  load: (names: readonly string[]) => Promise<ReadonlyMap<string, Column>>,
): Promise<Derived> {
  const columns = await load([...new Set(sources.values())]);
  const answers = new Map([...sources].map(([name, spelled]) => [name, columns.get(spelled)!]));
  return deriveColumn(definition, answers, rowCount, weightsFrom(weight, columns, rowCount));
}

function weightsFrom(
  name: string | null,
  columns: ReadonlyMap<string, Column>,
  rowCount: number,
): Float64Array | null {
  if (name === null) return null;
  const column = columns.get(name)!;
  if (column.kind === 'text')
    throw new Problem('variable.notNumeric', { variable: name, use: phrase('asWeight') });
  return readWeights({ name, values: column }, rowCount);
}
