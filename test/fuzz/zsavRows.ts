import { deflateSync, inflateSync } from 'node:zlib';
import type { FuzzOriginal } from './fuzzTargets.ts';

const headerBytes = 24;
const entryBytes = 24;

/**
 * The inflated rows of a little-endian `.zsav`. The file is put together around them in one block, whose header and
 * trailer tell the truth, so that the damage gets past zlib. Layout: PSPP Developers Guide, "Data Record".
 */
export function zsavRows(file: Uint8Array): FuzzOriginal {
  const bytes = Buffer.from(file);
  const int64 = (at: number): number => Number(bytes.readBigInt64LE(at));
  let start = 176;
  while (int64(start) !== start || int64(start + 8) + int64(start + 16) !== bytes.length) start++;
  const trailer = int64(start + 8);
  const rows: Buffer[] = [];
  for (let entry = trailer + headerBytes; entry < bytes.length; entry += entryBytes) {
    const offset = int64(entry + 8);
    rows.push(inflateSync(bytes.subarray(offset, offset + bytes.readInt32LE(entry + 20))));
  }
  return {
    bytes: Buffer.concat(rows),
    build: (damaged) => withRows(bytes.subarray(0, start), bytes.subarray(trailer, trailer + 20), damaged),
  };
}

function withRows(dictionary: Buffer, trailerStart: Buffer, rows: Uint8Array): Uint8Array {
  const start = dictionary.length;
  const deflated = deflateSync(rows, { level: 1 });
  const header = Buffer.alloc(headerBytes);
  [start, start + headerBytes + deflated.length, headerBytes + entryBytes].forEach((value, index) =>
    header.writeBigInt64LE(BigInt(value), 8 * index),
  );
  const entry = Buffer.alloc(4 + entryBytes);
  entry.writeInt32LE(1, 0);
  entry.writeBigInt64LE(BigInt(start), 4);
  entry.writeBigInt64LE(BigInt(start + headerBytes), 12);
  entry.writeInt32LE(rows.length, 20);
  entry.writeInt32LE(deflated.length, 24);
  return Buffer.concat([dictionary, header, deflated, trailerStart, entry]);
}
