import type { ColumnChunk } from '#engine/survey/column.ts';
import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { nothingMissing } from '#engine/survey/variable.ts';
import { chunkRowsFor } from '../chunkRows.ts';
import type { Codebook, CodebookVariable } from '../ddi/codebook.ts';
import type { OpenFile } from '../openFile.ts';
import { selectVariables } from '../selectVariables.ts';
import type { ReadOptions, SurveyFile } from '../surveyFile.ts';
import { paddedEncoding, textEncoding, type TextEncoding } from '../textEncoding.ts';
import { uniqueNames } from '../uniqueNames.ts';
import { fixedField, type Field } from './fixedField.ts';
import { fixedLines } from './fixedLines.ts';

/** A number of this many digits no longer fits a double: it is an id. */
const idDigits = 16;
/** No number is written in more characters, whatever a codebook says. */
const widestNumber = 255;

/**
 * Opens a file of lines in which each variable has its places, as a codebook tells. Blank fields are missing;
 * decimals that the codebook states are implied where a field has no point of its own.
 *
 * @throws Problem `file.unsupported` for several kinds of lines in one file; `file.damaged` where the lines are
 * shorter than the codebook says, or a number is none; `file.unknownEncoding`.
 */
export function openFixedFile(open: OpenFile, codebook: Codebook, charset?: string): SurveyFile {
  if (/hierarchical|relational/i.test(codebook.structure)) {
    throw new Problem('file.unsupported', {
      file: open.path,
      feature: phrase('hierarchicalFile'),
      advice: phrase('askForRectangular'),
    });
  }
  const placed = codebook.variables.filter(({ start, end }) => start >= 1 && end >= start && end < 1_000_000);
  const encoding = encodingOf(open, charset ?? (codebook.charset || 'utf-8'));
  const width = placed.reduce((widest, { start }) => Math.max(widest, start), 0);
  const rowCount = countLines(open, width);
  const names = uniqueNames(placed.map(({ name }) => name));
  const fields = placed.map((variable, index) => ({
    ...variable,
    name: names[index],
    isText: isText(variable),
  }));
  return {
    format: 'fixed',
    encoding: encoding.name,
    rowCount,
    fileLabel: '',
    variables: fields.map(({ name, isText: text }) => ({
      name,
      label: '',
      type: text ? 'text' : 'numeric',
      measure: 'unknown',
      valueLabels: [],
      missing: nothingMissing,
    })),
    weight: null,
    multipleResponseSets: [],
    read: (options = {}) => readRows(open, fields, encoding, rowCount, options),
    close: () => open.close(),
  };
}

function isText({ isText: text, start, end, decimals }: CodebookVariable): boolean {
  const width = end - start + 1;
  return text || width > widestNumber || (width >= idDigits && decimals === 0);
}

function encodingOf(open: OpenFile, label: string): TextEncoding {
  const encoding = textEncoding(label);
  if (encoding === null) throw new Problem('file.unknownEncoding', { file: open.path, encoding: label });
  return paddedEncoding(encoding);
}

function countLines(open: OpenFile, width: number): number {
  let rows = 0;
  for (const { starts, ends } of fixedLines(open)) {
    if (rows === 0 && starts.length > 0 && ends[0] - starts[0] < width) {
      throw new Problem('file.damaged', {
        file: open.path,
        place: phrase('row', { row: 1 }),
        detail: phrase('shortLine', { count: ends[0] - starts[0], width }),
      });
    }
    rows += starts.length;
  }
  return rows;
}

async function* readRows(
  open: OpenFile,
  variables: readonly CodebookVariable[],
  encoding: TextEncoding,
  rowCount: number,
  options: ReadOptions,
): AsyncGenerator<ColumnChunk> {
  const selected = selectVariables(variables, ({ name }) => name, options.variables);
  const chunkRows = chunkRowsFor(options.chunkRows, selected.length, rowCount);
  const fields = selected.map((variable): Field => fixedField(open.path, variable, chunkRows, encoding));
  let row = 0;
  let filled = 0;
  for (const { bytes, starts, ends, end } of fixedLines(open)) {
    for (let line = 0; line < starts.length; line++) {
      row++;
      for (const field of fields) field.set(filled, bytes, starts[line], ends[line], row);
      filled++;
      if (filled < chunkRows && row < rowCount) continue;
      options.onProgress?.(row === rowCount ? 1 : end / open.size);
      yield { rowCount: filled, columns: fields.map((field) => field.column(filled)) };
      for (const field of fields) field.clear();
      filled = 0;
      if (row === rowCount) return;
    }
  }
}
