import type { ColumnChunk } from '#engine/survey/column.ts';
import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { atByte } from '../atByte.ts';
import { BlockReader } from '../blockReader.ts';
import { chunkRowsFor } from '../chunkRows.ts';
import { documentNotes } from '../documentNotes.ts';
import type { OpenFile } from '../openFile.ts';
import type { Reading } from '../reading.ts';
import { selectVariables } from '../selectVariables.ts';
import type { ReadOptions, SurveyFile } from '../surveyFile.ts';
import { paddedEncoding, type TextEncoding } from '../textEncoding.ts';
import { CompressedRows } from './compressedRows.ts';
import { InflatedBytes } from './inflatedBytes.ts';
import { PlainRows } from './plainRows.ts';
import type { RowBytes } from './rowBytes.ts';
import { saidEncoding } from './saidEncoding.ts';
import { fileAttributes } from './savAttributes.ts';
import { SavChunk } from './savChunk.ts';
import { savEncoding } from './savEncoding.ts';
import { readSavExtensions } from './savExtensions.ts';
import { readSavHeader, type SavHeader } from './savHeader.ts';
import { readSavRecords, type SavRecords } from './savRecords.ts';
import { savResponseSets } from './savResponseSets.ts';
import { readSavVariables, type SavVariable } from './savVariables.ts';
import { readZlibBlocks, type ZlibBlock } from './zlibBlocks.ts';

/** A row takes a byte and 8 more for each 8 bytes at most; blocks may be padded. */
const sparePadding = 4 * 1024 * 1024;

/** Where the rows begin and how they are laid out. */
interface SavRows {
  readonly header: SavHeader;
  readonly littleEndian: boolean;
  readonly dataOffset: number;
  readonly slotCount: number;
  readonly rowCount: number | null;
  readonly systemMissing: number;
  readonly encoding: TextEncoding;
  readonly variables: readonly SavVariable[];
  /** Empty unless the rows are in ZLIB blocks. */
  readonly blocks: readonly ZlibBlock[];
}

/**
 * Opens an SPSS system file: `.sav` (`$FL2`), byte-compressed or not, and `.zsav` (`$FL3`); either byte order,
 * any encoding that `savEncoding` knows; `reading.encoding` comes before what the file says. Reads the dictionary; the rows are read by `read`.
 *
 * Rows: as in SPSS, PSPP and haven the header's count decides. What follows that many rows is not read; fewer
 * rows are `file.truncated`. A count of -1 means up to the end (record 7/16 may hold the count instead).
 * Numbers are as the file holds them; the system-missing number and NaN are system-missing. Texts lose
 * the spaces and NULs at their end. Documents are the file's notes, the attribute `note` of a variable is its.
 *
 * @throws Problem `file.truncated`, `file.damaged`, `file.unknownEncoding`, `file.unsupported`.
 */
export function openSavFile(open: OpenFile, reading: Reading = {}): SurveyFile {
  const chosen = saidEncoding(reading.encoding);
  const said = chosen === null ? null : paddedEncoding(chosen);
  const reader = new BlockReader(open);
  const header = readSavHeader(reader);
  const readerAt = (offset: number): BlockReader => {
    const other = new BlockReader(open, offset);
    other.littleEndian = reader.littleEndian;
    return other;
  };
  const records = readSavRecords(reader);
  const dataOffset = reader.offset;
  const blocks = header.compression === 'zlib' ? readZlibBlocks(reader, readerAt) : [];
  const extensions = readSavExtensions(reader, records);
  const encoding =
    said ?? savEncoding(open.path, extensions.encoding, extensions.codePage, dictionaryTexts(records));
  const variables = readSavVariables({ reader, records, extensions, encoding });
  if (variables.length === 0) throw reader.damaged(atByte(dataOffset), phrase('emptyDictionary'));
  const rows: SavRows = {
    header,
    littleEndian: reader.littleEndian,
    dataOffset,
    slotCount: records.variables.length,
    rowCount: header.rowCount ?? extensions.rowCount,
    systemMissing: extensions.special.systemMissing,
    encoding,
    variables,
    blocks,
  };
  refuseImpossibleRowCount(open, rows);
  refuseImpossibleBlocks(reader, rows);
  return {
    format: header.compression === 'zlib' ? 'zsav' : 'sav',
    encoding: encoding.name,
    rowCount: rows.rowCount,
    fileLabel: encoding.decode(header.fileLabel),
    variables: variables.map(({ variable }) => variable),
    notes: documentNotes(records.documents, encoding),
    attributes: fileAttributes(encoding.decode(extensions.fileAttributes)),
    weight: weightName(reader, header.weightIndex, variables),
    multipleResponseSets: savResponseSets(extensions.responseSets, encoding, variables),
    read: (options = {}) => readRows(open, rows, options),
    close: () => open.close(),
  };
}

async function* readRows(open: OpenFile, rows: SavRows, options: ReadOptions): AsyncGenerator<ColumnChunk> {
  const { header, variables, encoding, slotCount, systemMissing } = rows;
  const selected = selectVariables(variables, ({ variable }) => variable.name, options.variables);
  const chunkRows = chunkRowsFor(options.chunkRows, selected.length, rowsAtMost(open, rows));
  const chunk = new SavChunk(slotCount, selected, encoding, chunkRows);
  const reader = rowBytes(open, rows);
  const decoder =
    header.compression === 'none'
      ? new PlainRows(reader, systemMissing)
      : new CompressedRows(reader, header.bias, systemMissing);
  let done = 0;
  for (;;) {
    const asked = Math.min(chunkRows, (rows.rowCount ?? Infinity) - done);
    chunk.start();
    const decoded = asked === 0 ? 0 : decoder.decode(chunk, asked, done);
    done += decoded;
    if (decoded < asked && rows.rowCount !== null) {
      throw new Problem('file.truncated', {
        file: open.path,
        expected: phrase('countedRows', { count: rows.rowCount }),
        found: phrase('countedRows', { count: done }),
      });
    }
    const ended = decoded < asked || done === rows.rowCount;
    options.onProgress?.(ended ? 1 : Math.min(1, reader.offset / open.size));
    if (decoded > 0) yield chunk.finish(decoded);
    if (ended) return;
  }
}

function rowBytes(open: OpenFile, { header, blocks, dataOffset, littleEndian }: SavRows): RowBytes {
  if (header.compression === 'zlib') return new InflatedBytes(open, blocks, littleEndian);
  const reader = new BlockReader(open, dataOffset);
  reader.littleEndian = littleEndian;
  return reader;
}

/** A row takes at least one byte for each 8 bytes when compressed. */
function rowsAtMost(open: OpenFile, rows: SavRows): number {
  return Math.floor(dataBytes(open, rows) / (rows.slotCount * (rows.header.compression === 'none' ? 8 : 1)));
}

function dataBytes(open: OpenFile, { header, blocks, dataOffset }: SavRows): number {
  if (header.compression !== 'zlib') return open.size - dataOffset;
  return blocks.reduce((sum, { inflatedSize }) => sum + inflatedSize, 0);
}

function refuseImpossibleRowCount(open: OpenFile, rows: SavRows): void {
  const most = rowsAtMost(open, rows);
  if (rows.rowCount === null || rows.rowCount <= most) return;
  throw new Problem('file.truncated', {
    file: open.path,
    expected: phrase('countedRows', { count: rows.rowCount }),
    found: phrase('roomForRowsIn', { count: most, bytes: dataBytes(open, rows) }),
  });
}

/** Blocks that inflate to far more than the rows of the file can take would be inflated for nothing. */
function refuseImpossibleBlocks(
  reader: BlockReader,
  { blocks, rowCount, slotCount, dataOffset }: SavRows,
): void {
  if (rowCount === null) return;
  const most = rowCount * slotCount * 9 + sparePadding;
  const stated = blocks.reduce((sum, { inflatedSize }) => sum + inflatedSize, 0);
  if (stated <= most) return;
  throw reader.damaged(
    atByte(dataOffset, 'compressedData'),
    phrase('rowsBeyondBlocks', { count: rowCount, most, stated }),
  );
}

function weightName(reader: BlockReader, index: number, variables: readonly SavVariable[]): string | null {
  if (index === 0) return null;
  const weight = variables.find(({ slot }) => slot === index - 1);
  if (weight !== undefined && weight.width === 0) return weight.variable.name;
  throw reader.damaged(
    atByte(76, 'fileHeader'),
    weight === undefined
      ? phrase('weightUnknown', { number: index })
      : phrase('weightText', { variable: weight.variable.name }),
  );
}

/** Names and labels, from which the encoding is guessed where the file does not tell. */
function dictionaryTexts({ variables, labels }: SavRecords): Uint8Array[] {
  return [
    ...variables.flatMap(({ name, label }) => (label === null ? [name] : [name, label])),
    ...labels.flatMap((record) => record.labels),
  ];
}
