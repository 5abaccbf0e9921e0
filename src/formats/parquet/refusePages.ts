import { parquetSchema, type ColumnMetaData, type Compressors, type FileMetaData } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { decompressPage } from 'hyparquet/src/datapage.js';
import type { OpenFile } from '../openFile.ts';
import { refuseRuns, type RunReader } from './refuseRuns.ts';

/** The library decodes a page whole. Writers end a page after a megabyte or 20,000 rows. */
const mostValues = 16 * 1024 * 1024;
/** A header holds the lowest and highest value too, which may be long texts. */
const headerBytes = [1024, 1024 * 1024] as const;

type Header = ReturnType<typeof parquetHeader>;

interface Wanted {
  readonly column: ColumnMetaData;
  /** Of the group. */
  readonly rows: number;
  /** Whether levels that say which values are there stand before the values. */
  readonly optional: boolean;
}

/**
 * Looks at the pages that reading these columns over these rows would decode, before the library makes room for as
 * many values as they state: a few bytes can stand for any number of equal values.
 *
 * @throws Error where a page states more values than its group has rows, or repeats one more often than it states.
 */
export function refusePages(
  open: OpenFile,
  metadata: FileMetaData,
  columns: readonly string[],
  { from, to }: { readonly from: number; readonly to: number },
  compressors: Compressors,
): void {
  const optional = new Map(
    parquetSchema(metadata).children.map(({ element }) => [
      element.name,
      element.repetition_type === 'OPTIONAL',
    ]),
  );
  let first = 0;
  for (const group of metadata.row_groups) {
    const rows = Number(group.num_rows);
    const isWanted = first < to && first + rows > from;
    first += rows;
    if (!isWanted) continue;
    for (const { meta_data: column } of group.columns) {
      const name = column?.path_in_schema[0];
      if (column === undefined || name === undefined || !columns.includes(name)) continue;
      refusePagesOf(open, { column, rows, optional: optional.get(name) === true }, compressors);
    }
  }
}

/** Programs write pages of about 1 MB. More than this, and `mostRatio` times the packed page, is none of theirs. */
const pageAnyway = 128 * 1024 * 1024;
const mostRatio = 200;

function refusePagesOf(open: OpenFile, wanted: Wanted, compressors: Compressors): void {
  const { column, rows } = wanted;
  let offset = Number(column.dictionary_page_offset || column.data_page_offset);
  const end = offset + Number(column.total_compressed_size);
  for (let values = 0; values < rows && offset < end - 1;) {
    const { header, length } = headerAt(open, offset);
    const size = Number(header.compressed_page_size);
    if (!(size >= 0)) throw new Error(`a page of ${size} bytes`);
    const unpacked = Number(header.uncompressed_page_size);
    if (!(unpacked >= 0 && unpacked <= Math.max(pageAnyway, mostRatio * size))) {
      throw new Error(`a page of ${size} bytes that unpacks to ${unpacked}`);
    }
    const dictionary = header.dictionary_page_header;
    // No value of a dictionary takes less than a bit.
    if (dictionary !== undefined) check(dictionary.num_values, 8 * Number(header.uncompressed_page_size));
    const stated = (header.data_page_header ?? header.data_page_header_v2)?.num_values;
    if (stated !== undefined) {
      check(stated, Math.min(mostValues, rows - values));
      values += stated;
      refuseRunsOf(open.bytes(offset + length, size), header, wanted, compressors);
    }
    offset += length + size;
  }
}

/** The levels and the values of one page, as the library reads them. */
function refuseRunsOf(
  bytes: Uint8Array,
  header: Header,
  { column: { codec, type }, optional }: Wanted,
  compressors: Compressors,
): void {
  const { data_page_header: one, data_page_header_v2: two } = header;
  const size = Number(header.uncompressed_page_size);
  const unpacked = (packed: Uint8Array, length: number): RunReader => {
    const page = decompressPage(packed, length, codec, compressors);
    return { view: new DataView(page.buffer, page.byteOffset, page.byteLength), offset: 0 };
  };
  if (one !== undefined) {
    const page = unpacked(bytes, size);
    let present = one.num_values;
    if (optional) {
      const length = page.view.getUint32(0, true);
      page.offset = 4;
      present = refuseRuns(page, 1, one.num_values);
      page.offset = 4 + length;
    }
    refuseValues(page, one.encoding, type, present);
  } else if (two !== undefined) {
    const levels = two.repetition_levels_byte_length + two.definition_levels_byte_length;
    if (optional) {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      refuseRuns({ view, offset: two.repetition_levels_byte_length }, 1, two.num_values);
    }
    const rest = bytes.subarray(levels);
    const page =
      two.is_compressed === false
        ? { view: new DataView(rest.buffer, rest.byteOffset, rest.byteLength), offset: 0 }
        : unpacked(rest, size - levels);
    refuseValues(page, two.encoding, type, two.num_values - two.num_nulls);
  }
}

function refuseValues(page: RunReader, encoding: string, type: string, present: number): void {
  if (present <= 0) return;
  if (encoding === 'RLE' || type === 'BOOLEAN') {
    if (encoding === 'PLAIN') return;
    page.offset += 4;
    refuseRuns(page, 1, present);
  } else if (encoding === 'PLAIN_DICTIONARY' || encoding === 'RLE_DICTIONARY') {
    const width = page.view.getUint8(page.offset++);
    if (width > 0) refuseRuns(page, width, present);
  }
}

function check(stated: number, most: number): void {
  if (stated >= 0 && stated <= most) return;
  throw new Error(`a page that states ${stated} values, where there is room for ${most}`);
}

function headerAt(open: OpenFile, offset: number): { readonly header: Header; readonly length: number } {
  const [usually, atMost] = headerBytes;
  const parse = (bytes: Uint8Array) => {
    const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
    return { header: parquetHeader(reader), length: reader.offset };
  };
  try {
    return parse(open.bytes(offset, usually));
  } catch (error) {
    if (offset + usually >= open.size) throw error;
    return parse(open.bytes(offset, atMost));
  }
}
