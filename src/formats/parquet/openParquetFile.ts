import type { ColumnChunk } from '#engine/survey/column.ts';
import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { chunkRowsFor } from '../chunkRows.ts';
import type { OpenFile } from '../openFile.ts';
import { noChoices } from '../reading.ts';
import { selectVariables } from '../selectVariables.ts';
import type { ReadOptions, SurveyFile } from '../surveyFile.ts';
import { uniqueNames } from '../uniqueNames.ts';
import { ParquetColumn } from './parquetColumn.ts';
import { readColumns, readMetadata } from './parquetLibrary.ts';
import { parquetVariables, type ParquetVariable } from './parquetSchema.ts';

/** Cells that are read at once; a group of rows in the file is read in several steps where it has more. */
const mostCells = 8 * 1024 * 1024;
/** Columns that are read at once: the library makes an array of every value, which is dropped when it is packed. */
const columnsAtOnce = 8;
const mostRows = 2 ** 31;

/**
 * Opens a Parquet file (parquet-format 2). Lists and records in a cell are left out, and named. Dates and moments are
 * counted as in SPSS, from 1582-10-14, in UTC where the file says so; truths are 0 and 1; NaN is missing.
 *
 * @throws Problem `file.damaged`; `file.unsupported` where no column can be a variable.
 */
export async function openParquetFile(open: OpenFile): Promise<SurveyFile> {
  const metadata = await readMetadata(open);
  const groups = metadata.row_groups.map(({ num_rows: rows }) => Number(rows));
  const rowCount = groups.reduce((sum, rows) => sum + rows, 0);
  if (groups.some((rows) => rows < 0) || rowCount > mostRows || rowCount !== Number(metadata.num_rows)) {
    throw new Problem('file.damaged', {
      file: open.path,
      place: phrase('rowList'),
      detail: phrase('rowsOfParts', { count: rowCount, stated: Number(metadata.num_rows) }),
    });
  }
  const { variables: found, leftOut } = parquetVariables(metadata);
  if (found.length === 0) {
    throw new Problem('file.unsupported', {
      file: open.path,
      feature: phrase('parquetNested'),
      advice: phrase('unnest'),
    });
  }
  const names = uniqueNames(found.map(({ variable }) => variable.name));
  const variables = found.map((one, index) => ({
    ...one,
    variable: { ...one.variable, name: names[index] },
  }));
  return {
    format: 'parquet',
    encoding: 'utf-8',
    rowCount,
    fileLabel: '',
    variables: variables.map(({ variable }) => variable),
    weight: null,
    multipleResponseSets: [],
    choices: { ...noChoices, leftOut },
    read: (options = {}) => readRows(open, metadata, groups, variables, rowCount, options),
    close: () => open.close(),
  };
}

async function* readRows(
  open: OpenFile,
  metadata: Awaited<ReturnType<typeof readMetadata>>,
  groups: readonly number[],
  variables: readonly ParquetVariable[],
  rowCount: number,
  options: ReadOptions,
): AsyncGenerator<ColumnChunk> {
  const selected = selectVariables(variables, ({ variable }) => variable.name, options.variables);
  const names = [...new Set(selected.map(({ column }) => column))];
  const chunkRows = chunkRowsFor(options.chunkRows, selected.length, rowCount);
  const stretch = Math.max(1, Math.floor(mostCells / Math.max(1, selected.length)));
  let start = 0;
  for (const group of groups) {
    const end = start + group;
    for (let from = start; from < end; from += stretch) {
      const to = Math.min(end, from + stretch);
      const columns = selected.map((variable) => new ParquetColumn(variable, to - from));
      for (let first = 0; first < names.length; first += columnsAtOnce) {
        const some = names.slice(first, first + columnsAtOnce);
        await readColumns(open, metadata, some, { from, to }, (name, firstRow, values) =>
          selected.forEach(({ column }, index) => {
            if (column === name) columns[index].set(firstRow - from, values);
          }),
        );
      }
      refuseGaps(open, columns, to - from, from);
      for (let row = from; row < to; row += chunkRows) {
        const last = Math.min(to, row + chunkRows);
        options.onProgress?.(last / rowCount);
        yield {
          rowCount: last - row,
          columns: columns.map((column) => column.column(row - from, last - from)),
        };
      }
    }
    start = end;
  }
}

function refuseGaps(open: OpenFile, columns: readonly ParquetColumn[], rows: number, from: number): void {
  for (const { filled } of columns) {
    if (filled === rows) continue;
    throw new Problem('file.truncated', {
      file: open.path,
      expected: phrase('valuesFrom', { count: rows, row: from + 1 }),
      found: phrase('values', { count: filled }),
    });
  }
}
