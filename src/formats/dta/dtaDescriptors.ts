import { phrase } from '#engine/survey/phrase.ts';
import type { PhraseCode } from '#engine/survey/phraseCodes.ts';
import { atByte } from '../atByte.ts';
import type { BlockReader } from '../blockReader.ts';
import { readCharacteristics, untilNul, type DtaCharacteristic } from './dtaCharacteristics.ts';
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
  /** Notes, labels in other languages and what else is said; not by variable. */
  readonly characteristics: readonly DtaCharacteristic[];
}

const mapBytes = 14 * 8;

/**
 * Reads everything between the header and the data: types, names, formats, labels, characteristics. The sort order
 * and the map of offsets (sections follow each other anyhow, and their tags are checked) are passed over.
 */
export function readDtaDescriptors(reader: BlockReader, header: DtaHeader): DtaDescriptors {
  const { version, variableCount: count } = header;
  const { markup } = version;
  if (markup) {
    expectTag(reader, '<map>');
    reader.skip(mapBytes, 'fileMap');
    expectTag(reader, '</map>');
  }
  const section = <Content>(tag: string, read: () => Content): Content => {
    if (markup) expectTag(reader, `<${tag}>`);
    const content = read();
    if (markup) expectTag(reader, `</${tag}>`);
    return content;
  };
  const fields = (width: number, what: PhraseCode): Uint8Array[] => {
    const bytes = reader.take(width * count, what);
    return Array.from({ length: count }, (_, index) =>
      untilNul(bytes.subarray(index * width, (index + 1) * width)),
    );
  };
  const types = section('variable_types', () => readTypes(reader, header));
  const names = section('varnames', () => fields(version.name, 'variableNames'));
  section('sortlist', () => reader.skip((count + 1) * version.variableCount, 'sortOrder'));
  const formats = section('formats', () => fields(version.format, 'displayFormats'));
  const setNames = section('value_label_names', () => fields(version.name, 'labelSetNames'));
  const labels = section('variable_labels', () => fields(version.variableLabel, 'variableLabels'));
  const characteristics = readCharacteristics(reader, version);
  return { types, names, formats, setNames, labels, characteristics };
}

function readTypes(reader: BlockReader, { version, variableCount }: DtaHeader): DtaType[] {
  const offset = reader.offset;
  const width = version.types === 'words' ? 2 : 1;
  const bytes = reader.take(width * variableCount, 'variableTypes');
  const view = new DataView(bytes.buffer);
  return Array.from({ length: variableCount }, (_, index) => {
    const code = width === 2 ? view.getUint16(index * 2, reader.littleEndian) : bytes[index];
    const type = dtaType(code, version);
    if (type !== null) return type;
    throw reader.damaged(
      atByte(offset + index * width, 'variableTypes'),
      phrase('variableType', { code, number: index + 1, version: version.release }),
    );
  });
}
