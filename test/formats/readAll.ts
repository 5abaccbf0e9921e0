import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSurveyFile } from '#formats/openSurveyFile.ts';
import type { Reading } from '#formats/reading.ts';
import type { ReadOptions, SurveyFile } from '#formats/surveyFile.ts';
import { MissingReason } from '#engine/survey/column.ts';
import { withPhrases } from '#cli/text/problemText.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { ProblemCode } from '#engine/survey/problemCodes.ts';

export type Cell = number | string | null;

export interface ReadSurvey extends SurveyFile {
  /** Values of each variable read, in order; `null` for system-missing, `.a` to `.z` for Stata's other kinds. */
  readonly values: readonly (readonly Cell[])[];
}

/** Opens a file and copies all it holds out of the chunks. */
export async function readAll(
  path: string,
  options: ReadOptions = {},
  reading: Reading = {},
): Promise<ReadSurvey> {
  const file = await openSurveyFile(path, reading);
  try {
    const values: Cell[][] = (options.variables ?? file.variables).map(() => []);
    for await (const { rowCount, columns } of file.read(options)) {
      columns.forEach((column, index) => {
        for (let row = 0; row < rowCount; row++) {
          if (column.kind === 'text') values[index].push(column.dictionary[column.codes[row]]);
          else values[index].push(cellOf(column.values[row], column.reasons?.[row] ?? MissingReason.present));
        }
      });
    }
    return { ...file, values };
  } finally {
    file.close();
  }
}

function cellOf(value: number, reason: number): Cell {
  if (reason === MissingReason.present) return value;
  return reason < MissingReason.extendedA
    ? null
    : `.${String.fromCharCode(0x61 + reason - MissingReason.extendedA)}`;
}

/** Writes bytes or text to a file of this name and reads it. */
export async function readBytes(
  folder: string,
  name: string,
  content: Uint8Array | string,
  options: ReadOptions = {},
  reading: Reading = {},
): Promise<ReadSurvey> {
  const path = join(folder, name);
  writeFileSync(path, content);
  return readAll(path, options, reading);
}

/** The problem that reading these bytes ends in, as the terminal says it. */
export async function problemOf(
  reading: Promise<unknown>,
): Promise<{ readonly code: ProblemCode; readonly params: ReturnType<typeof withPhrases> }> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, params: withPhrases(error.params) };
    throw error;
  }
  throw new Error('no problem was found');
}
