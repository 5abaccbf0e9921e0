import type { BlockReader } from '../blockReader.ts';
import type { DtaHeader } from './dtaHeader.ts';
import { expectTag } from './dtaTags.ts';
import { dtaType, type DtaType } from './dtaType.ts';

/** What the file says about each variable, not decoded; lists are by variable. */
export interface DtaDescriptors {
  readonly types: readonly DtaType[];
  readonly names: readonly Uint8Array[];
  readonly formats: readonly Uint8Array[];
  /** Names of the sets of value labels; empty for none. */
  readonly setNames: readonly Uint8Array[];
  readonly labels: readonly Uint8Array[];
}

const mapBytes = 14 * 8;

/**
 * Reads everything between the header and the data: types, names, formats, labels. The sort order, the map of
 * offsets (sections follow each other anyhow, and their tags are checked) and characteristics (notes, labels in
 * other languages than the current one) are passed over.
 */
export function readDtaDescriptors(reader: BlockReader, header: DtaHeader): DtaDescriptors {
  const { version, variableCount: count } = header;
  const { markup } = version;
  if (markup) {
    expectTag(reader, '<map>');
    reader.skip(mapBytes, 'the map of the file');
    expectTag(reader, '</map>');
  }
  const section = <Content>(tag: string, read: () => Content): Content => {
    if (markup) expectTag(reader, `<${tag}>`);
    const content = read();
    if (markup) expectTag(reader, `</${tag}>`);
    return content;
  };
  const fields = (width: number, what: string): Uint8Array[] => {
    const bytes = reader.take(width * count, what);
    return Array.from({ length: count }, (_, index) =>
      untilNul(bytes.subarray(index * width, (index + 1) * width)),
    );
  };
  const types = section('variable_types', () => readTypes(reader, header));
  const names = section('varnames', () => fields(version.name, 'variable names'));
  section('sortlist', () => reader.skip((count + 1) * version.variableCount, 'the sort order'));
  const formats = section('formats', () => fields(version.format, 'display formats'));
  const setNames = section('value_label_names', () => fields(version.name, 'names of value labels'));
  const labels = section('variable_labels', () => fields(version.variableLabel, 'variable labels'));
  if (markup) skipCharacteristics(reader);
  else if (version.expansionLength > 0) skipExpansionFields(reader, version.expansionLength);
  return { types, names, formats, setNames, labels };
}

function readTypes(reader: BlockReader, { version, variableCount }: DtaHeader): DtaType[] {
  const offset = reader.offset;
  const width = version.types === 'words' ? 2 : 1;
  const bytes = reader.take(width * variableCount, 'variable types');
  const view = new DataView(bytes.buffer);
  return Array.from({ length: variableCount }, (_, index) => {
    const code = width === 2 ? view.getUint16(index * 2, reader.littleEndian) : bytes[index];
    const type = dtaType(code, version);
    if (type !== null) return type;
    throw reader.damaged(
      `byte ${offset + index * width} (variable types)`,
      `type ${code} of variable number ${index + 1}, which version ${version.release} does not have`,
    );
  });
}

function skipCharacteristics(reader: BlockReader): void {
  const what = 'characteristics';
  expectTag(reader, '<characteristics>');
  for (;;) {
    const isOne = reader.peek(1) !== 0x2f;
    expectTag(reader, isOne ? '<ch>' : '</characteristics>');
    if (!isOne) return;
    reader.skip(reader.uint32(what), what);
    expectTag(reader, '</ch>');
  }
}

/** The last field is of type 0 and length 0. */
function skipExpansionFields(reader: BlockReader, lengthBytes: number): void {
  const what = 'characteristics';
  for (;;) {
    const type = reader.uint8(what);
    const length = lengthBytes === 2 ? reader.uint16(what) : reader.int32(what);
    if (type === 0 && length === 0) return;
    reader.skip(length, what);
  }
}

export function untilNul(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}
