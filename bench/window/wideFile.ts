import { existsSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ColumnChunk } from '#engine/survey/column.ts';
import { writeSavFile } from '#formats/sav/writeSavFile.ts';
import { bigSurveyOf } from '../bigSurvey.ts';

/** The made-up survey again and again beside itself under other names, as a `.sav` in the temporary folder. Gives its path. */
export async function wideFile(variables: number, rows: number): Promise<string> {
  const path = join(tmpdir(), `larger-freedom-bench-${rows}x${variables}-wide.sav`);
  if (existsSync(path)) return path;
  const narrow = bigSurveyOf(rows);
  const sources = Array.from({ length: variables }, (_, index) => index % narrow.variables.length);
  async function* chunks(): AsyncGenerator<ColumnChunk> {
    for await (const { rowCount, columns } of narrow.chunks())
      yield { rowCount, columns: sources.map((source) => columns[source]) };
  }
  const unfinished = `${path}.${process.pid}`;
  await writeSavFile(
    unfinished,
    {
      ...narrow,
      variables: sources.map((source, index) => {
        const variable = narrow.variables[source];
        const time = Math.floor(index / narrow.variables.length);
        return time === 0
          ? variable
          : { ...variable, name: `${variable.name}_${time}`, label: `${variable.label}, round ${time}` };
      }),
      chunks,
    },
    'bytes',
  );
  renameSync(unfinished, path);
  return path;
}
