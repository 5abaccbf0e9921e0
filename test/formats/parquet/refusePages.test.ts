import type { FileMetaData } from 'hyparquet';
import { expect, it } from 'vitest';
import type { OpenFile } from '#formats/openFile.ts';
import { refusePages } from '#formats/parquet/refusePages.ts';

const megabyte = 1024 * 1024;

/** A whole number as Thrift's compact protocol writes it: zigzag, then seven bits a byte. */
function thrift(value: number): number[] {
  const bytes: number[] = [];
  let rest = value * 2;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return [...bytes, rest];
}

/** The header of a dictionary page after parquet.thrift: type, sizes, and {number of values, encoding}. */
const dictionaryPage = (packed: number, unpacked: number): number[] =>
  [
    [0x15],
    thrift(2),
    [0x15],
    thrift(unpacked),
    [0x15],
    thrift(packed),
    [0x4c, 0x15],
    thrift(1),
    [0x15, 0, 0, 0],
  ].flat();

/** Looks at a file that is nothing but this page of one column, as far as it is there. */
function look(packed: number, unpacked: number): void {
  const bytes = Uint8Array.from(dictionaryPage(packed, unpacked));
  const open: OpenFile = {
    path: 'a.parquet',
    size: bytes.length + packed,
    bytes: (offset, length) => bytes.slice(offset, offset + length),
    readInto: () => 0,
    close: () => undefined,
  };
  const column = { path_in_schema: ['a'], codec: 'SNAPPY', type: 'INT32', data_page_offset: 0n };
  const metadata = {
    schema: [
      { name: 'root', num_children: 1 },
      { name: 'a', type: 'INT32', repetition_type: 'REQUIRED' },
    ],
    row_groups: [
      {
        num_rows: 10n,
        columns: [{ meta_data: { ...column, total_compressed_size: BigInt(open.size) } }],
      },
    ],
  } as unknown as FileMetaData;
  refusePages(open, metadata, ['a'], { from: 0, to: 10 }, {});
}

it.each([
  ['1 MB that is 1 kB packed', 1000, megabyte],
  ['128 MB of next to nothing', 10, 128 * megabyte],
  ['200 times its packed size', megabyte, 200 * megabyte],
])('a page of %s is let through', (_, packed, unpacked) => {
  expect(() => look(packed, unpacked)).not.toThrow();
});

it.each([
  ['more than 128 MB of next to nothing', 10, 128 * megabyte + 1],
  ['more than 200 times its packed size', megabyte, 200 * megabyte + 1],
  ['2 GB', 1000, 2 ** 31 - 1],
])('a page that says it unpacks to %s is refused before anything is unpacked', (_, packed, unpacked) => {
  expect(() => look(packed, unpacked)).toThrow(`a page of ${packed} bytes that unpacks to ${unpacked}`);
});
