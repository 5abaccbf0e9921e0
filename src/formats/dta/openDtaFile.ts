import type { ColumnChunk } from '#engine/survey/column.ts';
import { phrase, type Phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { BlockReader } from '../blockReader.ts';
import { chunkRowsFor } from '../chunkRows.ts';
import type { OpenFile } from '../openFile.ts';
import { noChoices, type Reading } from '../reading.ts';
import { saidEncoding } from '../sav/saidEncoding.ts';
import { selectVariables } from '../selectVariables.ts';
import type { ReadOptions, SurveyFile, SurveyLanguage } from '../surveyFile.ts';
import { paddedEncoding } from '../textEncoding.ts';
import { untilNul } from './dtaCharacteristics.ts';
import { DtaChunk, type DtaSources } from './dtaChunk.ts';
import { readDtaDescriptors, type DtaDescriptors } from './dtaDescriptors.ts';
import { readDtaHeader, type DtaHeader } from './dtaHeader.ts';
import { readDtaLongTexts } from './dtaLongTexts.ts';
import { referenceSplit } from './dtaReferences.ts';
import { dtaWords, type DtaWords } from './dtaSaid.ts';
import { expectTag } from './dtaTags.ts';
import { readDtaValueLabels } from './dtaValueLabels.ts';
import { dtaEncoding, dtaVariables, type DtaVariable } from './dtaVariables.ts';

const mostTextBytes = 64 * 1024 * 1024;

/** Where the rows begin and how they are laid out. */
interface DtaRows {
  readonly littleEndian: boolean;
  readonly dataOffset: number;
  readonly rowBytes: number;
  readonly rowCount: number;
  readonly sources: DtaSources;
  readonly variables: readonly DtaVariable[];
}

/**
 * Opens a Stata file of version 103 to 119 in either byte order. Reads everything but the rows, and of long texts
 * (strL) where they stand.
 *
 * Numbers are as the file holds them, in the type it holds them in; floats are widened exactly. `.` is
 * system-missing, `.a` to `.z` are the reasons 2 to 27. Spaces at the end of texts are kept, as in Stata, those of
 * labels are not. Labels are in `reading.language`, else in the language that was chosen when the file was saved;
 * those in other languages are the variables' translations. Before version 118 `reading.encoding` decides. Dates keep their own count: see `dtaTime`.
 *
 * @throws Problem `file.truncated`, `file.damaged`; `option.invalid` for a language that the file lacks, or an encoding that it
 * cannot have.
 */
export function openDtaFile(open: OpenFile, reading: Reading = {}): SurveyFile {
  const reader = new BlockReader(open);
  const header = readDtaHeader(reader);
  if (header.variableCount === 0) throw reader.damaged(phrase('fileHeader'), phrase('emptyDictionary'));
  const descriptors = readDtaDescriptors(reader, header);
  const { version, rowCount } = header;
  if (version.markup) expectTag(reader, '<data>');
  const dataOffset = reader.offset;
  const rowBytes = descriptors.types.reduce((sum, { width }) => sum + width, 0);
  skipRows(reader, rowCount, rowBytes);
  if (version.markup) expectTag(reader, '</data>');
  const longTexts = version.markup ? readDtaLongTexts(reader, open, header) : null;
  const sets = readDtaValueLabels(reader, version);
  const said = saidEncoding(reading.encoding);
  if (version.utf8 && said !== null && said.name !== 'utf-8') throw alwaysUtf8(said.name);
  const encoding =
    said ??
    dtaEncoding(version, [
      ...dictionaryTexts(header, descriptors),
      ...sets.flatMap(({ name, texts }) => [name, ...texts]),
    ]);
  const labelEncoding = paddedEncoding(encoding);
  const words = dtaWords(descriptors.characteristics, encoding);
  const language = chosenLanguage(words, reading.language);
  const variables = dtaVariables({
    reader,
    descriptors,
    sets,
    version,
    encoding: labelEncoding,
    words,
    language,
  });
  const languages = languagesOf(words, language, labelEncoding.decode(untilNul(header.label)));
  const { littleEndian } = reader;
  const offsets = variables.map(({ offset }) => offset);
  const split =
    longTexts === null
      ? version.longTextVariable
      : referenceSplit(open, version, longTexts, { dataOffset, rowBytes, littleEndian, offsets });
  const rows: DtaRows = {
    littleEndian,
    dataOffset,
    rowBytes,
    rowCount,
    sources: { version, encoding, longTexts, split },
    variables,
  };
  return {
    format: 'dta',
    formatVersion: String(version.release),
    encoding: encoding.name,
    rowCount,
    fileLabel: languages[0].fileLabel,
    variables: variables.map(({ variable }) => variable),
    weight: null,
    multipleResponseSets: [],
    notes: words.file.notes,
    attributes: words.file.attributes,
    ...(language !== null && {
      languages,
      choices: { ...noChoices, language, languages: words.languages },
    }),
    read: (options = {}) => readRows(open, rows, options),
    close: () => open.close(),
  };
}

function alwaysUtf8(said: string): Problem {
  const allowed = phrase('alwaysUtf8');
  return new Problem('option.invalid', { option: phrase('encodingOption'), value: said, allowed });
}

/** A file that names no languages has its labels in one, whatever it is: there is nothing to choose. */
function chosenLanguage({ language, languages }: DtaWords, wanted: string | undefined): string | null {
  if (wanted === undefined || languages.length === 0) return language;
  if (languages.includes(wanted)) return wanted;
  throw new Problem('option.invalid', {
    option: phrase('languageOption'),
    value: wanted,
    allowed: languages.join(', '),
  });
}

/** The chosen one first; where the file has no label in it, the label in use stands in. */
function languagesOf(
  { language: used, languages, file }: DtaWords,
  chosen: string | null,
  label: string,
): [SurveyLanguage, ...SurveyLanguage[]] {
  const labelIn = (name: string): string => (name === used ? label : (file.labels.get(name) ?? ''));
  const others = languages.filter((name) => name !== chosen);
  return [
    { name: chosen ?? '', fileLabel: chosen === null ? label : labelIn(chosen) || label },
    ...others.map((name) => ({ name, fileLabel: labelIn(name) })),
  ];
}

async function* readRows(open: OpenFile, rows: DtaRows, options: ReadOptions): AsyncGenerator<ColumnChunk> {
  const { variables, sources, rowBytes, rowCount, littleEndian } = rows;
  const selected = selectVariables(variables, ({ variable }) => variable.name, options.variables);
  const chunkRows = chunkRowsFor(options.chunkRows, selected.length, rowsWithTexts(rows, selected));
  const chunk = new DtaChunk(selected, sources, chunkRows);
  const reader = new BlockReader(open, rows.dataOffset, rowBytes);
  const { bytes, view } = reader;
  const missingText = (v: number, o: number, found: Phrase): Problem =>
    reader.damaged(found, phrase('longTextMissing', { number: v, row: o }));
  for (let done = 0; done < rowCount;) {
    const asked = Math.min(chunkRows, rowCount - done);
    chunk.start();
    for (let filled = 0; filled < asked;) {
      if (reader.limit - reader.position < rowBytes) reader.refill();
      const held = Math.floor((reader.limit - reader.position) / rowBytes);
      if (held === 0) throw tooFewRows(open.path, rowCount, done + filled);
      const count = Math.min(held, asked - filled);
      const from = reader.position;
      const firstRow = done + filled + 1;
      chunk.decode({
        bytes,
        view,
        littleEndian,
        from,
        step: rowBytes,
        count,
        at: filled,
        firstRow,
        missingText,
      });
      reader.position += count * rowBytes;
      filled += count;
    }
    done += asked;
    options.onProgress?.(done === rowCount ? 1 : Math.min(1, reader.offset / open.size));
    yield chunk.finish(asked);
  }
  if (rowCount === 0) options.onProgress?.(1);
}

/** Rows whose texts a chunk has room for, were they all full; long texts are taken at their mean length. */
function rowsWithTexts({ rowCount, sources }: DtaRows, selected: readonly DtaVariable[]): number {
  let bytes = 0;
  let longTexts = false;
  for (const { type } of new Set(selected)) {
    if (type.kind === 'text') bytes += type.width;
    if (type.kind === 'longText') longTexts = true;
  }
  if (longTexts && rowCount > 0) bytes += (sources.longTexts?.totalLength ?? 0) / rowCount;
  return bytes === 0 ? rowCount : Math.min(rowCount, Math.ceil(mostTextBytes / bytes));
}

function skipRows(reader: BlockReader, rowCount: number, rowBytes: number): void {
  const room = Math.floor(reader.remaining / rowBytes);
  if (rowCount > room) throw tooFewRows(reader.file, rowCount, room);
  reader.skip(rowCount * rowBytes, 'rows');
}

function tooFewRows(file: string, expected: number, found: number): Problem {
  return new Problem('file.truncated', {
    file,
    expected: phrase('countedRows', { count: expected }),
    found: phrase('roomForRows', { count: found }),
  });
}

/** From which the encoding is told where the version leaves it open. */
function dictionaryTexts(header: DtaHeader, { names, labels }: DtaDescriptors): Uint8Array[] {
  return [untilNul(header.label), ...names, ...labels];
}
