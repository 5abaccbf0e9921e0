import { phrase, type Phrase } from '#engine/survey/phrase.ts';
import type { ValueLabel } from '#engine/survey/variable.ts';
import { atByte } from '../atByte.ts';
import type { BlockReader } from '../blockReader.ts';
import type { TextEncoding } from '../textEncoding.ts';
import { untilNul } from './dtaCharacteristics.ts';
import { expectTag } from './dtaTags.ts';
import type { DtaVersion } from './dtaVersion.ts';

/** A set of value labels as the file has it, its texts not decoded. */
export interface DtaLabelSet {
  readonly name: Uint8Array;
  readonly values: readonly number[];
  readonly texts: readonly Uint8Array[];
}

const what = 'valueLabels';
/** `.` among the values of a set; `.a` to `.z` follow it. */
const systemMissingLabel = 2147483621;

/** Reads the sets of value labels that follow the data, up to the end of the section or of the file. */
export function readDtaValueLabels(reader: BlockReader, version: DtaVersion): DtaLabelSet[] {
  const sets: DtaLabelSet[] = [];
  if (!version.markup) {
    while (reader.remaining > 0) {
      sets.push(version.valueLabels === 'short' ? readShortSet(reader, version) : readTable(reader, version));
    }
    return sets;
  }
  expectTag(reader, '<value_labels>');
  while (reader.peek(1) === 0x6c) {
    expectTag(reader, '<lbl>');
    sets.push(readTable(reader, version));
    expectTag(reader, '</lbl>');
  }
  expectTag(reader, '</value_labels>');
  return sets;
}

/** Before version 108: the codes in two bytes each, then the labels in eight. */
function readShortSet(reader: BlockReader, version: DtaVersion): DtaLabelSet {
  const count = reader.uint16(what);
  const name = untilNul(reader.take(version.setName, what));
  reader.skip(1, what);
  const codes = new DataView(reader.take(count * 2, what).buffer);
  const texts = reader.take(count * 8, what);
  return {
    name,
    values: Array.from({ length: count }, (_, index) => codes.getInt16(index * 2, reader.littleEndian)),
    texts: Array.from({ length: count }, (_, index) => untilNul(texts.subarray(index * 8, index * 8 + 8))),
  };
}

/** Offsets into a text, values, and the text. No two labels of a file that a program wrote share a byte. */
function readTable(reader: BlockReader, version: DtaVersion): DtaLabelSet {
  const offset = reader.offset;
  const damaged = (detail: Phrase) => reader.damaged(atByte(offset, what), detail);
  const length = reader.int32(what);
  const name = untilNul(reader.take(version.setName, what));
  reader.skip(3, what);
  if (length < 8) throw damaged(phrase('labelTable', { length }));
  const table = reader.take(length, what);
  const view = new DataView(table.buffer);
  const { littleEndian } = reader;
  const count = view.getInt32(0, littleEndian);
  const textLength = view.getInt32(4, littleEndian);
  if (count < 0 || textLength < 0 || 8 + count * 8 + textLength > length) {
    throw damaged(phrase('labelTableHolds', { count, bytes: textLength, length }));
  }
  const text = table.subarray(8 + count * 8, 8 + count * 8 + textLength);
  const starts = Array.from({ length: count }, (_, index) => view.getInt32(8 + index * 4, littleEndian));
  const distinct = new Map<number, Uint8Array>();
  let total = 0;
  for (const start of starts) {
    if (distinct.has(start)) continue;
    if (start < 0 || start >= textLength) throw damaged(phrase('labelStart', { start, length: textLength }));
    const label = untilNul(text.subarray(start));
    total += label.length;
    if (total > textLength) throw damaged(phrase('labelsOverlap'));
    distinct.set(start, label);
  }
  return {
    name,
    values: starts.map((_, index) => view.getInt32(8 + (count + index) * 4, littleEndian)),
    texts: starts.map((start) => distinct.get(start)!),
  };
}

/** The labels of each set by its name. Those of missing kinds have the values `.a`, `.b`, …, or `.`. */
export function labelsBySet(
  sets: readonly DtaLabelSet[],
  version: DtaVersion,
  encoding: TextEncoding,
): Map<string, readonly ValueLabel[]> {
  return new Map(
    sets.map(({ name, values, texts }) => {
      const labels = values.map((value, index): ValueLabel => ({
        value: version.extendedMissing ? labelledValue(value) : value,
        label: encoding.decode(texts[index]),
      }));
      return [encoding.decode(name), labels];
    }),
  );
}

function labelledValue(value: number): ValueLabel['value'] {
  if (value < systemMissingLabel) return value;
  const kind = value - systemMissingLabel;
  return kind === 0 ? '.' : `.${String.fromCharCode(0x60 + kind)}`;
}
