import type { ColumnChunk } from '#engine/survey/column.ts';
import { phrase } from '#engine/survey/phrase.ts';
import { chunkRowsFor } from '../chunkRows.ts';
import { documentNotes } from '../documentNotes.ts';
import type { OpenFile } from '../openFile.ts';
import type { Reading } from '../reading.ts';
import { saidEncoding } from '../sav/saidEncoding.ts';
import { selectVariables } from '../selectVariables.ts';
import type { ReadOptions, SurveyFile } from '../surveyFile.ts';
import { paddedEncoding, type TextEncoding } from '../textEncoding.ts';
import { PorChunk } from './porChunk.ts';
import { readPorDictionary } from './porDictionary.ts';
import { porEncoding, porVariables, type PorVariable } from './porVariables.ts';

/** A value takes at least one digit and its `/`; a row of blanks filled in takes less than a byte for each. */
const bytesPerValue = 2;

/**
 * Opens an SPSS portable file. How many rows it has is known only at its end. Numbers are exact where base 30 is;
 * `*.` is system-missing. Texts lose the spaces at their end.
 *
 * @throws Problem `file.truncated`, `file.damaged`.
 */
export function openPorFile(open: OpenFile, reading: Reading = {}): SurveyFile {
  const chosen = saidEncoding(reading.encoding);
  const said = chosen === null ? null : paddedEncoding(chosen);
  const dictionary = readPorDictionary(open);
  const encoding = said ?? porEncoding(dictionary);
  const variables = porVariables(dictionary, encoding);
  return {
    format: 'por',
    encoding: encoding.name,
    rowCount: null,
    fileLabel: '',
    variables: variables.map(({ variable }) => variable),
    notes: documentNotes(dictionary.documents, encoding),
    weight: weightName(dictionary.weight, encoding, variables),
    multipleResponseSets: [],
    read: (options = {}) => readRows(open, variables, encoding, options),
    close: () => open.close(),
  };
}

async function* readRows(
  open: OpenFile,
  variables: readonly PorVariable[],
  encoding: TextEncoding,
  options: ReadOptions,
): AsyncGenerator<ColumnChunk> {
  const selected = selectVariables(variables, ({ variable }) => variable.name, options.variables);
  const rowsAtMost = Math.ceil(open.size / (variables.length * bytesPerValue));
  const chunkRows = chunkRowsFor(options.chunkRows, selected.length, rowsAtMost);
  const chunk = new PorChunk(variables, selected, encoding, chunkRows);
  const { reader } = readPorDictionary(open);
  let done = 0;
  for (let ended = false; !ended;) {
    chunk.start();
    let filled = 0;
    while (filled < chunkRows && !ended) {
      if (reader.next < 0) throw reader.cutOff('rowsEnd');
      ended = reader.match('Z');
      if (!ended) chunk.decodeRow(reader, filled++, phrase('row', { row: done + filled }));
    }
    done += filled;
    options.onProgress?.(ended ? 1 : Math.min(1, reader.offset / open.size));
    if (filled > 0) yield chunk.finish(filled);
  }
}

/** The weight is named; a name that no number of the file has is passed over, as in PSPP. */
function weightName(
  name: Uint8Array | null,
  encoding: TextEncoding,
  variables: readonly PorVariable[],
): string | null {
  if (name === null) return null;
  const decoded = encoding.decode(name);
  const weight = variables.find(({ variable, width }) => variable.name === decoded && width === 0);
  return weight?.variable.name ?? null;
}
