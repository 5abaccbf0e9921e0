import { MissingReason, type Column, type ColumnChunk } from '#engine/survey/column.ts';
import type { Variable } from '#engine/survey/variable.ts';
import type { ReadOptions, SurveyFile } from '#formats/surveyFile.ts';
import type { StoredVariable } from '#project/variables.ts';
import type { Households } from './households.ts';
import { keyAt } from './linkKeys.ts';

/**
 * Members with variables of their household beside their own: its weight and strata above all, so that members are
 * weighted and clustered as their household was drawn. Rows without a household, or with several, have no value there.
 */
export function bringHousehold(
  file: SurveyFile,
  households: Households,
  names: readonly string[],
): { readonly file: SurveyFile; readonly brought: readonly string[] } {
  const own = new Set(file.variables.map(({ name }) => name));
  const brought = households.variables.filter(({ name }) => names.includes(name) && !own.has(name));
  if (brought.length === 0) return { file, brought: [] };
  return {
    brought: brought.map(({ name }) => name),
    file: {
      ...file,
      variables: [...file.variables, ...brought.map(asInFile)],
      read: (options = {}) => readBoth(file, households, brought, options),
      close: () => file.close(),
    },
  };
}

/** Without what the user said about it: edits and marks stay with the survey of households. */
function asInFile(stored: StoredVariable): Variable {
  const { name, type, timeScale, measure, original, notes, attributes, translations, display } = stored;
  const { label, valueLabels, missing } = original ?? stored;
  return {
    name,
    label,
    type,
    measure,
    valueLabels,
    missing,
    ...(timeScale && { timeScale }),
    ...(notes && { notes }),
    ...(attributes && { attributes }),
    ...(translations && { translations }),
    ...(display && { display }),
  };
}

async function* readBoth(
  file: SurveyFile,
  households: Households,
  brought: readonly StoredVariable[],
  options: ReadOptions,
): AsyncGenerator<ColumnChunk> {
  const wanted = options.variables ?? [...file.variables, ...brought].map(({ name }) => name);
  const columns = new Map(
    brought.filter(({ name }) => wanted.includes(name)).map((one) => [one.name, households.column(one)]),
  );
  const { member } = households.keys;
  const own = wanted.filter((name) => !columns.has(name));
  const names = own.includes(member) ? own : [...own, member];
  for await (const chunk of file.read({ ...options, variables: names })) {
    const { rowCount } = chunk;
    const key = chunk.columns[names.indexOf(member)];
    const rows = Int32Array.from({ length: rowCount }, (_, row) => households.of(keyAt(key, row)));
    yield {
      rowCount,
      columns: wanted.map((name) => {
        const column = columns.get(name);
        return column === undefined ? chunk.columns[names.indexOf(name)] : ofHouseholds(column, rows);
      }),
    };
  }
}

function ofHouseholds(column: Column, rows: Int32Array): Column {
  if (column.kind === 'text') {
    const empty = column.dictionary.length;
    return {
      kind: 'text',
      dictionary: [...column.dictionary, ''],
      codes: Uint32Array.from(rows, (row) => (row < 0 ? empty : column.codes[row])),
    };
  }
  const reasons = Uint8Array.from(rows, (row) =>
    row < 0 ? MissingReason.system : (column.reasons?.[row] ?? MissingReason.present),
  );
  return {
    kind: 'numeric',
    values: Float64Array.from(rows, (row) => (row < 0 ? 0 : column.values[row])),
    reasons: reasons.some((reason) => reason !== 0) ? reasons : null,
  };
}
