import type { Column, ColumnChunk } from '#engine/survey/column.ts';
import type { Variable } from '#engine/survey/variable.ts';
import { selectVariables } from './selectVariables.ts';
import type { ReadOptions, SurveyFile } from './surveyFile.ts';

/** A variable out of a file’s variable `from`: its column as it is, or what `made` makes of each chunk of it. */
export interface DerivedVariable {
  readonly variable: Variable;
  readonly from: string;
  readonly made?: (column: Column, rows: number) => Column;
}

/** A file with other words, and perhaps other variables, over the same rows. */
export function derivedFile(
  file: SurveyFile,
  variables: readonly DerivedVariable[],
  changes: Partial<SurveyFile>,
): SurveyFile {
  return {
    ...file,
    ...changes,
    variables: variables.map(({ variable }) => variable),
    read: (options = {}) => readDerived(file, variables, options),
    close: () => file.close(),
  };
}

async function* readDerived(
  file: SurveyFile,
  variables: readonly DerivedVariable[],
  options: ReadOptions,
): AsyncGenerator<ColumnChunk> {
  const selected = selectVariables(variables, ({ variable }) => variable.name, options.variables);
  const names = [...new Set(selected.map(({ from }) => from))];
  const place = new Map(names.map((name, index) => [name, index]));
  for await (const { rowCount, columns } of file.read({ ...options, variables: names })) {
    yield {
      rowCount,
      columns: selected.map(({ from, made }) => {
        const column = columns[place.get(from)!];
        return made === undefined ? column : made(column, rowCount);
      }),
    };
  }
}
