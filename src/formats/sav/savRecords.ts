import { phrase } from '#engine/survey/phrase.ts';
import { atByte, type Part } from '../atByte.ts';
import type { BlockReader } from '../blockReader.ts';

/** A variable record (type 2) as the file has it; text is not decoded yet. */
export interface SavVariableRecord {
  readonly offset: number;
  /** 0 numeric, 1–255 bytes of text, -1 the continuation of a longer text. */
  readonly width: number;
  readonly name: Uint8Array;
  readonly label: Uint8Array | null;
  /** 0–3 single values, -2 a range, -3 a range and a value. */
  readonly missingCode: number;
  /** 8 bytes for each missing value. */
  readonly missing: Uint8Array<ArrayBuffer>;
  /** Number of the print format: 5 is F, 20 is DATE, …; how wide it is, and its decimals. */
  readonly format: number;
  readonly formatWidth: number;
  readonly decimals: number;
}

/** Value labels (type 3) and the variables they are for (type 4). */
export interface SavLabelRecord {
  readonly offset: number;
  /** 8 bytes each, a number or text. */
  readonly values: readonly Uint8Array<ArrayBuffer>[];
  readonly labels: readonly Uint8Array[];
  /** 1-based positions among the variable records. */
  readonly variables: readonly number[];
}

export interface SavExtension {
  readonly subtype: number;
  readonly offset: number;
  readonly size: number;
  readonly count: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface SavRecords {
  readonly variables: readonly SavVariableRecord[];
  readonly labels: readonly SavLabelRecord[];
  /** By subtype; the first of each counts, as in PSPP. */
  readonly extensions: ReadonlyMap<number, SavExtension>;
  /** Lines of 80 bytes. */
  readonly documents: readonly Uint8Array[];
}

const documentLine = 80;

/** Subtypes that are read; all others are passed over. */
const extensionsRead = new Set([3, 4, 7, 11, 13, 14, 16, 17, 18, 19, 20, 21, 22]);

/**
 * Reads all records between the header and the data.
 * Source: PSPP Developers Guide, "System File Record Structure".
 */
export function readSavRecords(reader: BlockReader): SavRecords {
  const variables: SavVariableRecord[] = [];
  const labels: SavLabelRecord[] = [];
  const extensions = new Map<number, SavExtension>();
  const documents: Uint8Array[] = [];
  for (;;) {
    const offset = reader.offset;
    const type = reader.int32('dictionary');
    if (type === 999) {
      reader.skip(4, 'dictionaryEnd');
      return { variables, labels, extensions, documents };
    }
    if (type === 2) variables.push(readVariable(reader, offset));
    else if (type === 3) labels.push(readLabels(reader, offset));
    else if (type === 6) readDocuments(reader, offset, documents);
    else if (type === 7) readExtension(reader, offset, extensions);
    else throw reader.damaged(atByte(offset), phrase('unknownRecord', { type }));
  }
}

function readVariable(reader: BlockReader, offset: number): SavVariableRecord {
  const what = 'variableRecord';
  const width = reader.int32(what);
  const hasLabel = reader.int32(what);
  const missingCode = reader.int32(what);
  const print = reader.int32(what);
  reader.skip(4, what);
  const name = reader.take(8, what);
  const place = atByte(offset, what);
  if (width < -1 || width > 255) throw reader.damaged(place, phrase('widthOf', { width }));
  if (hasLabel !== 0 && hasLabel !== 1) throw reader.damaged(place, phrase('labelFlag', { flag: hasLabel }));
  const label = hasLabel === 1 ? readLabel(reader) : null;
  const valid = width === 0 ? [0, 1, 2, 3, -2, -3] : [0, 1, 2, 3];
  if (!valid.includes(missingCode)) throw reader.damaged(place, phrase('missingCode', { code: missingCode }));
  const missing = reader.take(8 * Math.abs(missingCode), 'missingValues');
  return { offset, width, name, label, missingCode, missing, ...formatOf(print) };
}

function formatOf(print: number): Pick<SavVariableRecord, 'format' | 'formatWidth' | 'decimals'> {
  return { format: (print >> 16) & 0xff, formatWidth: (print >> 8) & 0xff, decimals: print & 0xff };
}

function readLabel(reader: BlockReader): Uint8Array {
  const length = reader.int32('variableLabel');
  const label = reader.take(length, 'variableLabel');
  reader.skip((4 - (length % 4)) % 4, 'variableLabel');
  return label;
}

function readLabels(reader: BlockReader, offset: number): SavLabelRecord {
  const count = reader.int32('valueLabels');
  checkCount(reader, count, 16, 'valueLabels');
  const values: Uint8Array<ArrayBuffer>[] = [];
  const labels: Uint8Array[] = [];
  for (let index = 0; index < count; index++) {
    values.push(reader.take(8, 'valueLabel'));
    const length = reader.take(1, 'valueLabel')[0];
    labels.push(reader.take(length, 'valueLabel'));
    reader.skip(7 - (length % 8), 'valueLabel');
  }
  const typeOffset = reader.offset;
  const type = reader.int32('labelledVariables');
  if (type !== 4) {
    throw reader.damaged(atByte(typeOffset), phrase('recordInsteadOf', { type }));
  }
  const variableCount = reader.int32('labelledVariables');
  checkCount(reader, variableCount, 4, 'labelledVariables');
  const variables: number[] = [];
  for (let index = 0; index < variableCount; index++) {
    variables.push(reader.int32('labelledVariables'));
  }
  return { offset, values, labels, variables };
}

function readDocuments(reader: BlockReader, offset: number, documents: Uint8Array[]): void {
  const lines = reader.int32('documents');
  if (lines < 0) throw reader.damaged(atByte(offset, 'documents'), phrase('linesOf', { count: lines }));
  const bytes = reader.take(documentLine * lines, 'documents');
  for (let line = 0; line < lines; line++) {
    documents.push(bytes.subarray(line * documentLine, (line + 1) * documentLine));
  }
}

function readExtension(reader: BlockReader, offset: number, extensions: Map<number, SavExtension>): void {
  const subtype = reader.int32('extensionRecord');
  const size = reader.int32('extensionRecord');
  const count = reader.int32('extensionRecord');
  const what = phrase('numberedRecord', { record: `7/${subtype}` });
  if (size < 0 || count < 0) {
    throw reader.damaged(atByte(offset, what), phrase('elementsOf', { count, size }));
  }
  if (extensionsRead.has(subtype) && !extensions.has(subtype)) {
    extensions.set(subtype, { subtype, offset, size, count, bytes: reader.take(size * count, what) });
  } else {
    reader.skip(size * count, what);
  }
}

function checkCount(reader: BlockReader, count: number, bytesEach: number, what: Part): void {
  if (count < 0) throw reader.damaged(atByte(reader.offset - 4, what), phrase('countOf', { count }));
  if (count * bytesEach > reader.remaining) throw reader.truncated(what, count * bytesEach, reader.remaining);
}
